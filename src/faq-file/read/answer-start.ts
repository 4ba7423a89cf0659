import { answerSign } from "./question-sign.ts";

/** Where an answer begins behind its question: `A:` is a mark, as `Q:` is; so are a line break and the colon of a definition. */
export function answerStart(text: string, questionEnd: number, until: number): number {
  const rest = text.slice(questionEnd, Math.min(until, questionEnd + 200));
  const lead = /^(?:[\s:?？：]|<br\s*\/?>|\\(?=\r?\n))*/iu.exec(rest)?.[0].length ?? 0;
  const sign = answerSign(rest.slice(lead));
  if (sign > 0) return questionEnd + lead + sign;
  const blank = /^\s*/u.exec(rest)?.[0] ?? "";
  const colon = blank.includes("\n") ? /^:\s+/u.exec(rest.slice(blank.length))?.[0] : undefined;
  if (colon !== undefined) return questionEnd + blank.length + colon.length;
  // What sets the first line of an answer in stays: it may be code.
  const sameLine = /^(?:[^\S\r\n]|[:?：？]|<br\s*\/?>|\\(?=\r?\n))*/iu.exec(rest)?.[0].length ?? 0;
  return questionEnd + sameLine;
}
