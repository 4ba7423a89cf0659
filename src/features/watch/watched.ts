import type { WatchedThread } from "../../core/thread-status.ts";

/** A watched thread with what only the watch itself needs to know of it. */
export interface Watched {
  readonly thread: WatchedThread;
  /** When what is stored of it will be true no more, if nobody does anything: the next target is missed then. */
  readonly lookAt?: Date;
  /** Digest of the settings by which it was reckoned. */
  readonly digest: string;
  /** What the asker was told to expect, and how often that was written. */
  readonly told?: ToldExpectation;
}

export interface ToldExpectation {
  /** Markdown; empty where it was taken back. */
  readonly text: string;
  readonly times: number;
}
