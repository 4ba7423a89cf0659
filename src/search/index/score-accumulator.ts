import type { OccurrenceWeights } from "./field-lengths.ts";
import { k1 } from "./fields.ts";

/** Which documents without a score a term may give one: all that have the term, none, or some. */
export type Admission = "all" | "none" | ((slot: number) => boolean);

/** The scores of the documents that the terms of a search have met so far. One search after the other uses it, to spare memory. */
export class ScoreAccumulator {
  /** By slot; 0 for documents without a score. */
  #scores = new Float64Array(0);
  /** Slots with a score, in the order in which they got it: `#size` of them. */
  #slots = new Uint32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The slots with a score, in the order in which they got it; valid until the next change. */
  get slots(): Uint32Array {
    return this.#slots.subarray(0, this.#size);
  }

  /** By slot; 0 for documents without a score. */
  get scores(): Float64Array {
    return this.#scores;
  }

  /** Removes all scores, and makes room for so many slots. */
  clear(slots: number): void {
    for (const slot of this.slots) this.#scores[slot] = 0;
    this.#size = 0;
    if (slots <= this.#scores.length) return;
    this.#scores = new Float64Array(Math.ceil(slots * 1.25));
    this.#slots = new Uint32Array(this.#scores.length);
  }

  /** Adds one term's part, `weight * tf / (k1 + tf)`, to the documents with a score and to those that are admitted. */
  add(postings: Uint32Array, weight: number, { values, stride }: OccurrenceWeights, admission: Admission): void {
    const scores = this.#scores;
    const slots = this.#slots;
    const admitsAll = admission === "all";
    const admitsNone = admission === "none";
    let size = this.#size;
    for (let i = 0; i < postings.length;) {
      let posting = postings[i] ?? 0;
      // What `pack` in postings.ts packs is unpacked here by hand: this loop is most of the time of a search.
      const slot = posting >>> 9;
      const score = scores[slot] ?? 0;
      if (score === 0) {
        if (admitsNone || (!admitsAll && !admission(slot))) {
          i++;
          continue;
        }
        slots[size++] = slot;
      }
      let frequency = 0;
      do {
        frequency += (posting & 63) * (values[((posting >>> 6) & 7) * stride + slot] ?? 0);
        if (++i === postings.length) break;
        posting = postings[i] ?? 0;
      } while (posting >>> 9 === slot);
      scores[slot] = score + (weight * frequency) / (k1 + frequency);
    }
    this.#size = size;
  }

  /** Removes the scores below `min`. */
  drop(min: number): void {
    const scores = this.#scores;
    const slots = this.#slots;
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      const slot = slots[i] ?? 0;
      if ((scores[slot] ?? 0) < min) scores[slot] = 0;
      else slots[kept++] = slot;
    }
    this.#size = kept;
  }
}
