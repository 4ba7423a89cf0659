import type { History } from "./history.ts";
import type { Replayed } from "./replay.ts";

/** What went into a back-test. */
export interface Scope {
  /** Discussions that were read, of any category. */
  readonly threads: number;
  readonly pages: number;
  readonly sections: number;
  /** Questions that were replayed, and when the first and the last of them were asked. */
  readonly questions: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Questions of which somebody wrote down what answered: those that can be judged. */
  readonly judged: number;
  /** Those of them whose answer was known when they were asked. */
  readonly answerable: number;
}

export function scopeOf({ threads, pages }: History, replayed: readonly Replayed[]): Scope {
  const judged = replayed.filter(({ truths }) => truths.length > 0);
  const dates = replayed.map(({ thread }) => thread.createdAt.toISOString());
  return {
    threads: threads.length,
    pages: pages.length,
    sections: pages.reduce((sum, { sections }) => sum + sections.length, 0),
    questions: replayed.length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    judged: judged.length,
    answerable: judged.filter(({ knownTruths }) => knownTruths.length > 0).length,
  };
}
