import type { SharedSettings } from "../../config/shared.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import type { EventOf } from "../feature.ts";
import { feature } from "../feature.ts";
import { watchActions, type WatchPlan } from "./actions/watch-actions.ts";
import { needsInfo } from "./commands/needs-info.ts";
import { priority } from "./commands/priority.ts";
import { why } from "./commands/why.ts";
import type { WatchConfig } from "./config.ts";
import { decideReckoning, gatherReckoning, type PageFacts } from "./events/reckon-event.ts";
import { decideThread } from "./events/decide-thread.ts";
import { settingsActions } from "./events/settings-actions.ts";
import { gatherSettings, type WatchSettings } from "./gather/gather-settings.ts";
import { gatherThread, type ThreadFacts } from "./gather/gather-thread.ts";
import type { ReadsWithWatch } from "./gather/reads-with-watch.ts";
import { off } from "./store/watch-records.ts";
import { WatchStore } from "./store/watch-store.ts";

type Facts =
  | { readonly found: "nothing-to-read"; readonly because: string }
  /** The config says so since the last event. */
  | { readonly found: "turned-off" }
  | { readonly found: "gone"; readonly isKnown: boolean }
  | { readonly found: "settings"; readonly settings: WatchSettings }
  | ThreadFacts
  | PageFacts;

type ThreadEvent = EventOf<
  | "discussion-opened"
  | "discussion-edited"
  | "discussion-changed"
  | "comment-added"
  | "comment-edited"
  | "comment-deleted"
  | "thread-observed"
  | "thread-due"
  | "follow-request"
>;

/** Knows who owes the next word in each thread and by when, and tells the asker. */
export const watch = feature({
  name: "watch",
  summary:
    "Knows who owes the next word in each discussion and by when, by priorities and business hours, and tells the asker what to expect.",
  on: [
    "discussion-opened",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
    "comment-added",
    "comment-edited",
    "comment-deleted",
    "thread-observed",
    "thread-due",
    "follow-request",
    "repository-added",
    "default-branch-moved",
    "reckon-clocks",
  ],
  slice: "watch",
  commands: [priority, needsInfo, why],
  actions: watchActions,
  openStores: (database) => ({ watch: new WatchStore(database) }),
  schedules: [
    {
      every: ["start", "minutes"],
      isDue: async (repository, { reads, now }: { reads: ReadsWithWatch; now: Date }) =>
        (await reads.watch.threadsToLookAt(repository, now, { after: 0, limit: 1 })).length > 0,
      event: (repository) => ({ kind: "reckon-clocks", repository, after: 0 }),
    },
  ],

  async gather(
    event,
    context: { config: WatchConfig; shared: SharedSettings; reads: ReadsWithWatch; now: Date },
  ): Promise<Facts> {
    const { repository } = event;
    if (context.config.mode === "off") {
      const digest = await context.reads.watch.watchDigest(repository);
      return digest === undefined || digest === off
        ? { found: "nothing-to-read", because: "watch.mode is off" }
        : { found: "turned-off" };
    }
    switch (event.kind) {
      case "discussion-removed": {
        const known = await context.reads.watch.findWatch(repository, event.number);
        return { found: "gone", isKnown: known !== undefined };
      }
      case "repository-added":
      case "default-branch-moved":
        return { found: "settings", settings: await gatherSettings(repository, context, true) };
      case "reckon-clocks":
        return gatherReckoning(event, context);
      default:
        return isOfBot(event)
          ? { found: "nothing-to-read", because: "what bots say counts for nothing" }
          : gatherThread(repository, event.number, context, mayRule(event));
    }
  },

  decide(event, facts, { config, shared, now }): WatchPlan {
    const { repository } = event;
    switch (facts.found) {
      case "nothing-to-read":
        return nothing(facts.because);
      case "turned-off":
        return { actions: [{ do: "end-watch", repository }], because: "watch.mode is off now" };
      case "settings": {
        const actions = settingsActions(repository, facts.settings, now);
        return actions.length === 0
          ? nothing("the settings are as before")
          : { actions, because: "the settings are new" };
      }
      case "page":
        return decideReckoning(repository, facts);
      case "gone":
        return facts.isKnown && event.kind === "discussion-removed"
          ? { actions: [{ do: "forget-watched", repository, number: event.number }], because: "the discussion is gone" }
          : nothing("the discussion was not watched");
      case "unwatched":
      case "thread": {
        if (!isOfThread(event)) return nothing("it is about no thread");
        return decideThread(facts, event.number, { repository, config, shared, now, mayRule: mayRule(event) });
      }
      default:
        return unreachable(facts);
    }
  },
});

/** Whether what rules look at may have changed. */
function mayRule(event: { readonly kind: string; readonly change?: string }): boolean {
  if (event.kind === "discussion-opened" || event.kind === "discussion-edited") return true;
  const changes = ["labeled", "unlabeled", "category_changed"];
  return event.kind === "discussion-changed" && event.change !== undefined && changes.includes(event.change);
}

function isOfBot(event: ThreadEvent): boolean {
  return "comment" in event && event.actor.isBot;
}

function isOfThread(event: { readonly kind: string }): event is ThreadEvent {
  return "number" in event;
}
