import type { Html, Paragraph, PhrasingContent } from "mdast";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { plainText } from "../../text/plain-text.ts";
import { findMetadata, metadataInLine } from "../entry-metadata.ts";
import type { Block } from "./blocks.ts";
import type { QuestionSpan } from "./draft.ts";
import { endsAsQuestion, looksLikeQuestion } from "./looks-like-question.ts";
import { answerSign, questionSign } from "./question-sign.ts";

/** The question that a paragraph, or a quote, begins with. */
export function findQuestion(block: Block, text: string): QuestionSpan | undefined {
  return block.node.type === "paragraph" ? questionInParagraph(block.node, text) : questionInQuote(block, text);
}

/** A question alone in a quote, with its answer behind it: `> Q: How?`. */
function questionInQuote({ node, end }: Block, text: string): QuestionSpan | undefined {
  if (node.type !== "blockquote" || node.children.length > 1) return undefined;
  const [only] = node.children;
  const question = only?.type === "paragraph" ? plainText(only) : "";
  if (question === "" || question.includes("\n")) return undefined;
  const isKnown = findMetadata(text, end, text.length, 0) !== undefined;
  if (!isKnown && questionSign(question) === 0 && !endsAsQuestion(question)) return undefined;
  return { shape: "quote", question, questionEnd: end };
}

/** Most lines that a question goes over. */
const maxLines = 6;

/**
 * The question that a paragraph begins with: all of it, its emphasised words, or its first lines. Whatever has metadata
 * behind it is a question.
 */
export function questionInParagraph(paragraph: Paragraph, text: string): QuestionSpan | undefined {
  return inEmphasis(paragraph, text) ?? inLines(paragraph, text);
}

/** `**How?**` alone on its line, or with the answer behind it on the same. */
function inEmphasis(paragraph: Paragraph, text: string): QuestionSpan | undefined {
  const lead = paragraph.children.find((child) => child.type !== "html" && !isBlank(child));
  const strong = lead?.type === "link" && lead.children.length === 1 ? lead.children[0] : lead;
  if (lead === undefined || (strong?.type !== "strong" && strong?.type !== "emphasis")) return undefined;
  const question = plainText(strong);
  if (questionSign(`${question}:`) >= question.length) return undefined;
  const end = endOf(paragraph);
  const questionEnd = endOfEmphasis(text, endOf(lead));
  const comment = findMetadata(text, questionEnd, text.length, 0);
  const rest = text.slice(Math.min(end, comment?.end ?? questionEnd), end);
  const isAlone = /^\s*(?:$|\r?\n|<br\s*\/?>|\\\r?\n)/iu.test(rest);
  const mayAsk = strong.type === "strong" || isAlone;
  if (comment !== undefined && isAlone) return { shape: "bold", question, questionEnd };
  if (!mayAsk || !(isAlone ? asksAlone(strong, question) : asksRunIn(question))) return undefined;
  return { shape: "bold", question, questionEnd };
}

function asksAlone({ type }: PhrasingContent, question: string): boolean {
  return type === "strong" ? looksLikeQuestion(question) : endsAsQuestion(question) || questionSign(question) > 0;
}

/** With text behind it on the line, words such as "How it works" begin a sentence and are no question. */
function asksRunIn(question: string): boolean {
  return endsAsQuestion(question) || questionSign(question) > 0;
}

/** A colon, a full stop or a question mark behind a question in emphasis is part of it. */
function endOfEmphasis(text: string, end: number): number {
  return end + (/^(?:[ \t]*[:?：？]+|[。.]+(?=[ \t]*[\r\n]))/u.exec(text.slice(end, end + 100))?.[0].length ?? 0);
}

/** `Q: How?` and the like, and a question with `A:` or the colon of a definition right behind it. */
function inLines(paragraph: Paragraph, text: string): QuestionSpan | undefined {
  const [start, end] = [startOf(paragraph), endOf(paragraph)];
  const [whole = ""] = /^[^\r\n]*/u.exec(text.slice(start, end)) ?? [];
  const line = whole.slice(0, metadataInLine(whole)).trimEnd();
  const isKnown = findMetadata(text, start + line.length, text.length, 0) !== undefined;
  const said = plainText({ ...paragraph, children: paragraph.children.filter(isShown) } as Paragraph);
  const bareSign = signAlone(paragraph);
  if (bareSign !== undefined) {
    const signed = signedQuestion(text, start, end);
    return { ...signed, question: `${bareSign}: ${signed.question.slice(bareSign.length).trim()}` };
  }
  if (questionSign(said) > 0 && isSign(text.slice(start, start + 300))) return signedQuestion(text, start, end);
  const isAnswered = /^\s*\r?\n(?::\s|(?:\*\*)?A(?:nswer)?\s*\d*(?:\*\*)?[:.：])/iu.test(
    text.slice(start + whole.length, end + 20),
  );
  if (!isKnown && !(isAnswered && looksLikeQuestion(line))) return undefined;
  return { shape: "lines", question: plainText(parseMarkdown(line)), questionEnd: start + line.length };
}

