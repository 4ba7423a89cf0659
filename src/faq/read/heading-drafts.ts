import { plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** From this share of question-like headings on, a depth is the one that questions stand at. */
const mostlyQuestions = 1 / 3;

/** A heading with the blocks under it, down to the next of its depth or above. */
interface Headed {
  readonly block: Block;
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
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
export function headingDrafts(blocks: readonly Block[]): Draft[] {
  const headed = headedBlocks(blocks);
  const depth = questionDepth(headed);
  if (depth === undefined) return [];
  const isEntry = (it: Headed, i: number): boolean => {
    const hasBelow = (headed[i + 1]?.depth ?? 0) > it.depth;
    const isAbove = it.depth < depth && looksLikeQuestion(it.title) && it.hasOwn && !hasBelow;
    return it.hasAnswer && (it.depth === depth || isAbove);
  };
  return headed.filter(isEntry).map((it) => ({
    shape: "heading",
    question: it.title,
    anchor: it.anchor,
    start: it.block.start,
    end: it.end,
    answerStart: it.block.end,
    answerEnd: it.end,
  }));
}

/** Each heading with what is under it, in one pass: a file may have tens of thousands. */
function headedBlocks(blocks: readonly Block[]): Headed[] {
  const areParted = partEntries(blocks);
  const headed: Headed[] = [];
  /** Headings whose end has not come yet, from the shallowest, with the last block of their answers so far. */
  let open: Open[] = [];
  const close = (depth: number): void => {
    for (const it of open.filter((one) => one.depth >= depth)) headed.push(toHeaded(it));
    open = open.filter((one) => one.depth < depth);
  };
  for (const block of blocks) {
    if (block.heading !== undefined) close(block.heading.depth);
    for (const it of open) {
      if (areParted && block.node.type === "thematicBreak") it.isOver = true;
      if (it.isOver || !isAnswer(block)) continue;
      it.last = block;
      if (it === open.at(-1) && block.heading === undefined) it.hasOwn = true;
    }
    if (block.heading !== undefined)
      open.push({ block, ...block.heading, last: undefined, hasOwn: false, isOver: false });
  }
  close(0);
  return headed.sort((one, other) => one.block.start - other.block.start);
}

interface Open {
  readonly block: Block;
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
  last: Block | undefined;
  hasOwn: boolean;
  isOver: boolean;
}

function toHeaded({ block, depth, title, anchor, last, hasOwn }: Open): Headed {
  return { block, depth, title, anchor, hasOwn, hasAnswer: last !== undefined, end: last?.end ?? block.end };
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

/** Lines between entries, the anchor above the next question, and comments are no part of an answer. */
function isAnswer({ node, ownAnchor }: Block): boolean {
  if (node.type === "thematicBreak" || node.type === "definition") return false;
  if (node.type === "html") return !node.value.trimStart().startsWith("<!--");
  const isBareAnchor = ownAnchor !== undefined && node.type === "paragraph" && plainText(node) === "";
  return !isBareAnchor;
}

function questionDepth(headed: readonly Headed[]): number | undefined {
  const byDepth = [...Map.groupBy(headed, ({ depth }) => depth)];
  const shares = byDepth.map(([depth, some]) => {
    const questions = some.filter(({ title, hasAnswer }) => hasAnswer && looksLikeQuestion(title)).length;
    return { depth, questions, share: questions / some.length };
  });
  const asked = shares.filter(({ questions, share }) => questions > 0 && share >= mostlyQuestions);
  return asked.toSorted((a, b) => b.questions - a.questions || a.depth - b.depth)[0]?.depth;
}
