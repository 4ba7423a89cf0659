import type { RepositoryRef } from "./discussion.ts";

/** A store with rows of repositories, whoever owns it. */
export interface RepositoryRows {
  /** Deletes what it has of a repository. The same twice is once. */
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
