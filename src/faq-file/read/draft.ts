import type { EntryShape } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";

/** Where a question ends and its answer begins, in one paragraph or list item. */
export interface QuestionSpan {
  readonly shape: EntryShape;
  readonly question: string;
  readonly questionEnd: number;
}

/** A question found in a file, before it is known what stands around it. */
export interface Draft {
  readonly shape: EntryShape;
  /** On one line, with its mark or number. */
  readonly question: string;
  readonly anchor: string;
  /** GitHub's fragment for it, where people gave it another. */
  readonly slug?: string;
  readonly start: number;
  readonly end: number;
  /** Behind the question, before what is hidden there. */
  readonly questionEnd: number;
  /** Behind the question and its answer's own mark (`A:`), at the earliest. */
  readonly answerStart: number;
  readonly answerEnd: number;
  /** Columns that the lines of the answer are indented by, inside a list. */
  readonly indent?: number;
}

/** Something collapsible, with what is collapsible in it. */
export interface Collapsible {
  readonly draft: Draft;
  readonly inner: readonly Collapsible[];
  /**
   * Whether what is written so is there to hide an answer until it is opened (`::: details`), or may be anything with a
   * title.
   */
  readonly isForQuestions: boolean;
}

/** A block with the questions that it asks. */
export interface BlockQuestions {
  readonly block: Block;
  readonly question: QuestionSpan | undefined;
  readonly items: readonly Draft[];
}
