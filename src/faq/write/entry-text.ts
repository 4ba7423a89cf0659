import { inlineText } from "../../text/neutralise.ts";
import { encodeText } from "../mdx/encode.ts";
import { noMarks, writeMarks, type EntryMarks } from "../marks/entry-marks.ts";
import type { EntryShape } from "../read/faq-entry.ts";
import { spacesForTabs } from "./tab-columns.ts";

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

/** How entries are written in a file. */
export interface EntryStyle {
  readonly shape: EntryShape;
  /** Of headings. */
  readonly depth: number;
  /** Of items in a numbered list. */
  readonly number: number;
  /** Whether the file is MDX, where comments are written in another way. */
  readonly isMdx: boolean;
}

/** The longest question, in UTF-16 units: GitHub's limit for titles. */
const longestQuestion = 256;

/** An entry as Markdown in the style of its file, with `\n` as line ends and none at its end. */
export function entryText(entry: NewEntry, style: EntryStyle): string {
  const { shape, depth, number } = style;
  const body = entryBody(entry, style);
  const question = inlineText(entry.question, longestQuestion);
  switch (shape) {
    case "heading":
      return `${"#".repeat(depth)} ${question}\n\n${body}`;
    case "details":
      return `<details>\n<summary>${htmlText(entry.question, style)}</summary>\n\n${body}\n\n</details>`;
    case "bold":
      return `**${question}**\n\n${body}`;
    case "numbered":
      return `${number}. ${setIn(`**${question}**\n\n${body}`, `${number}. `.length)}`;
    case "lines":
      return `Q: ${question}\n\n${body}`;
  }
}

/** What stands under the question, with `\n` as line ends. */
export function entryBody(content: EntryContent, { isMdx }: Pick<EntryStyle, "isMdx">): string {
  const { answer, source, marks, isMarked } = content;
  const hidden = writeMarks(marks ?? noMarks, isMdx, isMarked);
  return [hidden, answer, source ?? ""].filter((it) => it !== "").join("\n\n");
}

function htmlText(text: string, { isMdx }: Pick<EntryStyle, "isMdx">): string {
  const line = text.replaceAll(/\s+/gu, " ").trim().slice(0, longestQuestion).toWellFormed();
  // MDX reads Markdown there.
  if (isMdx) return encodeText(line.replaceAll(/([@#])(?=\w)/gu, "$1\u200B"));
  return line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}

/** Lines as they stand inside of a list, but for the first one. */
export function setIn(text: string, columns: number): string {
  return spacesForTabs(text).replaceAll(/\n(?=[^\n])/gu, `\n${" ".repeat(columns)}`);
}
