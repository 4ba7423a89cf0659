import type { RepositoryRef } from "../core/discussion.ts";
import { RefusedError } from "../core/errors.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import { fullName } from "../core/repository-name.ts";
import type { WantedFile } from "../core/proposal.ts";
import type { Writes } from "./action-set.ts";

/** What a branch of ours is to hold. */
export interface OwnBranch {
  readonly name: string;
  /** Commit at which we left it; missing before we ever wrote it. */
  readonly head?: string | undefined;
  readonly message: string;
  readonly files: readonly WantedFile[];
  /** `alone`: these files and nothing else, without a history. `added`: beside those that are there. */
  readonly as: "alone" | "added";
  /** What it holds, in words: "a calendar". */
  readonly what: string;
  /** Where the config names it. */
  readonly setting: string;
  /** Whether all that is at a commit is ours: whatever branch that is, nothing is lost with it. */
  holdsOursAlone(commit: string, reads: GitHubReads): Promise<boolean>;
}

/**
 * Brings a branch of ours to what it is to hold; makes it where there is none. The commit that it is at then. A branch that somebody else
 * has made, and the default branch, are left alone: rejects with `RefusedError`.
 */
export async function writeOwnBranch(
  repository: RepositoryRef,
  branch: OwnBranch,
  { reads, proposals }: Pick<Writes["github"], "reads" | "proposals">,
): Promise<string> {
  const { name, message, files, what, setting } = branch;
  const { head, defaultBranch } = await reads.findBranch(repository, name);
  const where = `the branch ${name} of ${fullName(repository)}`;
  if (defaultBranch === undefined) {
    throw new RefusedError(`${where} is not made: its first commit would make it the default branch`, "invalid");
  }
  if (defaultBranch === name) {
    throw new RefusedError(`${where} is the default branch, and no place for ${what}`, "invalid");
  }
  // An earlier try may have written it without hearing of its success, or a person may have edited what we wrote.
  if (head !== undefined && head !== branch.head && !(await branch.holdsOursAlone(head, reads))) {
    throw new RefusedError(`${where} was made by somebody else; delete it, or name another in ${setting}`, "invalid");
  }
  const parent = branch.as === "added" ? head : undefined;
  return proposals.moveBranch(repository, name, head, { parent, message, files });
}
