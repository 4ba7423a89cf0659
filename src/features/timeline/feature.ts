import type { SharedSettings } from "../../config/shared.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { timelineActions, type TimelinePlan } from "./actions.ts";
import type { TimelineConfig } from "./config.ts";
import { decideBackfill, gatherBackfill, isBackfillDue, startBackfill, type BackfillFacts } from "./events/backfill.ts";
import { decideReconcile, gatherReconcile, type ReconcileFacts } from "./events/reconcile.ts";
import { decideThreadEvent, gatherThreadEvent, type ThreadEventFacts } from "./events/thread-event.ts";
import { ProgressStore } from "./store/progress-store.ts";
import type { ReadsWithTimelines } from "./store/timeline-records.ts";
import { TimelineStore } from "./store/timeline-store.ts";

type Facts =
  ThreadEventFacts | BackfillFacts | ReconcileFacts | { readonly found: "new-repository"; readonly isKnown: boolean };

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
    "thread-behind",
    "repository-added",
    "backfill-threads",
    "reconcile-threads",
  ],
  slice: "timeline",
  actions: timelineActions,
  openStores: (database) => ({
    timelines: new TimelineStore(database),
    timelineProgress: new ProgressStore(database),
  }),
  schedules: [
    {
      every: ["start", "hour"],
      isDue: async (repository, { reads, now }: { reads: ReadsWithTimelines; now: Date }) =>
        isBackfillDue(await reads.timelineProgress.findBackfill(repository), now),
      event: (repository) => ({ kind: "backfill-threads", repository, cursor: undefined }),
    },
    // Webhooks get lost, and a start may have missed any number of them.
    {
      every: ["start", "hour"],
      event: (repository, { every }) => ({
        kind: "reconcile-threads",
        repository,
        since: undefined,
        cursor: undefined,
        ...(every === "start" && { deepAfter: true }),
      }),
    },
    // What GitHub counts for no change of a discussion is found by looking at all that are open.
    {
      every: ["day"],
      event: (repository) => ({
        kind: "reconcile-threads",
        repository,
        since: undefined,
        cursor: undefined,
        deep: true,
      }),
    },
  ],

  async gather(
    event,
    context: { config: TimelineConfig; shared: SharedSettings; reads: ReadsWithTimelines; now: Date },
  ): Promise<Facts> {
    switch (event.kind) {
      case "repository-added": {
        const progress = await context.reads.timelineProgress.findBackfill(event.repository);
        return { found: "new-repository", isKnown: progress !== undefined };
      }
      case "backfill-threads":
        return gatherBackfill(event, context);
      case "reconcile-threads":
        return gatherReconcile(event, context);
      default:
        return gatherThreadEvent(event, context);
    }
  },

  decide(event, facts, { now }): TimelinePlan {
    switch (facts.found) {
      case "nothing-to-read":
        return nothing(facts.because);
      case "new-repository":
        return facts.isKnown ? nothing("its history is read, or is being read") : startBackfill(event.repository);
      case "history":
      case "no-history-wanted":
        return event.kind === "backfill-threads" ? decideBackfill(event, facts, now) : nothing("no page");
      case "changes":
        return event.kind === "reconcile-threads" ? decideReconcile(event, facts, now) : nothing("no page");
      case "gone":
      case "thread":
        return "number" in event ? decideThreadEvent(event, facts, now) : nothing("no thread");
      default:
        return unreachable(facts);
    }
  },
});
