import type { EvaluationSet } from "./evaluation-set.ts";

/** The sets that can be made, in the order of their names. */
export const allSets: readonly EvaluationSet[] = [];
