/** What is asked of both queues that are measured, in the same words. */
export interface MeasuredQueue {
  readonly name: string;
  /** Durable when it resolves; false where its id is known. */
  accept(job: Job): Promise<boolean>;
  /** Takes what may run now, at most so many. */
  take(most: number): Promise<readonly Job[]>;
  finish(job: Job): Promise<void>;
  /** Ends a try, with another one after this many seconds; undefined: with none. */
  fail(job: Job, retryInSeconds: number | undefined): Promise<void>;
  /** Puts many in line at once, for the sake of how many there are. */
  fill(jobs: readonly Job[]): Promise<void>;
  close(): Promise<void>;
}

export interface Job {
  /** Of the form that GitHub's delivery ids have. */
  readonly id: string;
  readonly key: string;
  readonly installation: number;
  readonly payload: object;
  /** What the queue itself needs to find it again. */
  readonly ref?: unknown;
}
