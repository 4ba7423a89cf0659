import type { ScoreBoard } from "./score-board.ts";
import { top } from "./top.ts";

/** A list of results that somebody wants of a search. */
export interface Want {
  /** At most how many. */
  readonly limit: number;
  /** Which documents may stand in it. Asked of few, each at most once a search. */
  readonly isAllowed: (slot: number) => boolean;
}

/** A document with its BM25F score. */
export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/** To see whether new documents still have a chance, so many of the first met are looked at: those of the rarest terms. */
const mostLookedAt = 4_096;

/** The places in one wanted list, and who wins them. */
export class Contest {
  readonly #want: Want;
  readonly #board: ScoreBoard;
  /** By slot: 0 not asked yet, 1 not allowed, 2 allowed. */
  readonly #answers: Uint8Array;
  #isDecided = false;

  constructor(want: Want, board: ScoreBoard, slots: number) {
    this.#want = want;
    this.#board = board;
    this.#answers = new Uint8Array(slots);
  }

  isAllowed(slot: number): boolean {
    if (this.#answers[slot] === 0) this.#answers[slot] = this.#want.isAllowed(slot) ? 2 : 1;
    return this.#answers[slot] === 2;
  }

  /** Whether enough documents have more than `most` already, so that who gets no more than that cannot win. */
  isDecided(most: number): boolean {
    if (this.#isDecided) return true;
    const { scores, met } = this.#board;
    const end = Math.min(met.length, mostLookedAt);
    let ahead = 0;
    for (let i = 0; i < end && ahead < this.#want.limit; i++) {
      const slot = met[i] ?? 0;
      if ((scores[slot] ?? 0) > most && this.isAllowed(slot)) ahead++;
    }
    this.#isDecided = ahead >= this.#want.limit;
    return this.#isDecided;
  }

  /** The score of the last place as it stands; 0 while places are empty. */
  lastPlace(): number {
    const { scores, met } = this.#board;
    const { limit } = this.#want;
    const best = new Float64Array(limit);
    for (let i = 0; i < met.length; i++) {
      const score = scores[met[i] ?? 0] ?? 0;
      if (score > (best[0] ?? Number.POSITIVE_INFINITY) && this.isAllowed(met[i] ?? 0)) replaceLeast(best, score);
    }
    return best[0] ?? Number.POSITIVE_INFINITY;
  }

  /** The winners, best first. `isBefore` decides between equal scores. */
  winners(isBefore: (a: number, b: number) => boolean): Scored[] {
    const { scores, met } = this.#board;
    const least = this.lastPlace();
    const scoreOf = (slot: number) => scores[slot] ?? 0;
    const close: number[] = [];
    // By hand: over tens of thousands, calling a function for each costs more than all else here.
    for (let i = 0; i < met.length; i++) {
      const slot = met[i] ?? 0;
      if (scoreOf(slot) >= least && this.isAllowed(slot)) close.push(slot);
    }
    const isAhead = (a: number, b: number) => (scoreOf(a) === scoreOf(b) ? isBefore(a, b) : scoreOf(a) > scoreOf(b));
    return top(close, this.#want.limit, isAhead).map((slot) => ({ slot, score: scoreOf(slot) }));
  }
}

/** Puts a number in the place of the least, which stands first in a heap. */
function replaceLeast(heap: Float64Array, value: number): void {
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
