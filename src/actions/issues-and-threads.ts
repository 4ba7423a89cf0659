import type { CloseReason, RepositoryRef } from "../core/discussion.ts";
import { NotSetError } from "../core/errors.ts";
import type { IssueChange, IssuePart, LabelDraft, MilestoneSpec } from "../core/issue-tracking.ts";
import type { GitHubWrites } from "../core/github-writes.ts";
import { threadName } from "../core/repository-name.ts";
import type { ActionKind } from "./action-set.ts";

/** Change an issue. What GitHub leaves out is thrown as a `NotSetError`, when the rest is done. */
export interface ChangeIssue {
  readonly do: "change-issue";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly change: Omit<IssueChange, "milestone">;
  readonly milestone?: MilestoneSpec | null;
}

/** Put labels on an issue or thread, and take others off. What GitHub leaves out: as above. */
export interface Label {
  readonly do: "label";
  readonly repository: RepositoryRef;
  readonly number: number;
  /** Node id. */
  readonly subject: string;
  readonly add: readonly LabelDraft[];
  readonly remove: readonly string[];
}

export interface CloseThread {
  readonly do: "close-thread";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly discussion: string;
  readonly because: CloseReason;
}

export interface ReopenThread {
  readonly do: "reopen-thread";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly discussion: string;
}

export const changeIssue: ActionKind<ChangeIssue> = {
  async perform({ repository, number, change, milestone }, { github: { writes } }) {
    const wanted = milestone && (await milestoneNumber(repository, milestone, writes));
    const { notSet } = await writes.editIssue(repository, number, {
      ...change,
      ...(wanted !== undefined && { milestone: wanted }),
    });
    mustBeSet(notSet.map((it) => partInWords(it, milestone?.title)));
  },
  describe: (action) =>
    `change ${Object.keys(action.change)
      .concat(action.milestone === undefined ? [] : "milestone")
      .join(", ")} of issue ${threadName(action)}`,
};

export const label: ActionKind<Label> = {
  async perform({ repository, subject, add, remove }, { github: { writes } }) {
    if (remove.length > 0) await writes.removeLabels(repository, subject, remove);
    if (add.length === 0) return;
    const { notSet } = await writes.addLabels(repository, subject, add);
    mustBeSet(notSet.map((it) => `label ${it}`));
  },
  describe: (action) =>
    `label ${threadName(action)}: ${[...action.add.map(({ name }) => `+${name}`), ...action.remove.map((it) => `-${it}`)].join(" ")}`,
};

export const closeThread: ActionKind<CloseThread> = {
  perform: ({ repository, discussion, because }, { github: { writes } }) =>
    writes.closeDiscussion(repository, discussion, because),
  describe: (action) => `close ${threadName(action)} as ${action.because}`,
};

export const reopenThread: ActionKind<ReopenThread> = {
  perform: ({ repository, discussion }, { github: { writes } }) => writes.reopenDiscussion(repository, discussion),
  describe: (action) => `reopen ${threadName(action)}`,
};

/** The number of a milestone that is there, or is made now. */
export async function milestoneNumber(
  repository: RepositoryRef,
  milestone: MilestoneSpec,
  writes: GitHubWrites,
): Promise<number> {
  if (milestone.number !== undefined) return milestone.number;
  const { title, due } = milestone;
  return (await writes.createMilestone(repository, { title, ...(due !== undefined && { due }) })).number;
}

/** `label area/docs`; a milestone by its title, where it is known. */
export function partInWords({ part, value }: IssuePart, milestone: string | undefined): string {
  return `${part} ${part === "milestone" ? (milestone ?? value) : value}`;
}

function mustBeSet(notSet: readonly string[]): void {
  if (notSet.length > 0) throw new NotSetError(notSet);
}
