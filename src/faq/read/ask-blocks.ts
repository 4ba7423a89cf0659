import type { ListItem, Paragraph, RootContent, Strong } from "mdast";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { plainText } from "../../text/plain-text.ts";
import { findMark, markInLine } from "../marks/entry-marks.ts";
import type { Draft } from "./draft.ts";
import type { EntryShape } from "./faq-entry.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** Where a question ends and its answer begins, in one paragraph or list item. */
export interface Asked {
  readonly shape: EntryShape;
  readonly question: string;
  readonly questionEnd: number;
}

/** The question a paragraph begins with: all of it, or its first line. What our mark stands behind is one. */
export function questionOf(paragraph: Paragraph, text: string): Asked | undefined {
  const end = paragraph.position?.end.offset ?? 0;
  const strong = paragraph.children.find((child) => child.type !== "html" && !isBlank(child));
  if (strong?.type === "strong") {
    const question = plainText(strong);
    const questionEnd = endOfBold(text, strong.position?.end.offset ?? 0);
    const mark = findMark(text, questionEnd, text.length, 0);
    const isAlone = /^\s*(?:$|\r?\n)/u.test(text.slice(Math.min(end, mark?.end ?? questionEnd), end));
    if (isAlone && (mark !== undefined || looksLikeQuestion(question))) return { shape: "bold", question, questionEnd };
  }
  const start = paragraph.position?.start.offset ?? 0;
  const [whole = ""] = /^[^\r\n]*/u.exec(text.slice(start, end)) ?? [];
  const line = whole.slice(0, markInLine(whole)).trimEnd();
  const isKnown = findMark(text, start + line.length, text.length, 0) !== undefined;
  const isMarked = /^(?:\*\*)?Q(?:uestion)?\s{0,9}\d{0,9}\s{0,9}(?:\*\*)?[:.)]/iu.test(line);
  const isAnswered = /^\s*\r?\n(?::\s|(?:\*\*)?A(?:nswer)?\s*\d*(?:\*\*)?[:.])/iu.test(
    text.slice(start + whole.length, end + 20),
  );
  if (!isKnown && !isMarked && !(isAnswered && looksLikeQuestion(line))) return undefined;
  return { shape: "lines", question: plainText(parseMarkdown(line)), questionEnd: start + line.length };
}

function isBlank(node: RootContent | Paragraph["children"][number]): boolean {
  return node.type === "text" && node.value.trim() === "";
}

/** A colon or question mark behind a question in bold letters is part of it. */
function endOfBold(text: string, end: number): number {
  return end + (/^[ \t]*[:?]+/u.exec(text.slice(end, end + 100))?.[0].length ?? 0);
}

/** Items that begin with a question and go on: `1. **How?** Like this.` A list of links is a table of contents. */
export function itemDrafts(items: readonly ListItem[], anchor: string | undefined, text: string): Draft[] {
  return items.flatMap((item): Draft[] => {
    const [first] = item.children;
    const end = item.position?.end.offset ?? 0;
    if (first?.type !== "paragraph") return [];
    const [lead] = first.children;
    const asked = lead?.type === "strong" ? lead : first;
    const question = plainText(asked);
    const questionEnd = endOfQuestion(asked, text);
    const isContents = lead?.type === "link" && lead.url.startsWith("#");
    const indent = (first.position?.start.column ?? 1) - 1;
    const mark = findMark(text, questionEnd, end, indent);
    const isAsked = mark !== undefined || looksLikeQuestion(question);
    if (isContents || !isAsked || question.includes("\n")) return [];
    const answerStart = mark?.end ?? questionEnd;
    if (text.slice(answerStart, end).trim() === "") return [];
    const start = item.position?.start.offset ?? 0;
    const place = { start, end, questionEnd, answerStart, answerEnd: end, indent };
    return [{ shape: "numbered", question, anchor: anchor ?? "", ...place }];
  });
}

function endOfQuestion(asked: Strong | Paragraph, text: string): number {
  const [start, end] = [asked.position?.start.offset ?? 0, asked.position?.end.offset ?? 0];
  if (asked.type === "strong") return endOfBold(text, end);
  const written = text.slice(start, end);
  return start + written.slice(0, markInLine(written)).trimEnd().length;
}
