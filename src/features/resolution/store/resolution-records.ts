import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Proposal, ThreadResolution } from "../thread-resolution.ts";

/** What is stored about the ends of threads, for reading. */
export interface ResolutionReads {
  /** By the discussion's number. */
  findResolution(repository: RepositoryRef, number: number): Promise<ThreadResolution | undefined>;
  /** Numbers of threads that are to be looked at by then, longest due first. By an index alone. */
  dueThreads(repository: RepositoryRef, by: Date, limit: number): Promise<readonly number[]>;
  /** When a thread is to be looked at next; undefined where nothing is due in it. */
  dueAt(repository: RepositoryRef, number: number): Promise<Date | undefined>;
  /** Open proposals, by the numbers of their threads. */
  openProposals(
    repository: RepositoryRef,
    limit: number,
  ): Promise<readonly (Pick<Proposal, "title" | "url" | "at"> & { readonly number: number })[]>;
}

/** The same for writing. Writing the same twice is writing it once. */
export interface ResolutionRecords extends ResolutionReads {
  /** What is known of a thread, and when to look at it next (never where missing), in the place of what was. */
  keepResolution(repository: RepositoryRef, resolution: ThreadResolution, dueAt: Date | undefined): Promise<void>;
  forgetResolution(repository: RepositoryRef, number: number): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
