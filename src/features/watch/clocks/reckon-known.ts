import type { Calendars } from "../../../business-time/calendars-of.ts";
import type { Timeline } from "../../../core/timeline.ts";
import type { ThreadDecision } from "../../../timeline/thread-decision.ts";
import type { WatchConfig } from "../config.ts";
import { priorityOf, type GivenPriority } from "../priorities/priority-of.ts";
import type { Watched } from "../watched.ts";
import { reckonThread, type ReckonedThread } from "./reckon-thread.ts";

/** What is on record of a watched thread. */
export interface KnownThread {
  readonly timeline: Timeline;
  readonly decision: ThreadDecision | undefined;
  readonly known: Pick<Watched, "chosen" | "ruled"> | undefined;
}

/**
 * A thread's state and clocks as they stand, with the priority that it has by what is known of it: no rule is looked at
 * anew. What `/why` and the thread's page explain.
 */
export function reckonKnown(
  { timeline, decision, known }: KnownThread,
  { config, calendars, now }: { readonly config: WatchConfig; readonly calendars: Calendars; readonly now: Date },
): { readonly reckoned: ReckonedThread; readonly given: GivenPriority } {
  const signs = { labels: timeline.observed.labels, chosen: known?.chosen, ruled: known?.ruled };
  const given = priorityOf(signs, config);
  return {
    reckoned: reckonThread({ timeline, decision, priority: given.priority, config, calendars, now }),
    given,
  };
}
