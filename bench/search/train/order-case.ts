import { compareText } from "../../../src/search/ranking/compare-text.ts";
import { score, type ScoredRow } from "../../../src/search/ranking/score.ts";
import { type Weights, type WeightSets, weightsFor } from "../../../src/search/ranking/weights.ts";
import type { ExtractedFeatures } from "../../../src/search/ranking/extract-features.ts";

/** The rows in the order that some weights give them. */
export function orderRows({ table, candidates }: ExtractedFeatures, sets: WeightSets): ScoredRow[] {
  const entryAt = (row: number) => candidates[row]?.entry;
  return score(table, candidates.length, {
    groupOf: (row) => entryAt(row)?.group ?? "",
    weightsOf: (row): Weights => weightsFor(entryAt(row)?.kind ?? "docs", sets),
    opinionOf: () => 0,
    isBefore: (a, b) => compareText(entryAt(a)?.id ?? "", entryAt(b)?.id ?? "") < 0,
  });
}
