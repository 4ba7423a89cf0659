import type { Observation } from "../../src/measures/measure.ts";
import type { MeasuredHead, MeasuredLists, MeasuredRepository } from "../../src/measures/measured-repository.ts";

export const noLists: MeasuredLists = { helpers: [], thorny: [], gaps: [], faq: [] };

/** A thread as it is listed. */
export function head(number: number, over: Partial<MeasuredHead> = {}): MeasuredHead {
  return {
    number,
    title: `Question ${number}`,
    url: `https://github.com/acme/app/discussions/${number}`,
    openedAt: new Date("2026-11-01T09:00:00Z"),
    asker: "ada",
    category: "q-a",
    labels: [],
    ...over,
  };
}

/** What was observed in a repository of these threads. */
export function measuredWorld(
  heads: readonly MeasuredHead[],
  observations: Readonly<Record<string, readonly Observation[]>>,
  lists: Partial<MeasuredLists> = {},
): MeasuredRepository {
  return {
    at: new Date("2026-11-30T12:00:00Z"),
    threads: new Map(heads.map((it) => [it.number, it])),
    observations: new Map(Object.entries(observations)),
    lists: { ...noLists, ...lists },
  };
}

/** First responses after these hours, one thread each, all at one time. */
export function responses(at: string, hours: readonly number[], firstThread = 1): Observation[] {
  return hours.map((it, index) => ({
    thread: firstThread + index,
    at: new Date(at),
    value: it * 3600,
    business: it * 1800,
  }));
}
