import type { EvaluationSet } from "./evaluation-set.ts";
import { questionPairs, readPairs } from "./question-pairs.ts";

/** Chinese, about everything. */
export const zhidaoQuestions: EvaluationSet = {
  name: "zhidao-questions",
  description: "Questions from Baidu Knows in Chinese, to other questions that mean the same.",
  sources: [
    {
      repository: "Chriszhangmw/LCQMC",
      commit: "2fa3ebdf8cb687f2a2bb985c0f01a5b662c7b7a2",
      licence: "none is stated; its authors (LCQMC, Harbin Institute of Technology) give it out for research",
      use: "the pairs of the development part of LCQMC",
    },
  ],
  relation:
    "Annotators said of pairs whether they mean the same: 2 where they compared the two, 1 where both mean the same as a third one. Pairs that share words and mean something else are in the corpus, too.",
  checked: "28 pairs were read, 27 of them right. In the other one two names differ by a word.",
  async extract([tree]) {
    const text = (await tree?.read("sourceData/lcqmc/lcqmc/dev.tsv")) ?? "";
    return questionPairs(readPairs(text), 1000);
  },
};
