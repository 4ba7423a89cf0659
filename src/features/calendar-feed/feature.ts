import type { SharedSettings } from "../../config/shared.ts";
import { nothing } from "../../core/plan.ts";
import { feature, type Every } from "../feature.ts";
import { calendarFeedActions, type CalendarFeedPlan } from "./actions/calendar-feed-actions.ts";
import type { CalendarFeedConfig } from "./config.ts";
import { decideFeed } from "./decide-feed.ts";
import { gatherFeed, type FeedFacts } from "./gather-feed.ts";
import { isDue } from "./is-due.ts";
import type { ReadsWithFeeds } from "./reads.ts";
import { FeedStore } from "./store/feed-store.ts";

type Facts = ({ readonly found: "feed" } & FeedFacts) | { readonly found: "sign"; readonly isConcerned: boolean };

/**
 * Sessions as an iCalendar feed. What was published is remembered, so that what changes has a higher sequence. Bookings
 * are looked for every five minutes rather than followed one by one: calendar programs ask once an hour at most, and five
 * hundred bookings at once are one change of the file.
 */
export const calendarFeed = feature({
  name: "calendar-feed",
  summary: "Keeps a calendar of the sessions that calendar programs can subscribe to.",
  slice: "calendar-feed",
  on: ["default-branch-moved", "repository-added", "publish-calendar"],
  actions: calendarFeedActions,
  openStores: (database) => ({ feeds: new FeedStore(database) }),
  schedules: [
    {
      every: ["start", "minutes"],
      isDue: (
        repository,
        { reads, ...at }: { readonly every: Every; readonly reads: ReadsWithFeeds; readonly now: Date },
      ) => isDue(repository, reads, at),
      event: (repository) => ({ kind: "publish-calendar", repository }),
    },
    // Another day is published; teams, holidays and the owner's config change without a word.
    { every: ["day"], event: (repository) => ({ kind: "publish-calendar", repository }) },
  ],

  async gather(
    { kind, repository },
    context: { config: CalendarFeedConfig; shared: SharedSettings; reads: ReadsWithFeeds; now: Date },
  ): Promise<Facts> {
    if (kind === "publish-calendar") return { found: "feed", ...(await gatherFeed(repository, context)) };
    const isConcerned =
      context.shared.sessions.length > 0 || (await context.reads.feeds.findFeed(repository))?.state === "on";
    return { found: "sign", isConcerned };
  },

  decide({ repository }, facts, { config, now }): CalendarFeedPlan {
    if (facts.found === "feed") return decideFeed(repository, facts, { config, now });
    if (!facts.isConcerned) return nothing("there are no sessions");
    const event = { kind: "publish-calendar", repository } as const;
    return {
      actions: [{ do: "follow-up", key: `publish-calendar:${repository.id}`, event }],
      because: "the sessions may be others",
    };
  },
});
