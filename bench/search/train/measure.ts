import { compareText } from "../../../src/text/compare-text.ts";
import type { ExtractedFeatures } from "../../../src/search/ranking/extract-features.ts";
import { score, type ScoredRow } from "../../../src/search/ranking/score.ts";
import { type Weights, type WeightSets, weightsFor } from "../../../src/search/ranking/weights.ts";
import type { Case } from "./read-cases.ts";

/** How well weights order the candidates of questions with known answers. */
export interface Quality {
  readonly questions: number;
  /** Share of questions with the right page or thread at the first place, among the first three; mean reciprocal rank in ten. */
  readonly first: number;
  readonly amongThree: number;
  readonly reciprocal: number;
  /** Mean reciprocal rank of the exact section. */
  readonly sectionReciprocal: number;
}

export function measure(cases: readonly Case[], weights: WeightSets): Quality {
  const ranks = cases.filter(({ groups }) => groups.size > 0).map((item) => ranksOf(item, weights));
  const mean = (read: (rank: { page: number; section: number }) => number) =>
    ranks.reduce((sum, rank) => sum + read(rank), 0) / Math.max(1, ranks.length);
  return {
    questions: ranks.length,
    first: mean(({ page }) => Number(page === 1)),
    amongThree: mean(({ page }) => Number(page <= 3)),
    reciprocal: mean(({ page }) => (page <= 10 ? 1 / page : 0)),
    sectionReciprocal: mean(({ section }) => (section <= 10 ? 1 / section : 0)),
  };
}

/** Ranks of the first right page and of the first right section, from 1; infinite where there is none. */
function ranksOf({ extracted, kind, groups, labels }: Case, weights: WeightSets): { page: number; section: number } {
  const shown = orderRows(extracted, weights).flatMap(({ row }) => {
    const entry = extracted.candidates[row]?.entry;
    return entry?.kind === kind ? [entry] : [];
  });
  const pages = [...new Set(shown.map(({ group }) => group))];
  return {
    page: rankOf(pages.findIndex((group) => groups.has(group))),
    section: rankOf(shown.findIndex(({ id }) => labels.has(id))),
  };
}

function rankOf(place: number): number {
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

/** The rows in the order that some weights give them. */
function orderRows({ table, candidates }: ExtractedFeatures, sets: WeightSets): ScoredRow[] {
  const entryAt = (row: number) => candidates[row]?.entry;
  return score(table, candidates.length, {
    groupOf: (row) => entryAt(row)?.group ?? "",
    weightsOf: (row): Weights => weightsFor(entryAt(row)?.kind ?? "docs", sets),
    opinionOf: () => 0,
    isBefore: (a, b) => compareText(entryAt(a)?.id ?? "", entryAt(b)?.id ?? "") < 0,
  });
}
