/**
 * Where an answer stands on its way into the FAQ: `proposed` while a pull request is open, `published` once the entry
 * is in the file, `declined` when the pull request was closed without it, `withdrawn` when it was taken out again.
 */
export type PromotionState = "proposed" | "published" | "declined" | "withdrawn";

/** An answer that says something else than what somebody asked to have in the FAQ. */
export interface EditedAnswer {
  /** Login of whoever edited it last; missing when the account is gone. */
  readonly by?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Address of the comment, whose menu shows its edits. */
  readonly url: string;
  /** Whether the edited text was proposed without a request; otherwise the text of the request was. */
  readonly isIn: boolean;
}

/** An answered thread that somebody wants in the FAQ. Plain data: it travels inside plans. */
export interface Promotion {
  /** Of the discussion. */
  readonly number: number;
  /** Path of the FAQ file. */
  readonly file: string;
  /** The branch on which it is, or was last, proposed. */
  readonly branch: string;
  /** As the entry has it. */
  readonly question: string;
  /** Digest of the answer that was proposed last, or `none` when the entry is to go. */
  readonly wanted: string;
  readonly state: PromotionState;
  /** The section that somebody chose for a new entry. */
  readonly section?: string;
  /** Anchor of the entry that somebody chose to have the answer, instead of one of its own. */
  readonly update?: string;
  /** What the pull request does, or did, to the file. */
  readonly change: "add" | "update" | "withdraw";
  /** Address of the discussion. */
  readonly url: string;
  /** Login of whoever asked for it. */
  readonly by: string;
  /** Node id of the comment by which they did. */
  readonly command?: string;
  /** Node id of the answer, where it was named instead of marked. */
  readonly comment?: string;
  /** Blob id of the file on the default branch when this was proposed last; missing where there was no file. */
  readonly onto?: string;
  /**
   * How often the same was proposed again by ourselves, on the same file; bounded, so that a proposal that never
   * succeeds ends.
   */
  readonly tries?: number;
  /** Set once the answer was edited; a command makes it what is asked for. */
  readonly edited?: EditedAnswer;
  /** What was taken out of the answer because it must not be published, in words. */
  readonly redacted: readonly string[];
  /** Login of whoever answered, where known. */
  readonly answerer?: string;
}

/** The value of `Promotion.wanted` when the entry is to be removed. */
export const noEntry = "none";
