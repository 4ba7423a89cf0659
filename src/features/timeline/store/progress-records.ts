import type { RepositoryRef } from "../../../core/discussion.ts";
import type { RepositoryRows } from "../../../core/repository-rows.ts";
import type { StoredThread } from "../facts.ts";
import type { BackfillProgress } from "../progress.ts";

/** A thread as it was when it was last read. */
export interface KnownThread {
  readonly number: number;
  readonly asker?: string;
  readonly topLevelComments: number;
  readonly observed: StoredThread;
  /** GitHub's `updatedAt` when it was last read with all its comments; missing where it never was. */
  readonly fullTo?: string;
}

/** How far history and sweeps are, and what the last readings showed. */
export interface ProgressReads {
  findBackfill(repository: RepositoryRef): Promise<BackfillProgress | undefined>;
  /** The last change that a sweep or the start of the backfill found on GitHub; undefined before the first. */
  sweptTo(repository: RepositoryRef): Promise<Date | undefined>;
  /** Those of these threads that were ever read, by number. */
  knownThreads(repository: RepositoryRef, numbers: readonly number[]): Promise<ReadonlyMap<number, KnownThread>>;
  /** Threads that are open by the last reading, and were not listed by this sweep. */
  openButNotListed(repository: RepositoryRef, sweep: string, limit: number): Promise<readonly number[]>;
  countThreads(repository: RepositoryRef): Promise<{ readonly threads: number; readonly open: number }>;
}

/** The same for writing. */
export interface ProgressRecords extends ProgressReads, RepositoryRows {
  keepBackfill(repository: RepositoryRef, progress: BackfillProgress): Promise<void>;
  /** The later time stays. */
  keepSweptTo(repository: RepositoryRef, to: Date): Promise<void>;
  markListed(repository: RepositoryRef, numbers: readonly number[], sweep: string): Promise<void>;
}
