import type { List, ListItem, Paragraph, PhrasingContent } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import { findMark, markInLine } from "../marks/entry-marks.ts";
import { answerStart } from "./answer-start.ts";
import type { Block } from "./blocks.ts";
import { questionOf } from "./asked-paragraph.ts";
import type { Asked, Draft } from "./draft.ts";
import { endsAsQuestion, looksLikeQuestion } from "./looks-like-question.ts";

/** From this share of items that ask on, the others of the list name problems as they do. */
const mostlyQuestions = 1 / 2;

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
  const asked = items.filter((it) => it.asks).length;
  const areAll = asked > 1 && asked >= list.children.length * mostlyQuestions;
  return items.filter((it) => it.asks || areAll).map(({ draft }) => draft);
}

function toItem(item: ListItem, { ownAnchor, nested }: Block, text: string): Item | undefined {
  const [first] = item.children;
  if (first?.type !== "paragraph" && first?.type !== "heading") return undefined;
  const end = item.position?.end.offset ?? 0;
  const indent = (first.position?.start.column ?? 1) - 1;
  const found = first.type === "paragraph" ? askedIn(first, item, text) : undefined;
  const asked = first.type === "heading" ? { question: plainText(first), questionEnd: endOf(first) } : found;
  if (asked === undefined) return undefined;
  const { question, questionEnd } = asked;
  const mark = findMark(text, questionEnd, end, indent);
  const from = answerStart(text, mark?.end ?? questionEnd, end);
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
  const asks = mark !== undefined || (found?.isSigned ?? looksLikeQuestion(question));
  return { draft: { shape: "numbered", question, anchor, ...(heading && { slug: heading.slug }), ...place }, asks };
}

/** Whether an item goes on behind its question; the answer to the last one may stand behind the list: see `joinLists`. */
export function isAnswered({ answerStart: from, answerEnd }: Draft, text: string): boolean {
  return text.slice(from, answerEnd).trim() !== "";
}

type AskedItem = Pick<Asked, "question" | "questionEnd"> & { readonly isSigned?: true };

/** What an item begins with: its bold words, a question with a sign, its first line where that asks, or its first paragraph. */
function askedIn(first: Paragraph, item: ListItem, text: string): AskedItem | undefined {
  const lead = first.children.find((child) => child.type !== "text" || child.value.trim() !== "");
  if (lead?.type === "link" && lead.url.startsWith("#")) return undefined;
  const signed = questionOf(first, text);
  if (signed?.shape === "lines") return { ...signed, isSigned: true };
  if (lead?.type === "strong") return { question: oneLine(plainText(lead)), questionEnd: endOfBold(text, endOf(lead)) };
  const start = first.position?.start.offset ?? 0;
  const written = text.slice(start, endOf(first));
  const own = written.slice(0, markInLine(written)).trimEnd();
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
