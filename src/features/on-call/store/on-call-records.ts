import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ClockKind } from "../../../core/thread-status.ts";

/** A promise is called for near its end, and when it is broken. */
export type Step = "near" | "breach";

/**
 * What was done about a promise: a target of a thread, told from others by its clock and when it was due. Where the due
 * time changes, such as by another priority, it is another promise.
 */
export interface Notice {
  readonly number: number;
  readonly clock: ClockKind;
  readonly dueAt: Date;
  readonly step: Step;
  /** Whether anybody was called; false where it was too late for that to be of use. */
  readonly isCalled: boolean;
}

/** Labels that we put on a thread, and take off again. `subject` is its node id. */
export interface PutLabels {
  readonly subject: string;
  readonly labels: readonly string[];
}

/** What the on-call feature knows, for reading. */
export interface OnCallReads {
  noticesOf(repository: RepositoryRef, numbers: readonly number[]): Promise<readonly Notice[]>;
  findPutLabels(repository: RepositoryRef, number: number): Promise<PutLabels | undefined>;
}

/** The same for writing. Writing the same twice is writing it once; a notice stays as it was kept first. */
export interface OnCallRecords extends OnCallReads {
  keepNotices(repository: RepositoryRef, notices: readonly Notice[]): Promise<void>;
  /** Without labels there is nothing to keep any more. */
  keepPutLabels(repository: RepositoryRef, number: number, put: PutLabels): Promise<void>;
  /**
   * Says that a post to the chat begins. `new`: nobody has begun it. `begun`: somebody has, and nobody knows what came
   * of it. `posted`: it is there.
   */
  beginPost(repository: RepositoryRef, key: string, now: Date): Promise<"new" | "begun" | "posted">;
  endPost(repository: RepositoryRef, key: string): Promise<void>;
  /** It surely was not posted: it may be begun again. */
  dropPost(repository: RepositoryRef, key: string): Promise<void>;
  forgetThread(repository: RepositoryRef, number: number): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
