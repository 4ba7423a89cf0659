import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { fields, fieldWeights, k1 } from "../../../src/search/index/fields.ts";
import type { ScoredTerm } from "../../../src/search/index/search-index.ts";
import { fieldTexts } from "../../../src/search/words/field-texts.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

/** An item with its BM25F score, and what each term finds in each of its fields. */
export interface PlainScore {
  readonly id: string;
  readonly score: number;
  readonly frequencies: readonly (readonly number[])[];
}

/** BM25F as the books have it: over all documents and all terms, without an index. Best first, equal ones by id. */
export function plainScores(items: readonly KnowledgeItem[], terms: readonly ScoredTerm[]): PlainScore[] {
  const documents = items.map((item) => {
    const texts = fieldTexts(item);
    return { id: item.id, byField: fields.map((field) => tokenize(texts[field])) };
  });
  const averages = fields.map((_, field) => {
    const lengths = documents.map(({ byField }) => byField[field]?.length ?? 0).filter((length) => length > 0);
    return Math.max(1, total(lengths)) / Math.max(1, lengths.length);
  });
  const scored = documents.map(({ id, byField }) => {
    const frequencies = terms.map(({ term }) =>
      fields.map((name, field) => {
        const { weight, b } = fieldWeights[name];
        const inField = byField[field] ?? [];
        const count = inField.filter((it) => it === term).length;
        // Weights are kept as 32-bit numbers.
        return count * Math.fround(weight / (1 - b + (b * inField.length) / (averages[field] ?? 1)));
      }),
    );
    const parts = frequencies.map(total).map((tf, i) => ((terms[i]?.weight ?? 0) * tf) / (k1 + tf));
    return { id, score: total(parts), frequencies };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
