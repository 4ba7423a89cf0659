import type { ListItem, Paragraph, RootContent } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import type { EntryShape } from "./faq-entry.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** Where a question ends and its answer begins, in one paragraph or list item. */
interface Asked {
  readonly shape: EntryShape;
  readonly question: string;
  readonly questionEnd: number;
}

/**
 * Entries without headings: a bold line, `Q:` with `A:`, a question alone on its line, or the items of a numbered list
 * that begin with a question. An answer goes on to the next question, heading or line across.
 */
export function paragraphDrafts(blocks: readonly Block[], text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.node.type === "list") drafts.push(...itemDrafts(block.node.children, block.ownAnchor));
    if (block.node.type !== "paragraph") continue;
    const asked = questionOf(block.node, text);
    if (asked === undefined) continue;
    const rest = blocks.slice(i + 1);
    const next = rest.findIndex((it) => endsAnswer(it, text));
    const last = (next === -1 ? rest : rest.slice(0, next)).at(-1) ?? block;
    const entry = { ...asked, anchor: block.ownAnchor ?? "", start: block.start, end: last.end };
    const hasAnswer = text.slice(asked.questionEnd, last.end).trim() !== "";
    if (hasAnswer) drafts.push({ ...entry, answerStart: answerStart(text, asked.questionEnd), answerEnd: last.end });
  }
  return drafts;
}

function endsAnswer({ node, heading }: Block, text: string): boolean {
  if (heading !== undefined || node.type === "thematicBreak") return true;
  if (node.type === "list") return itemDrafts(node.children, undefined).length > 0;
  return node.type === "paragraph" && questionOf(node, text) !== undefined;
}

/** The question a paragraph begins with: all of it, or its first line. */
function questionOf(paragraph: Paragraph, text: string): Asked | undefined {
  const end = paragraph.position?.end.offset ?? 0;
  const strong = paragraph.children.find((child) => child.type !== "html" && !isBlank(child));
  if (strong?.type === "strong") {
    const question = plainText(strong);
    const questionEnd = strong.position?.end.offset ?? 0;
    const isAlone = /^[\s:?]*(?:$|\r?\n)/u.test(text.slice(questionEnd, end));
    if (isAlone && looksLikeQuestion(question)) return { shape: "bold", question, questionEnd };
  }
  const start = paragraph.position?.start.offset ?? 0;
  const [line = ""] = /^[^\r\n]*/u.exec(text.slice(start, end)) ?? [];
  const isMarked = /^(?:\*\*)?Q(?:uestion)?\s*\d*\s*(?:\*\*)?[:.)]/iu.test(line);
  const isAnswered = /^\s*\r?\n(?::\s|(?:\*\*)?A(?:nswer)?\s*\d*(?:\*\*)?[:.])/iu.test(
    text.slice(start + line.length, end + 20),
  );
  if (!isMarked && !(isAnswered && looksLikeQuestion(line))) return undefined;
  return { shape: "lines", question: line.replaceAll("**", ""), questionEnd: start + line.length };
}

function isBlank(node: RootContent | Paragraph["children"][number]): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** `A:` is a mark, as `Q:` is; so is the colon of a definition. */
function answerStart(text: string, questionEnd: number): number {
  const mark = /^[\s:?]*(?:(?:\*\*)?A(?:nswer)?\s*\d*(?:\*\*)?[:.](?:\*\*)?\s*)?/iu.exec(
    text.slice(questionEnd, questionEnd + 100),
  );
  return questionEnd + (mark?.[0].length ?? 0);
}

/** Items that begin with a question and go on: `1. **How?** Like this.` A list of links is a table of contents. */
function itemDrafts(items: readonly ListItem[], anchor: string | undefined): Draft[] {
  return items.flatMap((item): Draft[] => {
    const [first] = item.children;
    const end = item.position?.end.offset ?? 0;
    if (first?.type !== "paragraph") return [];
    const [lead] = first.children;
    const isBold = lead?.type === "strong";
    const asked = isBold ? lead : first;
    const question = plainText(asked);
    const questionEnd = asked.position?.end.offset ?? 0;
    const isContents = lead?.type === "link" && lead.url.startsWith("#");
    if (isContents || questionEnd >= end || !looksLikeQuestion(question) || question.includes("\n")) return [];
    const start = item.position?.start.offset ?? 0;
    const indent = (first.position?.start.column ?? 1) - 1;
    const place = { start, end, answerStart: questionEnd, answerEnd: end, indent };
    return [{ shape: "numbered", question, anchor: anchor ?? "", ...place }];
  });
}
