import type { OccurrenceWeights } from "./field-lengths.ts";
import { fields } from "./fields.ts";
import { placeIn } from "./number-lists.ts";
import { countOf, fieldOf, pack, slotOf } from "./postings.ts";
import type { Postings } from "./postings.ts";

/** How often terms stand in some documents. */
export interface Matches {
  /**
   * At `(place of the slot * number of terms + place of the term) * fields.length + number of the field`: how often the
   * term stands there, weighted by the field and normalised by its length; 0 where it does not. The sum over the fields
   * is the `tf` of BM25F: the term adds `weight * tf / (k1 + tf)` to the document's score.
   */
  readonly frequencies: Float64Array;
}

/** How often each term stands in each slot. */
export function readMatches(
  postings: Postings,
  weights: OccurrenceWeights,
  terms: readonly string[],
  slots: readonly number[],
): Matches {
  const frequencies = new Float64Array(slots.length * terms.length * fields.length);
  const ids = Int32Array.from(terms, (term) => postings.termIdOf(term) ?? -1);
  const lists = Array.from(ids, (id) => (id < 0 ? nothing : postings.of(id)));
  const filter = new TermFilter(ids);
  for (let row = 0; row < slots.length; row++) {
    const slot = slots[row] ?? 0;
    const own = postings.termIdsOf(slot);
    for (let i = 0; i < own.length; i++) {
      const id = own[i] ?? 0;
      if (!filter.mayHold(id)) continue;
      for (let place = ids.indexOf(id); place >= 0; place = ids.indexOf(id, place + 1)) {
        readPostings(lists[place] ?? nothing, slot, weights, frequencies, (row * terms.length + place) * fields.length);
      }
    }
  }
  return { frequencies };
}

const nothing = new Uint32Array(0);

/** Excludes most numbers that are not in a set, by a bit each: of the hundred terms of a document few are in the query. */
class TermFilter {
  readonly #bits = new Uint8Array(1 << 12);

  constructor(numbers: Int32Array) {
    for (const number of numbers) if (number >= 0) this.#bits[number & (this.#bits.length - 1)] = 1;
  }

  mayHold(number: number): boolean {
    return this.#bits[number & (this.#bits.length - 1)] === 1;
  }
}

/** Writes the normalised counts of one term in a document, by field from `start` on. */
function readPostings(
  list: Uint32Array,
  slot: number,
  weights: OccurrenceWeights,
  frequencies: Float64Array,
  start: number,
): void {
  for (let i = placeIn(list, pack(slot, 0, 0)); i < list.length; i++) {
    const posting = list[i] ?? 0;
    if (slotOf(posting) !== slot) return;
    const field = fieldOf(posting);
    frequencies[start + field] = countOf(posting) * (weights.values[field * weights.stride + slot] ?? 0);
  }
}
