import { metadataPrefix } from "../entry-metadata.ts";
import type { Block } from "./blocks.ts";
import { isClosingRemark, isInclude, isNavigation } from "./closing-blocks.ts";
import { isBareAnchor } from "./anchors.ts";
import type { Draft } from "./draft.ts";
import type { Enclosures } from "./enclosing-pairs.ts";
import { sourceBlock } from "./entry-spans.ts";

/** Most blocks of a footer behind the last thematic break of a page. */
const maxFooterBlocks = 3;

interface Page {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly enclosures: Enclosures;
}

/**
 * Ends each draft where its answer ends. What follows the last words of an answer may belong to the page: the end of a
 * wrapper around several entries, generated text, navigation, an include, a footer, a remark on where to ask. It stays
 * when the entry is removed, and a new entry is inserted before it. An entry with a source line ends with that.
 */
export function withOwnEnds(drafts: readonly Draft[], page: Page): readonly Draft[] {
  const { blocks, text } = page;
  let from = 0;
  return drafts.map((found, i) => {
    if (found.shape === "details" || found.shape === "container") return found;
    const draft = withoutBlankLines(found, drafts[i + 1]?.start ?? text.length, text);
    const closing = ownClosing(draft, page);
    if (closing > draft.end) return withEnd(draft, closing);
    while ((blocks[from]?.end ?? Infinity) <= draft.start) from++;
    const inside: Block[] = [];
    for (let at = from; (blocks[at]?.start ?? Infinity) < draft.end; at++) inside.push(...blocks.slice(at, at + 1));
    const source = sourceBlock(inside, 0, draft.questionEnd, text);
    const end = source === undefined ? endOf(draft, inside, page, i === drafts.length - 1) : inside[source]?.end;
    if (end === undefined || end > draft.end || text.slice(end, draft.end).trim() === "") return draft;
    return withEnd(draft, end);
  });
}

/** The parser counts blank lines to code that an item leaves open, and the mark of the next item. */
function withoutBlankLines(draft: Draft, until: number, text: string): Draft {
  const end = Math.min(draft.end, until);
  const held = draft.start + text.slice(draft.start, end).trimEnd().length;
  if (!/[\r\n]/u.test(text.slice(held, end)) && end === draft.end) return draft;
  return { ...draft, end: held, answerEnd: Math.min(draft.answerEnd, held) };
}

function withEnd(draft: Draft, end: number): Draft {
  return end === draft.end
    ? draft
    : { ...draft, end, answerEnd: draft.shape === "numbered" ? Math.min(draft.answerEnd, end) : end };
}

/** The end of what is opened in an answer and closed right behind it: `<!-- tabs:end -->`. */
function ownClosing({ answerStart, end }: Draft, { text, enclosures }: Page): number {
  const closing = enclosures.pairs.find(
    (it) =>
      !it.isGenerated &&
      it.start > answerStart &&
      it.start < end &&
      it.closing >= end &&
      text.slice(end, it.closing).trim() === "",
  );
  return closing?.end ?? end;
}

/** The end of the answer; undefined where all of the draft is the answer, or nothing would be left of it. */
function endOf(draft: Draft, inside: readonly Block[], page: Page, isLast: boolean): number | undefined {
  const { text } = page;
  const limit = wrapperEnd(draft, page.enclosures);
  const answer = inside.filter((it) => it.end > draft.answerStart && it.start < limit);
  const left = withoutClosing(answer, draft, page, isLast);
  const last = left.at(-1);
  if (last === undefined) return undefined;
  const end = Math.min(last.end, limit);
  return draft.answerStart + text.slice(draft.answerStart, end).trimEnd().length;
}

/** Where what was opened before an entry is closed in it, or what is closed behind it is opened in it. */
function wrapperEnd({ start, answerStart, end }: Draft, { pairs }: Enclosures): number {
  const cuts = pairs.flatMap((it) => {
    if (it.start < start && it.closing > answerStart && it.closing < end) return [it.closing];
    return it.start > answerStart && it.start < end && it.closing >= end ? [it.start] : [];
  });
  return cuts.reduce((first, cut) => Math.min(first, cut), end);
}

function withoutClosing(answer: readonly Block[], draft: Draft, page: Page, isLast: boolean): readonly Block[] {
  const generated = page.enclosures.pairs.find(
    (it) => it.isGenerated && it.start > draft.answerStart && it.end <= draft.end,
  );
  const own = isLast && generated !== undefined ? answer.filter(({ start }) => start < generated.start) : answer;
  let left = withoutFooter(own.length > 0 ? own : answer, isLast);
  for (let before = answer.length + 1; left.length > 1 && left.length < before;) {
    before = left.length;
    const last = left.at(-1);
    if (last === undefined) break;
    const generated = page.enclosures.pairs.findLast(
      (it) => it.isGenerated && it.closing >= last.start && it.end <= last.end,
    );
    if (generated !== undefined && generated.start > draft.answerStart) {
      left = left.filter((it) => it.start < generated.start);
    } else if (closes(last, page, isLast)) left = left.slice(0, -1);
  }
  return left;
}

/** A thematic break near the end of a page, with a word or two behind it and no other such line before. */
function withoutFooter(answer: readonly Block[], isLast: boolean): readonly Block[] {
  const across = answer.findLastIndex(({ node }) => node.type === "thematicBreak");
  const isFooter = isLast && across > 0 && answer.length - across - 1 <= maxFooterBlocks;
  if (!isFooter || answer.slice(across).some(({ heading }) => heading !== undefined)) return answer;
  return answer.slice(0, across);
}

/** Whether a block at the end of an answer does not belong to it. */
function closes(block: Block, { text, enclosures }: Page, isLast: boolean): boolean {
  const { node, start, end } = block;
  if (node.type === "thematicBreak" || node.type === "definition" || node.type === "footnoteDefinition") return true;
  if (node.type === "paragraph" && isBareAnchor(text.slice(start, end))) return true;
  if (node.type === "html") {
    const html = text.slice(start, end);
    if (html.startsWith("<!--")) return !html.includes(metadataPrefix);
    if (isBareAnchor(html)) return true;
    const tags = html.match(/<\/?[a-z][^<>]*>/giu) ?? [];
    const isClosing = tags.length > 0 && tags.join("") === html.replaceAll(/\s+/gu, "");
    if (isClosing && tags.every((tag) => tag.startsWith("</")) && enclosures.strayClosings.has(start)) return true;
  }
  return isNavigation(block) || (isLast && (isInclude(block, text) || isClosingRemark(block)));
}
