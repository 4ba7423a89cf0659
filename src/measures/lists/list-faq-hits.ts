import { isEligible } from "../deflection.ts";
import type { MeasureContext } from "../measure.ts";
import type { MeasuredLists } from "../measured-repository.ts";
import type { ListMaker } from "./list-maker.ts";

/** Entries of the FAQ with the questions for which they were posted: most hits first, and those that had none last. */
export function listFaqHits({ faqEntries = [] }: MeasureContext): ListMaker<MeasuredLists["faq"]> {
  const entries = new Map(faqEntries.map((it) => [it.id, { ...it, hits: [] as { thread: number; at: Date }[] }]));
  return {
    see(thread) {
      const { timeline, suggestion } = thread;
      if (!suggestion || !isEligible(thread)) return;
      for (const { id } of suggestion.items) entries.get(id)?.hits.push({ thread: timeline.number, at: suggestion.at });
    },
    list: () => [...entries.values()].sort((a, b) => b.hits.length - a.hits.length || (a.title < b.title ? -1 : 1)),
  };
}
