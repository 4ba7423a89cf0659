import type { ContentsLine, Faq, FaqEntry } from "../read/faq-entry.ts";

/**
 * The lines of the file's tables of contents that lead to an entry: by one of its fragments, or, where the fragment of a
 * line leads to nothing, by its question.
 */
export function contentsOf(
  { contents, entries, sections }: Faq,
  { anchor, ids, question }: Pick<FaqEntry, "anchor" | "ids" | "question">,
): readonly ContentsLine[] {
  const own = new Set([anchor, ...ids].filter((it) => it !== ""));
  const exact = contents.filter((it) => own.has(it.anchor));
  if (exact.length > 0) return exact;
  const known = new Set([...entries.flatMap((it) => [it.anchor, ...it.ids]), ...sections.map((it) => it.anchor)]);
  const words = bare(question);
  return contents.filter((it) => !known.has(it.anchor) && words !== "" && bare(it.title) === words);
}

function bare(words: string): string {
  return words
    .toLowerCase()
    .replace(/^\W*(?:q(?:uestion)?\W*)?(?:\d+\W+)?/u, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
