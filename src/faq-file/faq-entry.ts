import type { EntryMetadata } from "./entry-metadata.ts";

/** How an entry is written in its file. */
export type EntryShape = "heading" | "html" | "details" | "bold" | "numbered" | "lines" | "quote" | "container";

/** A question with its answer, as it stands in a FAQ file. Offsets count UTF-16 units of the file's text. */
export interface FaqEntry {
  /** As a reader sees it, on one line. */
  readonly question: string;
  /** Fragment that names it, without `#`: the id that people gave it, else GitHub's; empty where there is none. */
  readonly anchor: string;
  /** Fragment that leads to it on GitHub, which knows no `{#id}`; empty where there is none. */
  readonly slug: string;
  /** Other fragments that lead to it: people gave it these (`<a name="why"></a>`, `{#why}`), or GitHub does. */
  readonly ids: readonly string[];
  /** Its first line, from 1. */
  readonly line: number;
  /** Markdown as it is written: without the question, what is hidden, the source line, and blank lines around. */
  readonly answer: string;
  readonly metadata: EntryMetadata;
  /** Headings above it, from the outermost. */
  readonly sections: readonly string[];
  readonly shape: EntryShape;
  /** From the question's first character to the end of the answer's last line. */
  readonly start: number;
  readonly end: number;
  readonly parts: EntryParts;
}

/** Where the parts of an entry stand in the file. */
export interface EntryParts {
  /** Behind the question, with its underline or end tag. */
  readonly questionEnd: number;
  /** What is hidden right behind the question. */
  readonly metadata: Span | undefined;
  /** The answer without blank lines around. */
  readonly answer: Span;
  /** The line that says where it comes from. */
  readonly source: Span | undefined;
  /** Columns that its lines are indented by, inside a list. */
  readonly indent: number;
}

/** A piece of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading under which entries stand. */
export interface FaqSection {
  readonly title: string;
  readonly anchor: string;
  readonly depth: number;
  readonly start: number;
  /** Where the next section of its depth or above begins, or the file ends. */
  readonly end: number;
}

/** A line of a table of contents in the file. */
export interface ContentsLine {
  /** An item of a list, a line of a paragraph, table or HTML, or one of several links in such a line. */
  readonly form: "item" | "line" | "link";
  readonly anchor: string;
  /** What the link says. */
  readonly title: string;
  readonly start: number;
  /** Behind the line; behind an item with all below it. */
  readonly end: number;
  readonly line: string;
  /** Which of the file's tables it stands in. */
  readonly table: number;
}

/** What a FAQ file holds, in the order of the file. */
export interface Faq {
  readonly entries: readonly FaqEntry[];
  readonly sections: readonly FaqSection[];
  /** None where it has no table of contents. */
  readonly contents: readonly ContentsLine[];
  /** What encloses something: HTML tags, containers, marks of other tools. */
  readonly enclosing: readonly EnclosingPair[];
  /** Labels of links and footnotes that it defines, in lower case, those of footnotes with their `^`; and where. */
  readonly labels: ReadonlyMap<string, number>;
  /** Where a `<details>` begins that nobody closed: all behind it is collapsed. */
  readonly openDetails: number | undefined;
}

/** Two marks with what they enclose: `<div>` and `</div>`, `:::` and `:::`, `<!-- x:start -->` and `<!-- x:end -->`. */
export interface EnclosingPair {
  /** Where the first mark begins. */
  readonly start: number;
  /** Where the second mark begins. */
  readonly closing: number;
  /** Behind the second mark. */
  readonly end: number;
  /** Whether another tool writes what is between: its next run drops whatever people put there. */
  readonly isGenerated: boolean;
}
