import type { EntryShape } from "./faq-entry.ts";

/** A question found in a file, before it is known what stands around it. */
export interface Draft {
  readonly shape: EntryShape;
  /** On one line, with its mark or number. */
  readonly question: string;
  readonly anchor: string;
  readonly start: number;
  readonly end: number;
  /** Behind the question, before what is hidden there. */
  readonly questionEnd: number;
  /** Behind the question and its answer's own mark (`A:`), at the earliest. */
  readonly answerStart: number;
  readonly answerEnd: number;
  /** Columns that the lines of the answer are set in by, inside a list. */
  readonly indent?: number;
}
