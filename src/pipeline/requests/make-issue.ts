import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RefusedError } from "../../core/errors.ts";
import type { IssueLink } from "../../core/feature-request.ts";
import type { IssuePart, PlannedIssue } from "../../core/planning.ts";
import type { GitHubWrites } from "../../core/ports.ts";
import type { MilestoneWish, RequestIssueDraft } from "../../core/request-actions.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { marker, markerOf } from "../../text/marker.ts";
import type { RequestActionOf, RequestDeps } from "./request-deps.ts";

/** Names the issues that are made for requests, in their hidden markers. */
const kind = "issue";

/**
 * Open the issue of a request and remember it. An earlier try may have opened it without hearing of its success: it is
 * found by its marker, and what GitHub left out of it is read from what it has.
 */
export async function makeIssue(
  { repository, number, key, draft }: RequestActionOf<"make-issue">,
  { github, requests }: RequestDeps,
): Promise<void> {
  const mark = markerOf(repository, kind, key);
  const url = (await requests.findRequest(repository, number))?.request.url;
  const earlier = await github.reads.findIssueMadeFor(repository, isMadeFor(repository, key, url));
  const link = earlier ? toLink(earlier, draft) : await open(repository, mark, draft, github.writes);
  await requests.linkIssue(repository, number, link);
}

/** Open an issue for one deliverable, and hang it below the request's. */
export async function makeSubIssue(
  { repository, number, key, title, body }: RequestActionOf<"make-sub-issue">,
  { github, requests }: RequestDeps,
): Promise<void> {
  const { issue: parent, request } = (await requests.findRequest(repository, number)) ?? {};
  if (!parent) throw new GoneError(`request #${number} has no issue any more`);
  const mark = markerOf(repository, kind, key);
  try {
    const child =
      (await github.reads.findIssueMadeFor(repository, isMadeFor(repository, key, request?.url))) ??
      (await github.writes.createIssue(repository, { title, body: `${body}\n\n${mark}` }));
    await github.writes.addSubIssue(repository, parent.id, child.id);
  } catch (error) {
    // The issue itself is there by now: what is refused below it must not undo that.
    if (!(error instanceof RefusedError)) throw error;
    await requests.addNotSet(repository, number, `sub-issue ${title}`);
  }
}

/**
 * Whether this is the text of the issue made for a request here. In markers of earlier releases no repository was said:
 * such a one counts where the text links to the request as well, since an issue may have been transferred here with it.
 */
function isMadeFor(repository: RepositoryRef, key: string, url: string | undefined): (body: string) => boolean {
  const [mark, earlier] = [markerOf(repository, kind, key), marker(kind, key)];
  return (body) => body.includes(mark) || (url !== undefined && body.includes(earlier) && body.includes(`(<${url}>)`));
}

/** The number of a milestone that is there, or is made now. */
export async function milestoneNumber(
  repository: RepositoryRef,
  wish: MilestoneWish,
  writes: GitHubWrites,
): Promise<number> {
  if (wish.number !== undefined) return wish.number;
  const { title, due } = wish;
  return (await writes.createMilestone(repository, { title, ...(due !== undefined && { due }) })).number;
}

async function open(
  repository: RepositoryRef,
  mark: string,
  { title, body, labels, assignees, type, milestone: wish }: RequestIssueDraft,
  writes: GitHubWrites,
): Promise<IssueLink> {
  const milestone = wish && (await milestoneNumber(repository, wish, writes));
  const created = await writes.createIssue(repository, {
    title,
    body: `${body}\n\n${mark}`,
    labels,
    assignees,
    ...(milestone !== undefined && { milestone }),
    ...(type !== undefined && { type }),
  });
  const notSet = created.notSet.map((it) => partInWords(it, wish?.title));
  return { number: created.number, id: created.id, url: created.url, isAdopted: false, notSet };
}

function toLink(issue: PlannedIssue, { labels, assignees, milestone }: RequestIssueDraft): IssueLink {
  const lacks = (all: readonly string[], name: string) => !all.some((it) => isSameName(it, name));
  const notSet = [
    ...labels.filter((it) => lacks(issue.labels, it)).map((it) => `label ${it}`),
    ...assignees.filter((it) => lacks(issue.assignees, it)).map((it) => `assignee ${it}`),
    ...(milestone && issue.milestone === undefined ? [`milestone ${milestone.title}`] : []),
  ];
  return { number: issue.number, id: issue.id, url: issue.url, isAdopted: false, notSet };
}

/** `label area/docs`; a milestone by its title, where it is known. */
export function partInWords({ part, value }: IssuePart, milestone: string | undefined): string {
  return `${part} ${part === "milestone" ? (milestone ?? value) : value}`;
}
