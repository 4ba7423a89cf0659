import type { FaqEntry } from "../read/faq-entry.ts";
import { answerSign } from "../read/question-sign.ts";
import { withoutMark } from "../read/looks-like-question.ts";
import { withoutNumber } from "../write/entry-model.ts";
import { noMarks, readMarks, writeMarks } from "../marks/entry-marks.ts";
import type { NewEntry } from "../write/entry-content.ts";

/** Whether an entry reads as it was meant when it was written. */
export function isAsMeant(entry: FaqEntry, { question, answer, source, marks }: NewEntry): boolean {
  return (
    [entry.question, withoutNumber(entry.question)].map(bare).includes(bare(withoutMark(question))) &&
    // A sign that an answer begins with itself reads as that of its file.
    [answer, answer.slice(answerSign(answer))].map(plainLines).includes(plainLines(entry.answer)) &&
    (entry.parts.source !== undefined) === (source !== undefined) &&
    JSON.stringify(entry.marks) === JSON.stringify(readMarks(writeMarks(marks ?? noMarks, false)))
  );
}

/** Letters and digits alone: a question is written with marks that keep others from meaning something. */
function bare(question: string): string {
  return question.slice(0, 200).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Lines as they read, however deep they are set in, and by whatever white space. */
function plainLines(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[ \t]+/gu, " ")
    .replaceAll(/^ /gmu, "")
    .trim();
}
