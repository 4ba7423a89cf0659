import { noMetadata, writeMetadata, type EntryMetadata } from "../entry-metadata.ts";
import type { EntryShape } from "../faq-entry.ts";

/** What stands under a question. */
export interface EntryContent {
  /** Markdown that may stand anywhere: see `relocate`. */
  readonly answer: string;
  /** A line that says where it comes from, as Markdown; none for entries written by hand. */
  readonly source?: string;
  /** What the entry keeps of itself, hidden. */
  readonly metadata?: EntryMetadata;
  /** Whether it is marked even if there is nothing to keep: by that it reads as an entry. */
  readonly forcesMetadata?: boolean;
}

/** What goes into an entry. */
export interface NewEntry extends EntryContent {
  /** One line of plain text. */
  readonly question: string;
}

/** How what stands under a question is written. */
export interface ContentStyle {
  readonly shape: EntryShape;
  /** Between the question and its answer; see `leadOf`. */
  readonly lead: string;
  /**
   * Whether the comment that is there already stands apart from the question, or on its line; without one, as `lead`
   * has it.
   */
  readonly isMetadataApart?: boolean | undefined;
  readonly isMdx: boolean;
}

/** What stands under a question, from right behind it, with `\n` as line ends and none at its end. */
export function renderContent(content: EntryContent, { shape, lead, isMetadataApart, isMdx }: ContentStyle): string {
  const { answer, source, metadata, forcesMetadata } = content;
  const comment = writeMetadata(metadata ?? noMetadata, isMdx, forcesMetadata);
  const isFolded = shape === "details" || shape === "container";
  const isOwnBlock = isMetadataApart ?? (/\n[ \t]*\n/u.test(lead) || shape === "heading" || isFolded);
  const hidden = comment === "" ? "" : `${isOwnBlock ? "\n\n" : " "}${comment}`;
  const between = leadFor(answer, lead, isFolded || (isOwnBlock && comment !== ""));
  return `${hidden}${between}${[answer, source ?? ""].filter((it) => it !== "").join("\n\n")}`;
}

/** What is no paragraph begins a block of its own, behind `A:` as well. */
function leadFor(answer: string, lead: string, isBroken: boolean): string {
  const sign = lead.trim();
  if (sign === "") return (isBroken || !isPlainStart(answer)) && !/\n[ \t]*\n/u.test(lead) ? "\n\n" : lead;
  if (isPlainStart(answer)) return lead;
  return sign === ":" ? "\n\n" : `${lead.trimEnd()}\n\n`;
}

/** Whether an answer begins as a paragraph does, so that something may stand before it on its line. */
export function isPlainStart(answer: string): boolean {
  const [line = ""] = /^[^\n]*/u.exec(answer) ?? [];
  const isWords = /^(?:[\p{L}"'“”‘’«「『（(¿¡$/…]|\d+(?![.)\d])|`(?!``)|\*{1,3}[^\s*]|_{1,3}[^\s_]|\[(?!\^)|!\[)/u.test(
    line,
  );
  const isOther = /^\[[^\]]*\]:/u.test(line) || /^[*_\s]+$/u.test(line);
  return isWords && !isOther && !/^[^\n]*\n[ \t]*(?:-+|=+|[|:-][|: \t-]{2,})(?:\n|$)/u.test(answer);
}
