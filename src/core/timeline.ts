import type { CloseReason } from "./discussion.ts";

/**
 * Who somebody is in a thread, at the time of what they did there: `asker` opened it, `maintainer` may write to the
 * repository, `helper` may triage, `community` is anybody else, `bot` is a program. The role counts before the part: a
 * thread that a maintainer opened has a `maintainer` for its opener.
 */
export type ActorKind = "asker" | "helper" | "maintainer" | "community" | "bot";

/** Whether somebody answers for the project: triage rights or more. */
export function isTeam(actor: ActorKind): boolean {
  return actor === "helper" || actor === "maintainer";
}

/**
 * One thing that happened in a thread. `key` makes it the same however often and from wherever it is told, so a timeline
 * is a set: taking in an entry twice, or entries in another order, changes nothing. Times are GitHub's, in whole seconds.
 */
export type TimelineEntry = { readonly key: string; readonly at: Date } & (
  | {
      /** A comment or reply. */
      readonly kind: "comment";
      /** GraphQL node id. */
      readonly id: string;
      /** Login; missing when the account is gone. */
      readonly by?: string;
      readonly actor: ActorKind;
      /** It says thank you and no more, so nobody has to answer it. */
      readonly isThanks?: true;
      /** It asks for nothing, as far as its words tell: after an answer is marked, nobody has to reply to it. */
      readonly isRemark?: true;
      /** It holds slash commands and no other words: it is said to us, and to nobody in the thread. */
      readonly isCommand?: true;
      /** It is deleted by now: it counts as never written. */
      readonly isDeleted?: true;
    }
  /** A comment was marked as the answer. `actor` wrote it: what a bot wrote is no answer. */
  | { readonly kind: "answered"; readonly comment: string; readonly actor: ActorKind }
  | { readonly kind: "unanswered" }
  | { readonly kind: "closed"; readonly reason: CloseReason }
  | { readonly kind: "reopened" }
  /** A helper asked the asker for something, by `/needs-info`. */
  | { readonly kind: "needs-info"; readonly by: string }
  /** The thread was given to somebody of the team (`to`), or to nobody. */
  | { readonly kind: "assigned"; readonly to?: string; readonly by: string }
  /** A session was booked, held, or called off. */
  | { readonly kind: "session"; readonly change: "booked" | "held" | "cancelled" }
);

/** What a thread is called, where it stands, and what is set on it. */
export interface ThreadTraits {
  /** GraphQL node id. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Slug. */
  readonly category: string;
  readonly isAnswerable: boolean;
  readonly labels: readonly string[];
  readonly locked: boolean;
  readonly isPinned: boolean;
}

/** What a thread was when it was last read, which outweighs what its entries say of the same. */
export interface ObservedThread extends ThreadTraits {
  readonly closed?: { readonly reason: CloseReason; readonly at: Date };
  /** The present answer. */
  readonly answer?: { readonly comment: string; readonly at: Date; readonly actor: ActorKind };
  /** GitHub's `updatedAt` then: of two readings, the later one counts. */
  readonly updatedAt: Date;
  /** When it was read. */
  readonly readAt: Date;
}

/** What happened in a thread, by whom, when. */
export interface Timeline {
  /** Of the discussion. */
  readonly number: number;
  readonly openedAt: Date;
  /** Login of whoever opened it; missing when the account is gone. */
  readonly asker?: string;
  /** `asker`, unless somebody of the team or a bot opened it: such a thread has no clocks. */
  readonly opener: ActorKind;
  /** By time; those of the same second in the order of their keys. A fold brings them into an order of its own. */
  readonly entries: readonly TimelineEntry[];
  readonly observed: ObservedThread;
}
