import type { ContentsLine, Faq, FaqEntry, FaqSection } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import { isNavigation } from "./closing-blocks.ts";
import { contentsLines } from "./contents-lines.ts";

/** From this share of links to entries or sections on, links are a table of contents. */
const minContentsShare = 1 / 2;

/** What a table of contents may lead to. */
interface KnownTargets {
  readonly entries: readonly Pick<FaqEntry, "anchor" | "ids" | "question">[];
  readonly sections: readonly Pick<FaqSection, "anchor" | "title">[];
  /** Other fragments that people gave to places in the file. */
  readonly ids: readonly string[];
}

/**
 * The lines of the file's tables of contents: of lists, of lines and tables, in Markdown and in HTML, collapsed or not,
 * of which most links lead to what the file holds. `blocks` are those outside of entries. A file may have one of its
 * sections and one for each of them.
 */
export function readContents(blocks: readonly Block[], text: string, known: KnownTargets): readonly ContentsLine[] {
  const leadsHere = leadsToKnown(known);
  return blocks.flatMap((block, table) => {
    const lines = isNavigation(block) ? [] : contentsLines(block.node, text);
    const leading = lines.filter(leadsHere);
    return leading.length > 0 && leading.length >= lines.length * minContentsShare
      ? lines.map((it) => ({ ...it, table }))
      : [];
  });
}

function leadsToKnown({
  entries,
  sections,
  ids: others,
}: KnownTargets): (line: Pick<ContentsLine, "anchor" | "title">) => boolean {
  const anchors = [
    ...entries.flatMap(({ anchor, ids }) => [anchor, ...ids]),
    ...sections.map(({ anchor }) => anchor),
    ...others,
  ];
  const known = new Set(anchors.filter((it) => it !== "").map((it) => it.toLowerCase()));
  const titles = new Set([
    ...entries.map(({ question }) => bare(question)),
    ...sections.map(({ title }) => bare(title)),
  ]);
  return ({ anchor, title }) => known.has(anchor.toLowerCase()) || (title !== "" && titles.has(bare(title)));
}

function bare(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

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
  const words = bareWords(question);
  return contents.filter((it) => !known.has(it.anchor) && words !== "" && bareWords(it.title) === words);
}

function bareWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/^\W*(?:q(?:uestion)?\W*)?(?:\d+\W+)?/u, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
