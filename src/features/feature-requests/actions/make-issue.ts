import type { ActionKind } from "../../../actions/action-set.ts";
import { milestoneNumber, partInWords } from "../../../actions/issues-and-threads.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError, RefusedError } from "../../../core/errors.ts";
import type { MilestoneSpec, TrackedIssue } from "../../../core/issue-tracking.ts";
import type { GitHubWrites } from "../../../core/github-writes.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { marker, markerOf } from "../../../text/marker.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { IssueLink } from "../feature-request.ts";
import { subIssueNamed } from "../messages/not-set.ts";
import type { RequestWrites } from "./record-request.ts";

/** Open the issue of a request, unless it is there, and remember it. `key` makes it findable again. */
export interface MakeIssue {
  readonly do: "make-issue";
  readonly repository: RepositoryRef;
  /** Of the request. */
  readonly number: number;
  readonly key: string;
  readonly draft: RequestIssueDraft;
}

/** Find the issue that was made for a request whose record was lost, and remember it; there may be none. */
export interface FindMadeIssue {
  readonly do: "find-made-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly key: string;
}

/** Open an issue for one deliverable, unless it is there, as a part of the request's issue. */
export interface MakeSubIssue {
  readonly do: "make-sub-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly body: string;
}

/** The issue of a request as it should be opened. */
export interface RequestIssueDraft {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly milestone?: MilestoneSpec;
  readonly assignees: readonly string[];
  readonly type?: string;
}

/** Names the issues that are made for requests, in their hidden markers. */
const kind = "issue";

/**
 * An earlier attempt may have opened the issue without an answer from GitHub: then it is found by its marker, and what
 * GitHub did not set is read from the issue.
 */
export const makeIssue: ActionKind<MakeIssue, RequestWrites> = {
  async perform({ repository, number, key, draft }, { github, requests }) {
    const mark = markerOf(repository, kind, key);
    const url = (await requests.findRequest(repository, number))?.request.url;
    const earlier = await github.reads.findIssueMadeFor(repository, isMadeFor(repository, key, url));
    const link = earlier ? toLink(earlier, draft) : await open(repository, mark, draft, github.writes);
    await requests.linkIssue(repository, number, link);
  },
  describe: (action) => `open an issue (${action.key}) for ${threadName(action)}`,
};

export const findMadeIssue: ActionKind<FindMadeIssue, RequestWrites> = {
  async perform({ repository, number, key }, { github, requests }) {
    const url = (await requests.findRequest(repository, number))?.request.url;
    const made = await github.reads.findIssueMadeFor(repository, isMadeFor(repository, key, url));
    if (made) await requests.linkIssue(repository, number, toLink(made, { labels: [], assignees: [] }));
  },
  describe: (action) => `look for the issue (${action.key}) of ${threadName(action)}`,
};

export const makeSubIssue: ActionKind<MakeSubIssue, RequestWrites> = {
  async perform({ repository, number, key, title, body }, { github, requests }) {
    const { issue: parent, request } = (await requests.findRequest(repository, number)) ?? {};
    if (!parent) throw new GoneError(`request #${number} has no issue any more`);
    const mark = markerOf(repository, kind, key);
    try {
      const child =
        (await github.reads.findIssueMadeFor(repository, isMadeFor(repository, key, request?.url))) ??
        (await github.writes.createIssue(repository, { title, body: `${body}\n\n${mark}` }));
      await github.writes.addSubIssue(repository, parent.id, child.id);
    } catch (error) {
      // The issue itself is made by now: a refused sub-issue must not fail the plan.
      if (!(error instanceof RefusedError)) throw error;
      await requests.addNotSet(repository, number, subIssueNamed(title));
    }
  },
  describe: (action) => `open a sub-issue (${action.key}) for ${threadName(action)}`,
};

/**
 * Whether this is the text of the issue made for a request here. In markers of earlier releases no repository was said:
 * such a one counts where the text links to the request as well, since an issue may have been transferred here with it.
 */
function isMadeFor(repository: RepositoryRef, key: string, url: string | undefined): (body: string) => boolean {
  const [mark, earlier] = [markerOf(repository, kind, key), marker(kind, key)];
  return (body) => body.includes(mark) || (url !== undefined && body.includes(earlier) && body.includes(`(<${url}>)`));
}

async function open(
  repository: RepositoryRef,
  mark: string,
  { title, body, labels, assignees, type, milestone: spec }: RequestIssueDraft,
  writes: GitHubWrites,
): Promise<IssueLink> {
  const milestone = spec && (await milestoneNumber(repository, spec, writes));
  const created = await writes.createIssue(repository, {
    title,
    body: `${body}\n\n${mark}`,
    labels,
    assignees,
    ...(milestone !== undefined && { milestone }),
    ...(type !== undefined && { type }),
  });
  const notSet = created.notSet.map((it) => partInWords(it, spec?.title));
  return { number: created.number, id: created.id, url: created.url, isAdopted: false, notSet };
}

function toLink(
  issue: TrackedIssue,
  { labels, assignees, milestone }: Pick<RequestIssueDraft, "labels" | "assignees" | "milestone">,
): IssueLink {
  const lacks = (all: readonly string[], name: string) => !all.some((it) => isSameName(it, name));
  const notSet = [
    ...labels.filter((it) => lacks(issue.labels, it)).map((it) => `label ${it}`),
    ...assignees.filter((it) => lacks(issue.assignees, it)).map((it) => `assignee ${it}`),
    ...(milestone && issue.milestone === undefined ? [`milestone ${milestone.title}`] : []),
  ];
  return { number: issue.number, id: issue.id, url: issue.url, isAdopted: false, notSet };
}
