import type { EntryMarks } from "../marks/entry-marks.ts";

/** What stands under a question. */
export interface EntryContent {
  /** Markdown that may stand anywhere: see `rehome`. */
  readonly answer: string;
  /** A line that says where it comes from, as Markdown; none for entries written by hand. */
  readonly source?: string;
  /** What the entry keeps of itself, hidden. */
  readonly marks?: EntryMarks;
  /** Whether it is marked even if there is nothing to keep: by that it reads as an entry. */
  readonly isMarked?: boolean;
}

/** What goes into an entry. */
export interface NewEntry extends EntryContent {
  /** One line of plain text. */
  readonly question: string;
}
