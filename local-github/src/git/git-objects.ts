import { type GitCommit, type GitIdentity, nullOid, type GitTreeChange } from "../world/git.ts";

/** A branch or tag and the object it points at. */
export interface GitRef {
  /** Full name: "refs/heads/main". */
  readonly name: string;
  readonly sha: string;
  readonly type: string;
}

/** A commit to be made. */
export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: GitIdentity;
  /** The author, unless somebody else committed it. */
  readonly committer?: GitIdentity;
}

/** How one file differs between two commits. */
export interface FileDiff {
  readonly path: string;
  /** Where it was before it was renamed. */
  readonly previousPath?: string;
  readonly status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed";
  readonly additions: number;
  readonly deletions: number;
  /** Blob id after the change (before it, for a removed file). */
  readonly sha: string;
  /** The hunks, without git's own header lines. Missing for binary files and pure renames. */
  readonly patch?: string;
}

/** Where a head stands relative to a base, as GitHub's compare page tells it. */
export interface Comparison {
  readonly mergeBase: string;
  readonly aheadBy: number;
  readonly behindBy: number;
  readonly status: "ahead" | "behind" | "diverged" | "identical";
  /** Commits of the head that the base lacks, oldest first. */
  readonly commits: readonly GitCommit[];
  readonly files: readonly FileDiff[];
}

/** A change of a tree as `git update-index --index-info` reads it. */
export function toIndexLine(change: GitTreeChange): string {
  if (change.sha === null) return `0 ${nullOid}\t${change.path}\0`;
  return `${change.mode ?? "100644"} ${change.sha}\t${change.path}\0`;
}

/** The variables by which git learns who made a commit, and when. */
export function signed(role: "AUTHOR" | "COMMITTER", identity: GitIdentity): Record<string, string> {
  return {
    [`GIT_${role}_NAME`]: identity.name,
    [`GIT_${role}_EMAIL`]: identity.email,
    [`GIT_${role}_DATE`]: identity.date,
  };
}

/** How a head stands to its base, in the words of GitHub's compare API. */
export function toComparisonStatus(aheadBy: number, behindBy: number): Comparison["status"] {
  if (aheadBy > 0) return behindBy > 0 ? "diverged" : "ahead";
  return behindBy > 0 ? "behind" : "identical";
}
