import type { Refusal } from "../../../core/faq-editor.ts";
import { wouldConflict } from "../../../text/would-conflict.ts";
import type { EntryFiles } from "./entry-files.ts";

/** What a change is put on. */
export interface BranchBase {
  /** The commit that the new one follows. */
  readonly parent: string;
  /** Where the branch is now. */
  readonly from: string | undefined;
  /** The FAQ there; undefined where it is missing. */
  readonly text: string | undefined;
  /**
   * Whether the base has nothing of what the branch proposed before, so that all its promotions are to be committed
   * again.
   */
  readonly isFresh: boolean;
}

/**
 * The base of the next change: the head of the branch while its open pull request still merges, else the head of the
 * default branch. Commits of other people are never dropped: a branch that has some and no longer merges is refused.
 */
export function findBranchBase({ proposal, branch: name, base, ours, shared }: EntryFiles): BranchBase | Refusal {
  const { branch, pullRequest } = proposal;
  const anew = { parent: proposal.base.head, text: base, isFresh: true };
  if (branch === undefined) return { ...anew, from: undefined };
  if (pullRequest?.state === "open" && !isInConflict({ base, ours, shared })) {
    return { parent: branch.head, from: branch.head, text: ours, isFresh: false };
  }
  // What was merged is in the default branch, whoever wrote it.
  const isMerged = pullRequest?.state === "merged" && pullRequest.head === branch.head;
  if (branch.others.length > 0 && !isMerged) return { refused: othersInTheWay(name, branch.others) };
  return { ...anew, from: branch.head };
}

/** Whether the file on the branch no longer merges into the default branch. */
export function isInConflict({ base, ours, shared }: Pick<EntryFiles, "base" | "ours" | "shared">): boolean {
  if (base === shared) return false;
  return wouldConflict(shared ?? "", ours ?? "", base ?? "");
}

function othersInTheWay(branch: string, others: readonly string[]): string {
  const who = others.slice(0, 3).join(", ");
  return `the branch ${branch} has commits by ${who}, which I do not overwrite. Merge or close its pull request and delete the branch, then try again`;
}
