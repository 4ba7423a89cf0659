import { bankQuestions } from "./bank-questions.ts";
import { contaoLinks } from "./contao-links.ts";
import type { EvaluationSet } from "./evaluation-set.ts";
import { redash } from "./redash.ts";
import { tidbFaq } from "./tidb-faq.ts";
import { urho3d } from "./urho3d.ts";
import { usrp } from "./usrp.ts";
import { vkCloudFaq } from "./vk-cloud-faq.ts";
import { zhidaoQuestions } from "./zhidao-questions.ts";

/** The sets that can be made, in the order of their names. */
export const allSets: readonly EvaluationSet[] = [
  bankQuestions,
  contaoLinks,
  redash,
  tidbFaq,
  urho3d,
  usrp,
  vkCloudFaq,
  zhidaoQuestions,
];
