import type { EvaluationSet } from "./evaluation-set.ts";
import { questionPairs, readPairs } from "./question-pairs.ts";

/** Chinese, as people type into a chat: short, with slips. */
export const bankQuestions: EvaluationSet = {
  name: "bank-questions",
  description: "Questions of a Chinese online bank's customers, to other questions that ask the same.",
  sources: [
    {
      repository: "Chriszhangmw/LCQMC",
      commit: "2fa3ebdf8cb687f2a2bb985c0f01a5b662c7b7a2",
      licence: "none is stated; its authors (BQ Corpus, Harbin Institute of Technology) give it out for research",
      use: "the pairs of the development part of the BQ Corpus",
    },
  ],
  relation:
    "Annotators said of pairs whether they ask the same: 2 where they compared the two, 1 where both ask the same as a third one. The same thing is asked in many ways, and not every pair was compared, so part of what counts as wrong is right.",
  checked:
    "28 pairs were read, 22 of them right. The others are about the same step of a loan and ask something else of it.",
  async extract([tree]) {
    const text = (await tree?.read("sourceData/bq_corpus/bq_corpus/dev.tsv")) ?? "";
    return questionPairs(readPairs(text), 1000);
  },
};
