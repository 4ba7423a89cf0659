import type { Permissions } from "./app-health.ts";
import type { RepositoryRef } from "./discussion.ts";

/** What a check says of one place of a file. Lines and columns count from 1; the end belongs to it. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly level: "failure" | "warning";
  /** In plain text. */
  readonly message: string;
}

/** What a check says of a commit. `neutral` lets a pull request be merged, and is seen. */
export interface CheckReport {
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  /** In Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** A check run of ours, as it is now. */
export interface CheckRun extends Omit<CheckReport, "conclusion"> {
  readonly id: number;
  /** Undefined while it is in progress. */
  readonly conclusion: string | undefined;
}

/** What is asked for checking a config. Part of `GitHubReads`. */
export interface ConfigCheckReads {
  /** The newest commit that two commits share; undefined where they have nothing in common. */
  findMergeBase(repository: RepositoryRef, base: string, head: string): Promise<string | undefined>;
  /** Our check run of this name on a commit. */
  findCheckRun(repository: RepositoryRef, head: string, name: string): Promise<CheckRun | undefined>;
  discussionCategories(repository: RepositoryRef): Promise<{
    readonly isOn: boolean;
    readonly categories: readonly { readonly slug: string; readonly name: string }[];
  }>;
  /** Whether the repository's owner has such a team; rejects with `RefusedError` where we may not know. */
  hasTeam(repository: RepositoryRef, slug: string): Promise<boolean>;
  /** What we may do there; undefined where we are no app. */
  permissionsIn(repository: RepositoryRef): Promise<Permissions | undefined>;
}

/** Writing check runs. Part of `GitHubWrites`. */
export interface CheckRunWrites {
  /**
   * Makes a check run, or adds to one that is there: title and summary are written anew, annotations are added to those
   * it has, fifty at most. Without a conclusion it is in progress. Answers with its id. Made twice it is there twice: look
   * for it with `findCheckRun` first.
   */
  writeCheckRun(
    repository: RepositoryRef,
    run: { readonly id?: number; readonly head: string; readonly name: string },
    report: Omit<CheckReport, "conclusion"> & { readonly conclusion?: CheckReport["conclusion"] },
  ): Promise<number>;
}
