import { wasEditedLater } from "./cases.ts";
import type { DatedPage, History } from "../replay/history.ts";
import type { ReplayedQuestion } from "../replay/replay.ts";

/** Fewer questions than this show how the report looks, and little more. */
const minQuestions = 50;

/** What a reader must know before believing any figure: what the data cannot tell, and where it tells too much. */
export function notesOn({ threads, pages }: History, replayed: readonly ReplayedQuestion[]): string[] {
  const judged = replayed.filter(({ truths }) => truths.length > 0).length;
  const edited = replayed.filter(({ thread }) => wasEditedLater(thread)).length;
  const partial = threads.filter(({ isPartial }) => isPartial).length;
  const answersEdited = threads.filter(
    ({ answerEditedAt, answeredAt }) => answerEditedAt && answeredAt && answerEditedAt > answeredAt,
  ).length;
  const notes: readonly (string | false)[] = [
    `Only links that people wrote say what answered: ${judged} of ${replayed.length} questions can be judged. A suggestion that nobody linked is not proven wrong, so precision is rather too low than too high. Posts on the other questions, and threads suggested where people linked only docs or the other way round, are counted, not judged.`,
    replayed.length < minQuestions &&
      `${replayed.length} questions are a small history: every figure may change with the next few.`,
    docsNote(pages),
    edited > 0 && `${edited} questions were edited after somebody had responded; they are asked as they read today.`,
    answersEdited > 0 &&
      `${answersEdited} answers were edited after they were marked; they are known as they read today.`,
    partial > 0 && `${partial} threads have comments that the export does not hold.`,
    "Answers that were unmarked, and threads that were deleted, have left no trace and are not replayed.",
  ];
  return notes.filter((it) => it !== false);
}

function docsNote(pages: readonly DatedPage[]): string {
  if (pages.length === 0) return "No docs were given, so that only earlier answered threads could be suggested.";
  const undated = pages.filter(({ addedAt }) => addedAt === undefined).length;
  if (undated === pages.length) {
    return "Docs are as they are today, at every moment of the replay: some of them may have been written because of these questions.";
  }
  const rest = undated > 0 ? ` ${undated} of ${pages.length} pages have no date and count as always there.` : "";
  return `A page is known from the day it was added, with the text it has today.${rest}`;
}
