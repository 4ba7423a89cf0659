import type { OccurrenceWeights } from "./field-lengths.ts";
import { k1 } from "./fields.ts";

/** Who may come onto the board with a term: all documents that have it, none, or some. */
export type MayJoin = "all" | "none" | ((slot: number) => boolean);

/** The scores of the documents that a search has met so far. Used for one search after the other, to spare memory. */
export class ScoreBoard {
  /** By slot; 0 for who is not on the board. */
  #scores = new Float64Array(0);
  /** Slots on the board, in the order of coming: `#size` of them. */
  #met = new Uint32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The slots on the board, in the order of coming; valid until the next change. */
  get met(): Uint32Array {
    return this.#met.subarray(0, this.#size);
  }

  /** By slot; 0 for who is not on the board. */
  get scores(): Float64Array {
    return this.#scores;
  }

  /** Empties the board, and makes room for so many slots. */
  clear(slots: number): void {
    for (const slot of this.met) this.#scores[slot] = 0;
    this.#size = 0;
    if (slots <= this.#scores.length) return;
    this.#scores = new Float64Array(Math.ceil(slots * 1.25));
    this.#met = new Uint32Array(this.#scores.length);
  }

  /**
   * Adds one term's part, `mass * tf / (k1 + tf)`, to the documents on the board and to those that may join it.
   */
  add(postings: Uint32Array, mass: number, { values, stride }: OccurrenceWeights, mayJoin: MayJoin): void {
    const scores = this.#scores;
    const met = this.#met;
    const isOpen = mayJoin === "all";
    const isShut = mayJoin === "none";
    let size = this.#size;
    for (let i = 0; i < postings.length;) {
      let posting = postings[i] ?? 0;
      // What `posting.ts` packs, taken apart here by hand: this loop is most of what a search costs.
      const slot = posting >>> 9;
      const score = scores[slot] ?? 0;
      if (score === 0) {
        if (isShut || (!isOpen && !mayJoin(slot))) {
          i++;
          continue;
        }
        met[size++] = slot;
      }
      let frequency = 0;
      do {
        frequency += (posting & 63) * (values[((posting >>> 6) & 7) * stride + slot] ?? 0);
        if (++i === postings.length) break;
        posting = postings[i] ?? 0;
      } while (posting >>> 9 === slot);
      scores[slot] = score + (mass * frequency) / (k1 + frequency);
    }
    this.#size = size;
  }

  /** Takes off the board who has less than this score. */
  drop(score: number): void {
    const scores = this.#scores;
    const met = this.#met;
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      const slot = met[i] ?? 0;
      if ((scores[slot] ?? 0) < score) scores[slot] = 0;
      else met[kept++] = slot;
    }
    this.#size = kept;
  }
}
