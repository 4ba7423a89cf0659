import type { ClockKind } from "../../core/thread-status.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { fnv1a, mixBits } from "../../text/fnv.ts";

/** A thread as it is listed. */
export interface ListedThread {
  readonly number: number;
  /** `owner/name`, where several repositories are listed. */
  readonly repository?: string;
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

/** A session or meeting of a thread. */
export interface ListedSession extends ListedThread {
  /** When it begins, or in words as somebody wrote it. */
  readonly at?: Date;
  readonly when?: string;
  /** Logins. */
  readonly hosts?: readonly string[];
  /** Of a meeting about a feature request: whether it is known to be over, so that the decision is awaited. */
  readonly awaitsDecision?: boolean;
}

/** The most urgent of many, and how many there are. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** How many of them are counted alone: not everybody who reads the issue may read their repositories. */
  readonly hidden?: number;
}

/** Who waits on whom in a repository, or in several, by our own records. */
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
  /** Sessions and meetings that are over and whose outcome nobody has written. */
  readonly withoutOutcome: Listed<ListedSession>;
  /** Booked sessions that nobody is named for. */
  readonly withoutHost: Listed<ListedSession>;
  /** How many of those that are counted alone are overdue. */
  readonly hiddenOverdue?: number;
  /** Whether any of it is newer than the watch: what was there before opens no issue. */
  readonly isNews: boolean;
}

/** What is listed in an issue: that of the repository itself, and of those that are listed with it. */
export interface AllLists {
  readonly own: Lists;
  readonly others: readonly {
    readonly repository: RepositoryRef;
    /** Its maintainers want its titles told, though not everybody may read it, wherever that is not public. */
    readonly privateTitles: boolean;
    readonly lists: Lists;
  }[];
}

/** By which lists are told apart: edits follow from what is listed, and not from the time. */
export function digestOf({ own, others }: AllLists): string {
  const text = JSON.stringify(others.length === 0 ? own : { own, others });
  return `${text.length}:${mixBits(fnv1a(text))}`;
}
