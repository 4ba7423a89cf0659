import type { Observation } from "./measure.ts";

/** By what threads are told apart when a figure is broken down: each thread has one value of each, or several labels. */
export type Dimension = "category" | "label" | "priority" | "tier";

/** Where a question ended: what was posted answered it, people did, or a session. */
export type Tier = "wiki" | "q-and-a" | "office-hours";

/** As much of a thread as is listed under a figure, and as figures are broken down by. */
export interface MeasuredHead {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly openedAt: Date;
  readonly asker?: string;
  /** Slug. */
  readonly category: string;
  readonly labels: readonly string[];
  readonly priority?: string;
  /** Missing while it has not ended. */
  readonly tier?: Tier;
}

/** All that was observed in a repository, as of a moment. What is told of any period is made of it. */
export interface MeasuredRepository {
  readonly at: Date;
  readonly threads: ReadonlyMap<number, MeasuredHead>;
  /** By the name of the measure. */
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly lists: MeasuredLists;
}

/** What is no number. Bounded in length: the most important first. */
export interface MeasuredLists {
  /** People who answered, for recognition: in the order of their names, never ranked by speed. */
  readonly helpers: readonly {
    readonly login: string;
    readonly answers: readonly { readonly thread: number; readonly at: Date }[];
  }[];
  /** Threads that were hard: why, as clauses. */
  readonly thorny: readonly { readonly thread: number; readonly at: Date; readonly reasons: readonly string[] }[];
  /** Clusters of questions that nothing answered, with the words they share and the docs page nearest to them. */
  readonly gaps: readonly {
    readonly words: readonly string[];
    readonly threads: readonly number[];
    readonly nearest?: { readonly title: string; readonly url: string };
  }[];
  /** FAQ entries with the threads they were suggested in. */
  readonly faq: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string;
    readonly hits: readonly { readonly thread: number; readonly at: Date }[];
  }[];
}
