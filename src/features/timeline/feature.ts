import { feature } from "../feature.ts";
import { timelineActions, type TimelinePlan } from "./actions.ts";
import type { TimelineConfig } from "./config.ts";
import { decideThreadEvent, gatherThreadEvent, type ThreadEventFacts } from "./events/thread-event.ts";
import type { ReadsWithTimelines } from "./store/timeline-records.ts";
import { TimelineStore } from "./store/timeline-store.ts";

/** Keeps the timelines of threads, which all else about time rests on. */
export const timeline = feature({
  name: "timeline",
  summary: "Keeps what happened in each thread, by whom and when, and takes in what was missed.",
  on: [
    "discussion-opened",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
    "comment-added",
    "comment-edited",
    "comment-deleted",
  ],
  slice: "timeline",
  actions: timelineActions,
  openStores: (database) => ({ timelines: new TimelineStore(database) }),

  gather(event, context: { config: TimelineConfig; reads: ReadsWithTimelines; now: Date }): Promise<ThreadEventFacts> {
    return gatherThreadEvent(event, context);
  },

  decide(event, facts, { now }): TimelinePlan {
    return decideThreadEvent(event, facts, now);
  },
});
