import { plainText } from "../text/plain-text.ts";
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
  const isEntry = (it: Headed): boolean =>
    it.hasAnswer &&
    (it.depth === depth || (it.depth < depth && looksLikeQuestion(it.title) && it.hasOwn && !hasBelow(it, headed)));
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

function headedBlocks(blocks: readonly Block[]): Headed[] {
  const areParted = blocks.some((_, at) => partsEntries(blocks, at));
  return blocks.flatMap((block, i) => {
    if (block.heading === undefined) return [];
    const after = blocks.slice(i + 1);
    const own = after.slice(
      0,
      indexOr(after, ({ heading }) => heading !== undefined),
    );
    const { depth } = block.heading;
    const all = after.slice(
      0,
      indexOr(after, ({ heading }) => heading !== undefined && heading.depth <= depth),
    );
    const across = areParted ? all.findIndex(({ node }) => node.type === "thematicBreak") : -1;
    const answer = (across === -1 ? all : all.slice(0, across)).filter(isAnswer);
    const end = answer.at(-1)?.end ?? block.end;
    return [{ block, ...block.heading, hasOwn: own.some(isAnswer), hasAnswer: answer.length > 0, end }];
  });
}

/** Whether a line across stands between two entries: one within an answer is followed by deeper headings at most. */
function partsEntries(blocks: readonly Block[], at: number): boolean {
  if (blocks[at]?.node.type !== "thematicBreak") return false;
  const above = blocks.slice(0, at).findLast(({ heading }) => heading !== undefined)?.heading;
  const next = blocks.slice(at + 1, at + 3).find(({ heading }) => heading !== undefined)?.heading;
  return above !== undefined && next !== undefined && next.depth <= above.depth;
}

/** Lines between entries, the anchor above the next question, and comments are no part of an answer. */
function isAnswer({ node, ownAnchor }: Block): boolean {
  if (node.type === "thematicBreak" || node.type === "definition") return false;
  if (node.type === "html") return !node.value.trimStart().startsWith("<!--");
  const isBareAnchor = ownAnchor !== undefined && node.type === "paragraph" && plainText(node) === "";
  return !isBareAnchor;
}

function indexOr(blocks: readonly Block[], matches: (block: Block) => boolean): number {
  const index = blocks.findIndex(matches);
  return index === -1 ? blocks.length : index;
}

function hasBelow(it: Headed, headed: readonly Headed[]): boolean {
  return headed.some(({ block, depth }) => depth > it.depth && block.start > it.block.start && block.end <= it.end);
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
