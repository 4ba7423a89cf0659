import type { Block } from "./blocks.ts";
import { findMetadata } from "../entry-metadata.ts";
import type { Draft } from "./draft.ts";
import { isFaqTitle } from "./faq-title.ts";
import { headingDrafts } from "./heading-drafts.ts";
import { paragraphDrafts } from "./paragraph-drafts.ts";
import { apartFrom, inOrder, outside } from "./spans.ts";

/** A file whose entries are looked for. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly text: string;
  /** Whether it is a FAQ by its name or title: then headings are entries that name problems. */
  readonly isFaq: boolean;
}

/** Headings that name problems are sections, and no entries, from this share on that hold questions of another shape. */
const minSectionShare = 1 / 2;

/** The entries of a file, `collapsible` among them, each in the outermost shape it has. */
export function draftsOf(page: Page, collapsible: readonly Draft[]): readonly Draft[] {
  const { blocks, text, isFaq } = page;
  const fromHeadings = headingDrafts(blocks, text, isFaq);
  const plain = isFaq && fromHeadings.isNamed ? headingDrafts(blocks, text, false) : fromHeadings;
  const asking = fromHeadings.isNamed ? plain.drafts.filter((it) => hasMetadata(it, text)) : fromHeadings.drafts;
  const others = entriesOf(blocks, asking, apartFrom(collapsible, asking), text);
  if (!fromHeadings.isNamed) return others;
  if (!isFaq) return isOneAnswer(others, headingDrafts(blocks, text, true).drafts) ? asking : others;
  const unmarked = others.filter((it) => !asking.includes(it));
  if (areSections(fromHeadings.drafts, unmarked)) return others;
  return entriesOf(blocks, fromHeadings.drafts, apartFrom(collapsible, fromHeadings.drafts), text);
}

function hasMetadata({ questionEnd, answerEnd }: Draft, text: string): boolean {
  return findMetadata(text, questionEnd, answerEnd, 0) !== undefined;
}

/** Whether headings are sections of the questions under them, and not entries that name problems. */
function areSections(named: readonly Draft[], others: readonly Draft[]): boolean {
  if (others.length === 0) return false;
  const holding = named.filter((it) => others.some(({ start, end }) => start >= it.start && end <= it.end));
  if (holding.length >= Math.max(1, named.length * minSectionShare)) return true;
  const [first] = holding;
  const isInFaq = holding.length === 1 && first !== undefined && isFaqTitle(first.question);
  return isInFaq || (others.length > named.length && apartFrom(others, named).length > 0);
}

/** Whether all questions stand under one heading of several: a checklist in an answer is not the FAQ. */
function isOneAnswer(others: readonly Draft[], named: readonly Draft[]): boolean {
  if (others.length === 0 || named.length < 3 || others.some((it) => it.shape === "lines")) return false;
  return named.some((it) => others.every(({ start, end }) => start > it.start && end <= it.end));
}

/** Of questions without a heading, the more frequent shape counts: the other one stands in its answers. */
function entriesOf(
  blocks: readonly Block[],
  fromHeadings: readonly Draft[],
  collapsible: readonly Draft[],
  text: string,
): readonly Draft[] {
  const fromParagraphs = paragraphDraftsOutside(fromHeadings, blocks, text);
  if (fromParagraphs.length > collapsible.length)
    return inOrder([...fromHeadings, ...fromParagraphs, ...apartFrom(collapsible, fromParagraphs)]);
  const found = inOrder([...fromHeadings, ...collapsible]);
  return inOrder([...found, ...paragraphDraftsOutside(found, blocks, text)]);
}

/** Drafts of paragraphs; one that runs on into the HTML of the next entry is left to that entry. */
function paragraphDraftsOutside(found: readonly Draft[], blocks: readonly Block[], text: string): readonly Draft[] {
  return apartFrom(paragraphDrafts(outside(blocks, found), text, found), found);
}
