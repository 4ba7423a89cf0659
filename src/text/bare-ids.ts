import type { HeadingPiece, Piece } from "./piece.ts";

const bareId = /^(.*\S)\s+#([A-Za-z][\w-]{0,100})$/su;

/**
 * Some write a heading's id behind it without any brackets: `## Install it #install`. Others name a channel there, so
 * it counts as an id only where it is made of the heading's own words, or where most headings of the page have one.
 */
export function takeBareIds(pieces: readonly Piece[]): readonly Piece[] {
  const headings = pieces.filter((it) => it.kind === "heading");
  const bare = headings.filter(hasBareId).length;
  const isHabit = bare > 1 && bare * 2 > headings.length;
  return bare === 0 ? pieces : pieces.map((it) => (it.kind === "heading" ? withBareId(it, isHabit) : it));
}

function hasBareId({ id, isHtml, title }: HeadingPiece): boolean {
  return id === undefined && !isHtml && bareId.test(title);
}

function withBareId(heading: HeadingPiece, isHabit: boolean): HeadingPiece {
  const [, title = "", id = ""] = (hasBareId(heading) && bareId.exec(heading.title)) || [];
  if (id === "" || !(isHabit || isOfWords(id, title))) return heading;
  const ownText = bareId.exec(heading.ownText.trimEnd())?.[1] ?? title;
  return { ...heading, id, title, ownText };
}

function isOfWords(id: string, title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return id
    .toLowerCase()
    .split(/[-_]+/u)
    .every((part) => part === "" || words.some((word) => word.startsWith(part)));
}
