import type { PastThread } from "./discussion.ts";
import type { Section } from "./knowledge.ts";

/** What is replayed: threads with what was said in them, and the docs as they are today. */
export interface PastProject {
  /** GitHub's address for people, without a slash at the end. */
  readonly webUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly threads: readonly PastThread[];
  readonly pages: readonly { readonly path: string; readonly sections: readonly Section[] }[];
  /** Slugs of the categories whose threads are questions; without any: those in which an answer can be marked. */
  readonly categories?: readonly string[];
  /** How many of the newest questions are told one by one. */
  readonly told: number;
}

/** A past question, and what would have been said to it when it was asked. */
export interface PastSuggestion {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Best first; empty for silence. */
  readonly said: readonly { readonly title: string; readonly url: string }[];
}

/** What came of a replay. */
export interface BacktestSummary {
  /** Questions that were replayed, and how sure the app had to be, from 0 to 1. */
  readonly questions: number;
  readonly threshold: number;
  /** The newest of them, newest first. */
  readonly newest: readonly PastSuggestion[];
  /** What was measured; what could not be is left out. `basis` says on how many it rests. */
  readonly figures: readonly { readonly name: string; readonly value: string; readonly basis: string }[];
  /** What a reader must know before believing any figure. */
  readonly notes: readonly string[];
}

/** Asks past questions again, each with what was known when it was asked. */
export interface Backtester {
  /** Undefined where it took too long or too much memory. */
  backtest(past: PastProject): Promise<BacktestSummary | undefined>;
}
