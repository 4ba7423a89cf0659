import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { ResolutionAction } from "../actions/resolution-actions.ts";
import type { ResolutionConfig } from "../config.ts";
import type { ThreadResolution } from "../thread-resolution.ts";
import type { ThreadEvent, ThreadFacts } from "./gather-thread.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

/** What the features share, and what this one is set to. */
export interface Settings {
  readonly config: ResolutionConfig;
  /** Seconds after which something is old news. */
  readonly freshness: number;
  readonly now: Date;
  readonly language: LanguageSettings;
}

/** A plan in the making: what is done, and what is known of the thread when it is done. */
export interface Draft {
  readonly resolution: ThreadResolution;
  readonly actions: readonly ResolutionAction[];
  readonly because: readonly string[];
}

/** The thread as it was read, with what the parts of a decision need beside it. */
export interface Reading {
  readonly repository: RepositoryRef;
  readonly event: ThreadEvent;
  readonly facts: ThreadFacts;
  readonly thread: Thread;
}

/** Comments of people other than the asker that can be read. */
export function wordsOfOthers({ comments, author }: Thread): readonly Comment[] {
  return comments.filter(
    (it) => !it.isOurs && !it.author?.isBot && !it.isMinimized && it.body !== "" && it.author?.login !== author?.login,
  );
}
