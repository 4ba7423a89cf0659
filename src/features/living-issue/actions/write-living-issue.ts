import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import { english, type Locale } from "../../../core/language.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError, RefusedError } from "../../../core/errors.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { fullName } from "../../../core/repository-name.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { marker, writeSection } from "../../../text/marker.ts";
import type { LivingIssueRecord } from "../living-issue-record.ts";
import { fitParts, maxBody } from "../messages/fit-parts.ts";
import type { ListReads } from "../reads.ts";
import type { LivingIssueRecords } from "../store/living-issue-records.ts";
import { textOf, type IssueText } from "./joined-text.ts";

/** What its actions write beside what all may, and what they list. */
export interface LivingIssueWrites extends Writes, ListReads {
  readonly livingIssues: LivingIssueRecords;
}

/** Bring the living issue to what it should say; opens it where there is none and `isNews`. */
export interface WriteLivingIssue {
  readonly do: "write-living-issue";
  readonly repository: RepositoryRef;
  readonly title: string;
  readonly text: IssueText;
  readonly outro: string;
  readonly isNews: boolean;
  /** What is remembered of it then. */
  readonly listed: string;
  readonly at: string;
  readonly editEvery: number;
  readonly in?: string;
  /** In which the issue speaks; missing in plans of earlier releases, which spoke English. */
  readonly locale?: Locale;
}

/** Remember something of the living issue. */
export interface KeepLivingIssue {
  readonly do: "keep-living-issue";
  readonly repository: RepositoryRef;
  readonly record: LivingIssueRecord;
}

/** The list is not kept here any more: say so in the issue, and close it. */
export interface CloseLivingIssue {
  readonly do: "close-living-issue";
  readonly repository: RepositoryRef;
  readonly note: string;
  /** What is remembered of it then, beside the issue's number. */
  readonly record: LivingIssueRecord;
}

/** The part of the issue's body that is ours. */
const section = "living-issue";

/**
 * The issue is found by our records, or else by its marker: an earlier try may have opened it without hearing of its
 * success. What people write around our part stays. One that a person closed stays closed; one that was deleted, moved
 * away or converted is not made again. What GitHub refuses is tried again a day later, and not with each change.
 */
export const writeLivingIssue: ActionKind<WriteLivingIssue, LivingIssueWrites> = {
  async perform(action, writes) {
    const { repository, listed, at, editEvery } = action;
    const { livingIssues, clock } = writes;
    const known = await livingIssues.findLivingIssue(repository);
    const now = { listed, at, editEvery, ...(action.in !== undefined && { in: action.in }) };
    try {
      const { state, number } = await bringUpToDate(action, known, writes);
      await livingIssues.keepLivingIssue(repository, { state, ...(number !== undefined && { number }), ...now });
      if (state === "gone") throw new GoneError(goneNews(repository, known?.number));
    } catch (error) {
      if (error instanceof RefusedError) {
        const refusedAt = clock().toISOString();
        await livingIssues.keepLivingIssue(repository, { state: "kept", ...known, ...now, refusedAt });
      }
      throw error;
    }
  },
  describe: ({ repository }) => `bring the living issue of ${fullName(repository)} up to date`,
};

async function bringUpToDate(
  action: WriteLivingIssue,
  known: LivingIssueRecord | undefined,
  all: LivingIssueWrites,
): Promise<{ readonly state: LivingIssueRecord["state"]; readonly number?: number }> {
  const { repository, title } = action;
  const { reads, writes } = all.github;
  const mark = markOf(repository);
  const issue = await findLivingIssue(repository, known, reads);
  if (issue === undefined) {
    if (known?.number !== undefined) return { state: "gone", number: known.number };
    if (!action.isNews) return { state: "kept" };
    const body = await bodyOf(action, mark, { before: undefined, all });
    const { number } = await writes.createIssue(repository, { title, body });
    return { state: "kept", number };
  }
  const { number, body: before, closed } = issue;
  // Turned on again, or back from elsewhere: what was closed then was closed by us.
  const reopens = closed !== undefined && (known?.state === "off" || known?.state === "elsewhere");
  if (closed !== undefined && !reopens) return { state: "closed", number };
  const body = await bodyOf(action, mark, { before, all });
  if (body !== before || reopens) {
    await writes.editIssue(repository, number, { body, ...(reopens && { state: "open" }) });
  }
  return { state: "kept", number };
}

export const keepLivingIssue: ActionKind<KeepLivingIssue, LivingIssueWrites> = {
  perform: ({ repository, record }, { livingIssues }) => livingIssues.keepLivingIssue(repository, record),
  describe: ({ repository, record }) => `remember that the living issue of ${fullName(repository)} is ${record.state}`,
};

export const closeLivingIssue: ActionKind<CloseLivingIssue, LivingIssueWrites> = {
  async perform({ repository, note, record }, { github: { reads, writes }, livingIssues }) {
    const known = await livingIssues.findLivingIssue(repository);
    const issue = await findLivingIssue(repository, known, reads);
    // Remembered first: that it cannot be closed must not keep it from being off.
    await livingIssues.keepLivingIssue(repository, { ...record, ...(issue && { number: issue.number }) });
    if (!issue || issue.closed !== undefined) return;
    const body = writeSection(issue.body, section, `${markOf(repository)}\n${note}`, [section]);
    await writes.editIssue(repository, issue.number, { body, state: "not-planned" });
  },
  describe: ({ repository }) => `close the living issue of ${fullName(repository)}`,
};

/** By its number where it is still here, else by its marker among the issues changed last: it is changed all the time. */
async function findLivingIssue(
  repository: RepositoryRef,
  known: LivingIssueRecord | undefined,
  reads: LivingIssueWrites["github"]["reads"],
): Promise<TrackedIssue | undefined> {
  const isHere = (it: TrackedIssue | undefined) =>
    it !== undefined && !it.convertedTo && isSameName(it.repository, fullName(repository));
  const recorded = known?.number === undefined ? undefined : await reads.findTrackedIssue(repository, known.number);
  if (isHere(recorded)) return recorded;
  const marked = await reads.findIssueMadeFor(repository, (it) => it.includes(markOf(repository)), "changed");
  return isHere(marked) ? marked : undefined;
}

/** Our part fits into what people have left of the room. */
async function bodyOf(
  { repository, text: wanted, outro, locale = english }: WriteLivingIssue,
  mark: string,
  { before, all }: { readonly before: string | undefined; readonly all: LivingIssueWrites },
): Promise<string> {
  const { intro, parts } = await textOf(wanted, repository, all);
  const around = writeSection(before, section, mark, [section]).length;
  const text = fitParts(parts, { intro, outro, locale }, maxBody - around - 2);
  return writeSection(before, section, `${mark}\n${text}`, [section]);
}

function markOf({ id }: RepositoryRef): string {
  return marker("living-issue", String(id));
}

function goneNews(repository: RepositoryRef, number: number | undefined): string {
  return `the living issue of ${fullName(repository)}${number === undefined ? "" : `, issue ${number},`} was deleted or moved away, so I make no other; set living-issue.mode to off and to on again for a new one`;
}
