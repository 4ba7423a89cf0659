import { inlineText } from "../../text/neutralise.ts";
import type { EntryShape } from "../read/faq-entry.ts";

/** What goes into an entry. */
export interface NewEntry {
  /** One line of plain text. */
  readonly question: string;
  /** Markdown that may stand anywhere: see `rehome`. */
  readonly answer: string;
  /** A line that says where it comes from, as Markdown; none for entries written by hand. */
  readonly source?: string;
  /** Hidden marker by which the entry is known again. */
  readonly marker?: string;
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
      return `<details>\n<summary>${htmlText(entry.question)}</summary>\n\n${body}\n\n</details>`;
    case "bold":
      return `**${question}**\n\n${body}`;
    case "numbered":
      return indented(`**${question}**\n\n${body}`, `${number}. `);
    case "lines":
      return `Q: ${question}\n\n${body}`;
  }
}

/** What stands under the question. */
export function entryBody(entry: NewEntry, style: Pick<EntryStyle, "isMdx">): string {
  const marker = entry.marker === undefined ? "" : hidden(entry.marker, style);
  return [marker, entry.answer, entry.source ?? ""].filter((it) => it !== "").join("\n\n");
}

function hidden(marker: string, { isMdx }: Pick<EntryStyle, "isMdx">): string {
  return isMdx ? marker.replace(/^<!--(.*)-->$/u, "{/*$1*/}") : marker;
}

function htmlText(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim().slice(0, longestQuestion).toWellFormed();
  return line
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}

/** An item of a list: its first line after the mark, the others set in by as much. */
function indented(text: string, mark: string): string {
  const blank = " ".repeat(mark.length);
  return mark + text.replaceAll(/\n(?=[^\n])/gu, `\n${blank}`);
}
