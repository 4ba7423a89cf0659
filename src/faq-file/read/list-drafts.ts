import type { List, ListItem, Paragraph, PhrasingContent } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import { findMetadata, metadataInLine } from "../entry-metadata.ts";
import type { Block } from "./blocks.ts";
import type { QuestionSpan, BlockQuestions, Draft } from "./draft.ts";
import { questionInParagraph } from "./find-question.ts";
import { endsAsQuestion, looksLikeQuestion } from "./looks-like-question.ts";
import { answerStart } from "./question-sign.ts";

/** From this share of items that ask on, the others of the list name problems as they do. */
const minQuestionShare = 1 / 2;

/** An item that may be an entry. */
interface Item {
  readonly draft: Draft;
  /** Whether it reads like a question; the others of its list count beside such. */
  readonly asks: boolean;
}

/**
 * Items that begin with a question and go on: `1. **How?** Like this.`, `- Q: How?`, `1. ### How?`. A list of links is a
 * table of contents.
 */
export function itemDrafts(block: Block, text: string): Draft[] {
  if (block.node.type !== "list") return [];
  const list: List = block.node;
  const items = list.children
    .flatMap((it) => toItem(it, block, text) ?? [])
    .filter(({ draft }) => draft.end === block.end || isAnswered(draft, text));
  const asking = items.filter((it) => it.asks).length;
  const areAll = asking > 1 && asking >= list.children.length * minQuestionShare;
  return items.filter((it) => it.asks || areAll).map(({ draft }) => draft);
}

function toItem(item: ListItem, { ownAnchor, nested }: Block, text: string): Item | undefined {
  const [first] = item.children;
  if (first?.type !== "paragraph" && first?.type !== "heading") return undefined;
  const end = item.position?.end.offset ?? 0;
  const indent = (first.position?.start.column ?? 1) - 1;
  const found = first.type === "paragraph" ? questionInItem(first, item, text) : undefined;
  const own = first.type === "heading" ? { question: plainText(first), questionEnd: endOf(first) } : found;
  if (own === undefined) return undefined;
  const { question, questionEnd } = own;
  const comment = findMetadata(text, questionEnd, end, indent);
  const from = answerStart(text, comment?.end ?? questionEnd, end);
  const heading = nested?.get(first);
  const anchor = heading?.anchor ?? ownAnchor ?? "";
  const place = {
    start: item.position?.start.offset ?? 0,
    end,
    questionEnd,
    answerStart: from,
    answerEnd: end,
    indent,
  };
  const asks = comment !== undefined || (found?.isSigned ?? looksLikeQuestion(question));
  return { draft: { shape: "numbered", question, anchor, ...(heading && { slug: heading.slug }), ...place }, asks };
}

/** Whether an item goes on behind its question; the answer to the last one may stand behind the list: see `joinLists`. */
export function isAnswered({ answerStart: from, answerEnd }: Draft, text: string): boolean {
  return text.slice(from, answerEnd).trim() !== "";
}

type ItemQuestion = Pick<QuestionSpan, "question" | "questionEnd"> & { readonly isSigned?: true };

/**
 * What an item begins with: its bold words, a question with a sign, its first line where that asks, or its first
 * paragraph.
 */
function questionInItem(first: Paragraph, item: ListItem, text: string): ItemQuestion | undefined {
  const lead = first.children.find((child) => child.type !== "text" || child.value.trim() !== "");
  if (lead?.type === "link" && lead.url.startsWith("#")) return undefined;
  const signed = questionInParagraph(first, text);
  if (signed?.shape === "lines") return { ...signed, isSigned: true };
  if (lead?.type === "strong") return { question: oneLine(plainText(lead)), questionEnd: endOfBold(text, endOf(lead)) };
  const start = first.position?.start.offset ?? 0;
  const written = text.slice(start, endOf(first));
  const own = written.slice(0, metadataInLine(written)).trimEnd();
  const firstLine = /^[^\r\n]*/u.exec(own)?.[0].trimEnd() ?? "";
  if (firstLine.length < own.length && endsAsQuestion(firstLine)) {
    return { question: lineOf(first, firstLine.length + start), questionEnd: start + firstLine.length };
  }
  const question = plainText(first);
  if (question.includes("\n") && !(endsAsQuestion(question) && item.children.length > 1)) return undefined;
  return { question: oneLine(question), questionEnd: start + own.length };
}

