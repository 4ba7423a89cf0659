import { Contest, type Scored, type Want } from "./contest.ts";
import type { OccurrenceWeights } from "./field-lengths.ts";
import type { ScoreBoard } from "./score-board.ts";

/** Who can still win is looked at again when the masses to come have fallen to this share: looking costs, too. */
const fallen = 0.5;

/** A term's postings, and the most that it can add to a score. */
export interface WeighedPostings {
  readonly postings: Uint32Array;
  readonly mass: number;
}

export interface SearchOptions {
  readonly weights: OccurrenceWeights;
  /** One past the highest slot. */
  readonly slots: number;
  /** Order of two slots of equal scores. */
  readonly isBefore: (a: number, b: number) => boolean;
}

/**
 * The documents with the highest sums of their terms' parts, one list for each want; exact, and with less work than
 * adding up all. Terms come by falling mass. Once the masses still to come are less than what the last winner has,
 * a document not met so far cannot win: then only those on the board are counted on, and who cannot win any more is
 * taken off. This is MaxScore term by term.
 *
 * @see Turtle, Flood: Query evaluation: strategies and optimizations (1995), section 5
 */
export function search(
  terms: readonly WeighedPostings[],
  wants: readonly Want[],
  board: ScoreBoard,
  { weights, slots, isBefore }: SearchOptions,
): Scored[][] {
  board.clear(slots);
  const contests = wants.map((want) => new Contest(want, board, slots));
  const heaviestFirst = terms.toSorted((a, b) => b.mass - a.mass);
  const enough = 2 * wants.reduce((sum, { limit }) => sum + limit, 0);
  const rests = sumsFrom(heaviestFirst);
  let open = contests;
  let checkedAt = Number.POSITIVE_INFINITY;
  for (const [i, { postings, mass }] of heaviestFirst.entries()) {
    const rest = rests[i] ?? 0;
    if (rest <= checkedAt * fallen) {
      checkedAt = rest;
      if (open.length > 0) open = open.filter((contest) => !contest.isDecided(rest));
      if (open.length === 0 && board.size > enough)
        board.drop(Math.min(...contests.map((it) => it.lastPlace())) - rest);
    }
    if (open.length === contests.length) board.add(postings, mass, weights, "all");
    else if (open.length === 0) board.add(postings, mass, weights, "none");
    else board.add(postings, mass, weights, (slot) => open.some((contest) => contest.isAllowed(slot)));
  }
  return contests.map((contest) => contest.winners(isBefore));
}

/**
 * By place: the masses from there on. A part is less than its mass by far more than what adding up in another order may
 * round, so no tie is lost.
 */
function sumsFrom(terms: readonly WeighedPostings[]): Float64Array {
  const sums = new Float64Array(terms.length + 1);
  for (let i = terms.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] ?? 0) + (terms[i]?.mass ?? 0);
  return sums;
}
