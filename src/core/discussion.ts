/**
 * What a person may do here, from the repository's permission booleans (never from `author_association`,
 * which hides private members): `helper` is triage or above, `maintainer` is write or above. The asker is
 * whoever opened the thread. A person may hold several roles.
 */
export type Role = "asker" | "helper" | "maintainer";

/** Where things happen. Stored data is keyed by `id`, since names change. */
export interface RepositoryRef {
  /** GitHub's numeric repository id. */
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  /** The installation through which we reach it. */
  readonly installation: number;
}

/** Someone on GitHub. `login` is as GraphQL writes it: an app is `my-app`, not `my-app[bot]`. */
export interface Person {
  readonly login: string;
  readonly isBot: boolean;
}

/** Why a discussion was closed; GitHub's `stateReason` in lower case. */
export type CloseReason = "resolved" | "outdated" | "duplicate";

export interface Category {
  readonly slug: string;
  readonly name: string;
  /** Whether a comment can be marked as the answer (Q&A format). */
  readonly isAnswerable: boolean;
}

export interface Comment {
  /** GraphQL node id. */
  readonly id: string;
  readonly body: string;
  /** Missing when the account is gone ("ghost"). */
  readonly author?: Person;
  readonly url: string;
  readonly createdAt: Date;
  /** Its last edit; `by` is missing when the account is gone. */
  readonly edited?: { readonly at: Date; readonly by?: string };
  /** Whether we wrote it: GitHub's `viewerDidAuthor`, or by its author. */
  readonly isOurs: boolean;
  readonly isMinimized: boolean;
  /** Node id of the top-level comment this one replies to, if it is a reply. */
  readonly replyTo?: string;
}

/** A discussion as support sees it: much smaller than GitHub's payload. */
export interface Discussion {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Markdown, byte for byte as its author wrote it. */
  readonly body: string;
  readonly url: string;
  readonly author?: Person;
  readonly category: Category;
  readonly labels: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly closed?: CloseReason;
  readonly locked: boolean;
  readonly answer?: Comment;
  readonly answeredAt?: Date;
}

/** A discussion with what was said in it: comments and their replies, in the order they were written. */
export interface Thread extends Discussion {
  readonly comments: readonly Comment[];
}

/** A thread with the dates that tell what it was at an earlier time, as far as GitHub remembers them. */
export interface PastThread extends Thread {
  readonly closedAt?: Date;
  /** When the question was last edited. */
  readonly editedAt?: Date;
  /** When the answer was last edited. */
  readonly answerEditedAt?: Date;
  /** Whether it has comments that were not read. */
  readonly isPartial: boolean;
}
