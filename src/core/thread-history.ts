import type { CloseReason, Person } from "./discussion.ts";
import type { ThreadTraits } from "./timeline.ts";

/** A thread as GitHub shows it when it is read, as far as its timeline needs it. Bodies of comments serve one look. */
export interface ThreadSnapshot extends ThreadTraits {
  readonly number: number;
  readonly openedAt: Date;
  /** Whoever opened it; missing when the account is gone. */
  readonly asker?: Person;
  readonly closed?: { readonly reason: CloseReason; readonly at: Date };
  /** The present answer, a comment or a reply. */
  readonly answer?: { readonly comment: string; readonly at: Date; readonly author?: Person };
  readonly updatedAt: Date;
  /** How many top-level comments there are; replies are not counted by GitHub here. */
  readonly topLevelComments: number;
}

/** A comment or reply as it is read. */
export interface HistoryComment {
  /** GraphQL node id. */
  readonly id: string;
  /** Missing when the account is gone. */
  readonly author?: Person;
  readonly body: string;
  readonly at: Date;
  readonly editedAt?: Date;
  /** It was deleted, and its place is kept for the replies under it. */
  readonly isDeleted: boolean;
  /** Somebody minimized it as spam, abuse or off-topic. */
  readonly isHidden: boolean;
  readonly isOurs: boolean;
}

/** A thread with what was said in it. */
export interface ThreadHistory extends ThreadSnapshot {
  /** Comments and replies; what is `partial` has more of them than were read. */
  readonly comments: readonly HistoryComment[];
  readonly isPartial: boolean;
}

/** What may still be asked of GitHub in the present hour, by its own count. */
export interface PointsLeft {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

/** Threads of a repository, in pages. */
export interface HistoryPage {
  readonly threads: readonly ThreadHistory[];
  /** Discussions in the repository, whatever their state. */
  readonly total: number;
  /** Where the next page begins; missing at the end. */
  readonly next?: string;
  readonly points: PointsLeft;
}

/** As much of a thread as tells whether anything about it has changed. */
export interface ThreadDigest {
  readonly number: number;
  readonly title: string;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly asker?: Person;
  readonly closedAt?: Date;
  readonly locked: boolean;
  readonly isPinned: boolean;
  /** Slug. */
  readonly category: string;
  readonly labels: readonly string[];
  readonly answer?: { readonly comment: string; readonly at: Date };
  readonly topLevelComments: number;
}

export interface DigestPage {
  readonly threads: readonly ThreadDigest[];
  readonly next?: string;
  readonly points: PointsLeft;
}
