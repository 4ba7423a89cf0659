import { aboveThreshold } from "../../features/related-answers/choose-hits.ts";
import type { Suggestion } from "../replay/past-index.ts";
import type { ReplayedQuestion } from "../replay/replay.ts";
import { gradeOf } from "../replay/truth.ts";

/** How what would have been posted compares with what truly answered. */
export interface Judged {
  readonly replayed: ReplayedQuestion;
  /** What would have been posted; empty for silence. */
  readonly posted: readonly Suggestion[];
  /** Whether anybody wrote down what answered. */
  readonly hasTruth: boolean;
  /**
   * Whether what would have been posted can be told right from wrong: of the docs it links to where people linked docs,
   * of the threads where they linked a thread. A thread that nobody linked where the docs were linked is neither.
   */
  readonly isJudged: boolean;
  /** Whether what answered was known when the question was asked. */
  readonly couldAnswer: boolean;
  /** Place of the first posted link that leads to what answered, from 1. */
  readonly rightAt?: number;
  /** The same for a link to the very section or thread. */
  readonly exactAt?: number;
}

/** What would have been posted at a threshold, at most `limit` links, and whether it was right. */
export function judge(replayed: ReplayedQuestion, threshold: number, limit: number): Judged {
  const { found, truths, knownTruths } = replayed;
  const posted = aboveThreshold(found, threshold, limit);
  const grades = posted.map((it) => gradeOf(it, knownTruths));
  const rightAt = grades.findIndex((grade) => grade !== undefined) + 1;
  const exactAt = grades.indexOf("exact") + 1;
  return {
    replayed,
    posted,
    hasTruth: truths.length > 0,
    isJudged: rightAt > 0 || posted.some((it) => truths.some((truth) => isThread(truth) === isThread(it))),
    couldAnswer: knownTruths.length > 0,
    ...(rightAt > 0 && { rightAt }),
    ...(exactAt > 0 && { exactAt }),
  };
}

function isThread({ group }: { readonly group: string }): boolean {
  return group.startsWith("thread:");
}