/** The text of a paragraph up to a place in the file. */
function lineOf(paragraph: Paragraph, until: number): string {
  const children = paragraph.children.filter((it) => (it.position?.start.offset ?? 0) < until);
  return /^[^\n]*/u.exec(plainText({ ...paragraph, children } as Paragraph))?.[0] ?? "";
}

/** A colon or question mark behind a question in bold letters is part of it. */
function endOfBold(text: string, end: number): number {
  return end + (/^[ \t]*[:?：？]+/u.exec(text.slice(end, end + 100))?.[0].length ?? 0);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}

function endOf({ position }: Paragraph | ListItem["children"][number] | PhrasingContent): number {
  return position?.end.offset ?? 0;
}

/**
 * Code at the first column ends a list for Markdown, but not for who wrote it: `1. How?`, a fence, `2. Why?`. What stands
 * between two such lists is the answer to the last question of the first, and behind the last of them, what is no
 * heading, thematic break or question belongs to its last question.
 */
export function joinLists(all: readonly BlockQuestions[], text: string): readonly BlockQuestions[] {
  const joined = [...all];
  let open: { readonly at: number; readonly list: List; readonly count: number } | undefined;
  let isBroken = false;
  for (let i = 0; i <= all.length; i++) {
    const it = all[i];
    if (it !== undefined && open !== undefined && !ends(it) && !hasQuestions(it)) continue;
    const list = it?.block.node.type === "list" && hasQuestions(it) ? it.block.node : undefined;
    const goesOn = open !== undefined && list !== undefined && isNext(open.list, open.count, list);
    if (
      open !== undefined &&
      (goesOn || isBroken || isUnansweredBeforeCode(all[open.at], all[open.at + 1], text)) &&
      i - 1 > open.at &&
      endsAt(joined[open.at])
    ) {
      joined[open.at] = withLonger(joined[open.at], all[i - 1]?.block.end ?? 0);
    }
    isBroken = goesOn && (isBroken || i - 1 > (open?.at ?? i));
    const count = (list?.children.length ?? 0) + (goesOn ? (open?.count ?? 0) : 0);
    open = list === undefined ? undefined : { at: i, list: goesOn ? (open?.list ?? list) : list, count };
  }
  return joined;
}

function ends({ block: { node, heading } }: BlockQuestions): boolean {
  return heading !== undefined || node.type === "thematicBreak";
}

function hasQuestions({ question, items }: BlockQuestions): boolean {
  return question !== undefined || items.length > 0;
}

/** Whether the last item of a numbered list says nothing, and code follows, which can be nothing but its answer. */
function isUnansweredBeforeCode(
  list: BlockQuestions | undefined,
  next: BlockQuestions | undefined,
  text: string,
): boolean {
  const last = list?.items.at(-1);
  const isNumbered = list?.block.node.type === "list" && list.block.node.ordered === true;
  return isNumbered && next?.block.node.type === "code" && last !== undefined && !isAnswered(last, text);
}

/** A bullet before a bold question says nothing, and its answer stands behind the list. */
function isBoldAlone({ children: [item, other] }: List): boolean {
  const first = item?.children[0];
  return (
    other === undefined &&
    item?.children.length === 1 &&
    first?.type === "paragraph" &&
    first.children[0]?.type === "strong"
  );
}

/** Whether a list goes on with the numbers of one that began before. */
function isNext(first: List, count: number, next: List): boolean {
  if (first.ordered !== next.ordered) return false;
  if (first.ordered !== true) return isBoldAlone(first) && isBoldAlone(next);
  const start = first.start ?? 1;
  return next.start === start + count || next.start === start;
}

/** Whether the last item of a list is one of its questions. */
function endsAt(it: BlockQuestions | undefined): boolean {
  return it?.items.at(-1)?.end === it?.block.end;
}

function withLonger(it: BlockQuestions | undefined, end: number): BlockQuestions {
  if (it === undefined) throw new Error("no list is open");
  const items = it.items.map((draft, i): Draft =>
    i < it.items.length - 1 ? draft : { ...draft, end, answerEnd: end },
  );
  return { ...it, items };
}
