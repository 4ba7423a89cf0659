import type { ReckonedClock } from "../../core/reckoned-clock.ts";
import type { Language } from "../../core/language.ts";
import type { WatchedThread } from "../../core/thread-status.ts";
import type { PriorityName } from "./config.ts";
import type { RuledPriority } from "./priorities/priority-of.ts";

/** A watched thread with what only the watch itself needs to know of it. */
export interface Watched {
  readonly thread: WatchedThread;
  /** Missing in records of releases that kept none, until they are reckoned anew: their settings have another digest. */
  readonly clocks?: readonly ReckonedClock[];
  /** When what is stored of it will be true no more, if nobody does anything: the next target is missed then. */
  readonly lookAt?: Date;
  /** Digest of the settings by which it was reckoned. */
  readonly digest: string;
  /** What the asker was told to expect. */
  readonly told?: ToldExpectation;
  /** What a command chose, where that priority has no label to tell it. */
  readonly chosen?: PriorityName;
  readonly ruled?: RuledPriority;
  /** Whether the asker is asked for information by `/needs-info`. */
  readonly needsInfo?: true;
  /** In which the asker is spoken to, where that is not the language of the repository: found once, from the opening post. */
  readonly language?: Language;
}

export interface ToldExpectation {
  /** Markdown, as it was last written. */
  readonly text: string;
  /** How often it was written. */
  readonly times: number;
}
