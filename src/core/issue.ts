import type { Person } from "./discussion.ts";

/** Why an issue was closed; GitHub's `stateReason` in lower case. */
export type IssueCloseReason = "completed" | "not-planned" | "duplicate";

/** An issue as support sees it: with its last words, not with all that was said. Pull requests are none. */
export interface Issue {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Markdown, byte for byte as its author wrote it. */
  readonly body: string;
  readonly url: string;
  /** Missing when the account is gone ("ghost"). */
  readonly author?: Person;
  readonly labels: readonly string[];
  /** Title of its milestone. */
  readonly milestone?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly closed?: IssueCloseReason;
  readonly closedAt?: Date;
  /** The last few, oldest first. */
  readonly lastComments: readonly IssueComment[];
}

/** What somebody said under an issue. */
export interface IssueComment {
  readonly body: string;
  readonly author?: Person;
  readonly createdAt: Date;
  readonly isMinimized: boolean;
  /**
   * Whether its author belongs to the project or has code in it, by GitHub's `author_association`. Good enough to
   * choose whose words are quoted; never a right to anything, since it hides private members.
   */
  readonly isOfProject: boolean;
}
