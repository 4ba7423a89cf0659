import type { Discussion } from "local-github-server/world";
import type { DiscussionContent } from "./thread-content.ts";

/** A discussion with the time when it was opened. */
export interface DatedThread {
  /** Other texts refer to it by this name. */
  readonly name: string;
  readonly opened: Date;
  readonly entry: DiscussionContent;
}

/** A discussion while what happens in it is scheduled. */
export interface OpenThread extends DatedThread {
  /** Once it is opened. */
  readonly thread: () => Discussion;
  /** Schedules what happens so long after it was opened; the app, where it is at work, looks at the thread after that. */
  readonly later: (after: number, run: (discussion: Discussion) => void | Promise<void>) => void;
}