/** The sign of `**Q** How?`, which only its emphasis distinguishes from a word. */
function signAlone(paragraph: Paragraph): string | undefined {
  const [first, second] = paragraph.children.filter((it) => it.type !== "html" && !isBlank(it));
  if (first?.type !== "strong" || second === undefined) return undefined;
  const sign = plainText(first);
  const isBare = /^[\p{L}\p{N}]{1,12}$/u.test(sign) && questionSign(`${sign}:`) > 0;
  return isBare && !/^\s*[:：.]/u.test(plainText(second)) ? sign : undefined;
}

/** What stands before the words of a paragraph: tags, links, emphasis. A sign in the middle of a sentence is none. */
function isSign(source: string): boolean {
  const words = source.replace(/^(?:<[^<>]*>|[\s*_[])*/u, "");
  return (
    questionSign(words.replace(/^([^\s*_<\]]{1,20})(?:[*_]{1,3}|<\/\w+>|\]\([^()\s]*\))+\s*/u, "$1 ")) > 0 ||
    questionSign(words) > 0
  );
}

/** A question with a sign goes on until it ends as one, its answer begins, or the paragraph ends. */
function signedQuestion(text: string, start: number, end: number): QuestionSpan {
  const source = text.slice(start, end);
  const lines = source
    .split(/\r?\n/u)
    .slice(0, maxLines)
    .map((line) => line.slice(0, metadataInLine(line)));
  const isAnsweredBelow = answerSign(text.slice(end, end + 100).trimStart()) > 0;
  const until = lastLine(lines, isAnsweredBelow || source.split(/\r?\n/u).length === 1);
  const length = until === lines.length - 1 && lines.length < maxLines ? source.length : lengthOf(source, until + 1);
  const own = withoutAnswer(source.slice(0, length));
  const written = withoutBreak(own.slice(0, metadataInLine(own)));
  return { shape: "lines", question: plainText(parseMarkdown(written)), questionEnd: start + written.length };
}

function withoutBreak(written: string): string {
  return written
    .trimEnd()
    .replace(/(?:<br\s{0,3}\/?>|\\)$/iu, "")
    .trimEnd();
}

/** Place of the line that a question ends on. */
function lastLine(lines: readonly string[], isWhole: boolean): number {
  const first = lines[0] ?? "";
  if (endsAsQuestion(first) || / {2}$|\\$|<br\s*\/?>\s*$/iu.test(first)) return 0;
  const answer = lines.findIndex((line, i) => i > 0 && answerSign(line.trimStart()) > 0);
  if (answer > 0) return answer - 1;
  const last = lines.findIndex((line, i) => i > 0 && endsAsQuestion(line));
  if (last > 0) return last;
  return isWhole ? lines.length - 1 : 0;
}

function lengthOf(source: string, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines; i++) at = source.indexOf("\n", at) + 1 || source.length + 1;
  return Math.min(source.length, at - 1);
}

/** `Q: How? A: So.` on one line. */
function withoutAnswer(source: string): string {
  const found = /[\s?？](?=(?:\*{1,3}|_{1,3})?(?:A(?:nswer)?|答)\s?\d{0,4}\s?(?:\*{1,3}|_{1,3})?[:：])/u.exec(source);
  return found === null ? source : source.slice(0, found.index + 1);
}

function isShown(node: PhrasingContent): boolean {
  return node.type !== "html" || /^<br/iu.test(node.value);
}

function isBlank(node: Html | PhrasingContent): boolean {
  return node.type === "text" && node.value.trim() === "";
}

function startOf({ position }: Paragraph | PhrasingContent): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: Paragraph | PhrasingContent): number {
  return position?.end.offset ?? 0;
}
