import { bankQuestions } from "./bank-questions.ts";
import type { EvaluationSet } from "./evaluation-set.ts";
import { tidbFaq } from "./tidb-faq.ts";
import { vkCloudFaq } from "./vk-cloud-faq.ts";
import { zhidaoQuestions } from "./zhidao-questions.ts";

/** The sets that can be made, in the order of their names. */
export const allSets: readonly EvaluationSet[] = [bankQuestions, tidbFaq, vkCloudFaq, zhidaoQuestions];
