import type { List } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { findMark } from "../marks/entry-marks.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";
import { sourceBlock } from "./source-block.ts";

/** From this share of question-like headings on, a depth is the one that questions stand at. */
const mostlyQuestions = 1 / 3;

/** A heading with the blocks under it, down to the next of its depth or above. */
interface Headed {
  readonly block: Block;
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
  /** Whether our mark stands behind it, which makes it an entry whatever it reads like. */
  readonly isMarked: boolean;
  /** Whether anything stands under it before the next heading of any depth. */
  readonly hasOwn: boolean;
  /** Whether anything stands under it at all. */
  readonly hasAnswer: boolean;
  readonly end: number;
}

/**
 * Entries whose question is a heading. The depth that questions stand at is the one where most headings read like
 * questions; all headings of that depth are entries then, for "Broken images" among questions is one too. Above it,
 * a heading is an entry when it reads like a question and has an answer of its own and none below.
 */
export function headingDrafts(blocks: readonly Block[], text: string): Draft[] {
  const headed = headedBlocks(blocks, text);
  const depth = questionDepth(headed);
  const isEntry = (it: Headed, i: number): boolean => {
    if (it.title === "") return false;
    if (it.isMarked) return true;
    if (depth === undefined) return false;
    const hasBelow = (headed[i + 1]?.depth ?? 0) > it.depth;
    const isAbove = it.depth < depth && looksLikeQuestion(it.title) && it.hasOwn && !hasBelow;
    return it.hasAnswer && (it.depth === depth || isAbove);
  };
  return outermost(headed.filter(isEntry)).map((it) => ({
    shape: "heading",
    question: it.title,
    anchor: it.anchor,
    start: it.block.start,
    end: it.end,
    questionEnd: it.block.end,
    answerStart: it.block.end,
    answerEnd: it.end,
  }));
}

/** Those that lie in none before them. */
function outermost(headed: readonly Headed[]): Headed[] {
  let end = 0;
  return headed.filter((it) => {
    const isOuter = it.block.start >= end;
    if (isOuter) ({ end } = it);
    return isOuter;
  });
}

/** Each heading with what is under it, in one pass: a file may have tens of thousands. */
function headedBlocks(blocks: readonly Block[], text: string): Headed[] {
  const areParted = partEntries(blocks);
  const shallowest = shallowestAfter(blocks);
  const headed: Headed[] = [];
  /** Headings whose end has not come yet, from the shallowest, with the last block of their answers so far. */
  let open: Open[] = [];
  const close = (depth: number): void => {
    for (const it of open.filter((one) => one.depth >= depth)) headed.push(toHeaded(it));
    open = open.filter((one) => one.depth < depth);
  };
  for (const [i, block] of blocks.entries()) {
    if (block.heading !== undefined) close(block.heading.depth);
    for (const it of open) {
      if (areParted && i > it.source && parts(blocks, i, it.depth, shallowest)) it.isOver = true;
      if (it.isOver || !isAnswer(block, blocks[i - 1])) continue;
      it.last = block;
      if (it === open.at(-1) && block.heading === undefined) it.hasOwn = true;
    }
    if (block.heading !== undefined)
      open.push({
        block,
        ...block.heading,
        isMarked: findMark(text, block.end, text.length, 0) !== undefined,
        source: sourceBlock(blocks, i, block.end, text) ?? -1,
        last: undefined,
        hasOwn: false,
        isOver: false,
      });
  }
  close(0);
  return headed.sort((one, other) => one.block.start - other.block.start);
}

interface Open {
  readonly block: Block;
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
  readonly isMarked: boolean;
  /** Place of the block that holds its source line; -1 where it has none. */
  readonly source: number;
  last: Block | undefined;
  hasOwn: boolean;
  isOver: boolean;
}

function toHeaded({ block, depth, title, anchor, isMarked, last, hasOwn }: Open): Headed {
  return { block, depth, title, anchor, isMarked, hasOwn, hasAnswer: last !== undefined, end: last?.end ?? block.end };
}

/** Whether lines across stand between entries: one within an answer is followed by deeper headings at most. */
function partEntries(blocks: readonly Block[]): boolean {
  let above: number | undefined;
  return blocks.some(({ node, heading }, at) => {
    above = heading?.depth ?? above;
    if (node.type !== "thematicBreak" || above === undefined) return false;
    const next = blocks.slice(at + 1, at + 3).find((it) => it.heading !== undefined)?.heading;
    return next !== undefined && next.depth <= above;
  });
}

/** A line across ends an answer when the next entry comes right behind it, or none comes at all. */
function parts(blocks: readonly Block[], at: number, depth: number, shallowest: readonly number[]): boolean {
  if (blocks[at]?.node.type !== "thematicBreak") return false;
  const next = blocks.slice(at + 1, at + 3).find((it) => it.heading !== undefined)?.heading;
  return (next !== undefined && next.depth <= depth) || (shallowest[at] ?? 7) > depth;
}

/** The depth of the shallowest heading behind each block; 7 where there is none. */
function shallowestAfter(blocks: readonly Block[]): readonly number[] {
  let shallowest = 7;
  return blocks
    .toReversed()
    .map(({ heading }) => {
      const after = shallowest;
      shallowest = Math.min(shallowest, heading?.depth ?? 7);
      return after;
    })
    .toReversed();
}

/**
 * Lines between entries, the anchor above the next question, comments, and a table of contents behind a line across are
 * no part of an answer.
 */
function isAnswer({ node, ownAnchor }: Block, before: Block | undefined): boolean {
  if (node.type === "thematicBreak" || node.type === "definition") return false;
  if (node.type === "html") return !node.value.trimStart().startsWith("<!--");
  if (node.type === "list" && before?.node.type === "thematicBreak" && isContents(node)) return false;
  const isBareAnchor = ownAnchor !== undefined && node.type === "paragraph" && plainText(node) === "";
  return !isBareAnchor;
}

/** Whether each item leads to a place in the file. */
function isContents({ children }: List): boolean {
  return children.every(({ children: [first] }) => {
    if (first?.type !== "paragraph") return false;
    const link = first.children.find(({ type }) => type === "link");
    return link?.type === "link" && link.url.startsWith("#");
  });
}

/** What is marked says nothing of its neighbours: headings that were no questions do not become some by our entries. */
function questionDepth(headed: readonly Headed[]): number | undefined {
  const unmarked = headed.filter(({ isMarked }) => !isMarked);
  const byDepth = [...Map.groupBy(unmarked, ({ depth }) => depth)];
  const shares = byDepth.map(([depth, some]) => {
    const questions = some.filter(({ title, hasAnswer }) => hasAnswer && looksLikeQuestion(title)).length;
    return { depth, questions, share: questions / some.length };
  });
  const asked = shares.filter(({ questions, share }) => questions > 0 && share >= mostlyQuestions);
  return asked.toSorted((a, b) => b.questions - a.questions || a.depth - b.depth)[0]?.depth;
}
