import type { KnowledgeItem } from "../../core/knowledge.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { top } from "../index/top.ts";
import { countVotes, voteBonus } from "./vote.ts";

/** What the next best section of the same page adds, as a share of its own score. */
const pageShare = 0.2;

/** A term and the most it can add to a score. */
export interface ScoredTerm {
  readonly term: string;
  readonly mass: number;
}

/** The scores of one index's documents for one question. */
export class Scores {
  readonly #index: SearchIndex;
  readonly #scores: Float64Array;
  /** Slots with a score. */
  readonly #touched: number[] = [];

  constructor(index: SearchIndex) {
    this.#index = index;
    this.#scores = new Float64Array(index.slots);
  }

  of(slot: number): number {
    return this.#scores[slot] ?? 0;
  }

  itemAt(slot: number): KnowledgeItem {
    const item = this.#index.itemAt(slot);
    if (item === undefined) throw new Error(`Slot ${slot} holds no item.`);
    return item;
  }

  /** BM25F: adds what each term gives to each document. */
  addTerms(terms: readonly ScoredTerm[]): void {
    for (const { term, mass } of terms) this.#index.scoreTerm(term, mass, (slot, score) => this.#add(slot, score));
  }

  /** Lets the threads that match vote for what they link to; returns the votes by slot. */
  addVotes(mayVote: (slot: number) => boolean): ReadonlyMap<number, number> {
    const threads = this.#touched.filter((slot) => {
      const { kind, links } = this.itemAt(slot);
      return kind === "thread" && links.length > 0 && mayVote(slot);
    });
    if (threads.length === 0) return new Map();
    const best = this.#touched.reduce((most, slot) => Math.max(most, this.of(slot)), 0);
    const votes = countVotes(threads, {
      strength: (slot) => this.of(slot) / best,
      isBefore: this.#isBefore,
      slotsAt: (slot) => this.itemAt(slot).links.map((link) => this.#index.slotsAt(link)),
    });
    for (const [slot, count] of votes) this.#add(slot, best * voteBonus(count));
    return votes;
  }

  /** A page of which several sections match is about the question more than one with a single lucky section. */
  agreeOnPages(slots: readonly number[]): void {
    for (const page of Map.groupBy(slots, (slot) => this.itemAt(slot).group).values()) {
      const [first = 0, second = 0] = this.inOrder(page).map((slot) => this.of(slot));
      for (const [i, slot] of this.inOrder(page).entries()) this.#add(slot, pageShare * (i === 0 ? second : first));
    }
  }

  /** The best `limit` slots among those wanted, in order. */
  best(isWanted: (slot: number) => boolean, limit: number): number[] {
    return top(this.#touched.filter(isWanted), limit, this.#isBefore);
  }

  inOrder(slots: readonly number[]): number[] {
    return slots.toSorted((a, b) => (this.#isBefore(a, b) ? -1 : 1));
  }

  #add(slot: number, score: number): void {
    if (this.of(slot) === 0) this.#touched.push(slot);
    this.#scores[slot] = this.of(slot) + score;
  }

  readonly #isBefore = (a: number, b: number): boolean => {
    const difference = this.of(a) - this.of(b);
    return difference === 0 ? compareText(this.itemAt(a).id, this.itemAt(b).id) < 0 : difference > 0;
  };
}

/** By code units: the same on every machine, which `localeCompare` is not. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
