import type { RepositoryRef } from "./discussion.ts";

/** A store with rows of repositories, whoever owns it. */
export interface RepositoryRows {
  /** Deletes what it has of a repository. The same twice is once. */
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
  /**
   * Its owner is another one, as `repository` says by now: deletes what was written down for the team of the former
   * owner alone, and what came from other repositories of theirs. Missing: there is nothing of the kind.
   */
  forgetFormerTeam?(repository: RepositoryRef): Promise<void>;
}
