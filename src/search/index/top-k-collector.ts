import type { ScoreAccumulator } from "./score-accumulator.ts";
import { selectTop } from "./select-top.ts";

/** One result list of a search. */
export interface ResultQuery {
  /** At most how many results. */
  readonly limit: number;
  /** Whether a document may be a result. Called for few documents, at most once each in a search. */
  readonly isAllowed: (slot: number) => boolean;
}

/** A document with its BM25F score. */
export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/** `hasEnoughAbove` checks so many of the first accumulated documents: those are the documents of the rarest terms. */
const maxChecked = 4_096;

/** Collects the results of one query: the `limit` allowed documents with the highest accumulated scores. */
export class TopKCollector {
  readonly #query: ResultQuery;
  readonly #accumulator: ScoreAccumulator;
  /** By slot: 0 not checked, 1 not allowed, 2 allowed. */
  readonly #allowed: Uint8Array;
  #hasEnough = false;

  constructor(query: ResultQuery, accumulator: ScoreAccumulator, slots: number) {
    this.#query = query;
    this.#accumulator = accumulator;
    this.#allowed = new Uint8Array(slots);
  }

  isAllowed(slot: number): boolean {
    if (this.#allowed[slot] === 0) this.#allowed[slot] = this.#query.isAllowed(slot) ? 2 : 1;
    return this.#allowed[slot] === 2;
  }

  /** Whether `limit` allowed documents score above `max` already, so that a document with at most `max` cannot be a result. */
  hasEnoughAbove(max: number): boolean {
    if (this.#hasEnough) return true;
    const { scores, slots } = this.#accumulator;
    const end = Math.min(slots.length, maxChecked);
    let above = 0;
    for (let i = 0; i < end && above < this.#query.limit; i++) {
      const slot = slots[i] ?? 0;
      if ((scores[slot] ?? 0) > max && this.isAllowed(slot)) above++;
    }
    this.#hasEnough = above >= this.#query.limit;
    return this.#hasEnough;
  }

  /** The score of the last of `limit` results so far; 0 while there are fewer. */
  kthScore(): number {
    const { scores, slots } = this.#accumulator;
    const { limit } = this.#query;
    const best = new Float64Array(limit);
    for (let i = 0; i < slots.length; i++) {
      const score = scores[slots[i] ?? 0] ?? 0;
      if (score > (best[0] ?? Number.POSITIVE_INFINITY) && this.isAllowed(slots[i] ?? 0)) replaceMin(best, score);
    }
    return best[0] ?? Number.POSITIVE_INFINITY;
  }

  /** The results, best first. `isBefore` orders equal scores. */
  results(isBefore: (a: number, b: number) => boolean): Scored[] {
    const { scores, slots } = this.#accumulator;
    const min = this.kthScore();
    const scoreOf = (slot: number) => scores[slot] ?? 0;
    const close: number[] = [];
    // A loop by hand: calling a function for each of tens of thousands would cost more than all else here.
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] ?? 0;
      if (scoreOf(slot) >= min && this.isAllowed(slot)) close.push(slot);
    }
    const isAhead = (a: number, b: number) => (scoreOf(a) === scoreOf(b) ? isBefore(a, b) : scoreOf(a) > scoreOf(b));
    return selectTop(close, this.#query.limit, isAhead).map((slot) => ({ slot, score: scoreOf(slot) }));
  }
}

/** Puts a value in the place of the smallest, which is the root of the heap. */
function replaceMin(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
}
