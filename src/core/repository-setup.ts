import type { Category } from "./discussion.ts";

/** How a repository is set up on GitHub, as far as support is concerned. What may not be read is missing. */
export interface RepositorySetup {
  /** Nothing can be written there. */
  readonly isArchived: boolean;
  readonly hasDiscussions: boolean;
  /** Of its discussions. */
  readonly categories: readonly Category[];
  /** Names. */
  readonly labels?: readonly string[];
  /** Open ones. `due`: `YYYY-MM-DD`. */
  readonly milestones?: readonly { readonly title: string; readonly due?: string }[];
  /** Open projects of the organization; missing where a person owns the repository as well. */
  readonly boards?: readonly { readonly number: number; readonly title: string }[];
}
