import type { ClockKind } from "../../core/thread-status.ts";
import { fnv1a, mixBits } from "../../text/fnv.ts";

/** A thread as it is listed. */
export interface ListedThread {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

export interface WaitingThread extends ListedThread {
  readonly priority: string;
  readonly since: Date;
  readonly assignee?: string;
  /** The target that is due first; `isOver`: it is missed. */
  readonly due?: { readonly clock: ClockKind; readonly at: Date; readonly isOver: boolean };
}

/** The most urgent of many, and how many there are. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Who waits on whom in a repository, by our own records. */
export interface Lists {
  /** By time left. */
  readonly onUs: Listed<WaitingThread>;
  /** Those that wait longest first. */
  readonly onAsker: Listed<WaitingThread>;
  readonly toBeMarked: Listed<ListedThread & { readonly since: Date }>;
  /** Feature requests with all their answers, most votes first. */
  readonly toBeDecided: Listed<ListedThread & { readonly votes: number; readonly since: Date }>;
  /** The FAQ's own lists, as Markdown; empty where there is nothing to do. */
  readonly faq: string;
  /** Targets missed within a week, the newest first. */
  readonly breaches: Listed<
    ListedThread & {
      readonly clock: ClockKind;
      readonly dueAt: Date;
      readonly isOpen: boolean;
      readonly priority: string;
    }
  >;
  /** Meetings that nobody has written the outcome of; `when` as somebody wrote it. */
  readonly withoutOutcome: Listed<ListedThread & { readonly when: string }>;
  /** Whether any of it is newer than the watch: what was there before opens no issue. */
  readonly isNews: boolean;
}

/** By which lists are told apart: edits follow from what is listed, and not from the time. */
export function digestOf(lists: Lists): string {
  const text = JSON.stringify(lists);
  return `${text.length}:${mixBits(fnv1a(text))}`;
}
