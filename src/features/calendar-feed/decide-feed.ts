import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing } from "../../core/plan.ts";
import { fullName } from "../../core/repository-name.ts";
import type { CalendarFeedPlan } from "./actions/calendar-feed-actions.ts";
import { comparePublished } from "./compare-sessions.ts";
import type { CalendarFeedConfig } from "./config.ts";
import { publishedKey, type Feed, type FeedBranch } from "./feed.ts";
import type { FeedFacts } from "./gather-feed.ts";
import { mayWrite } from "./is-due.ts";

/** Brings what is published in line with the sessions, and the branch with what is published. */
export function decideFeed(
  repository: RepositoryRef,
  { feed, published, present }: FeedFacts,
  { config, now }: { readonly config: CalendarFeedConfig; readonly now: Date },
): CalendarFeedPlan {
  if (!present) return turnOff(repository, feed, config);
  const next = comparePublished(published, present);
  const before = new Set(published);
  const changed = next.filter((it) => !before.has(it));
  const stays = new Set(next.map(publishedKey));
  const gone = published.filter((it) => !stays.has(publishedKey(it)));
  const { url, rights } = present;
  const name = fullName(repository);
  const isOther = feed?.state !== "on" || feed.repository !== name || feed.url !== url;
  const revision = (feed?.revision ?? 0) + (isOther || changed.length + gone.length > 0 ? 1 : 0);
  const branch = branchOf(feed?.branch, config.branch, revision);
  const wanted: Feed = {
    state: next.length > 0 ? "on" : "off",
    repository: name,
    url,
    address: config.address,
    revision,
    at: now.toISOString(),
    rights,
    ...(branch && { branch }),
  };
  const keep = { feed: wanted, changed, gone: gone.map(({ as, session: { series } }) => ({ series, as })) };
  const actions: CalendarFeedPlan["actions"] = [
    ...(isKept(feed, wanted) ? [] : [{ do: "keep-feed", repository, ...keep } as const]),
    ...(mayWrite(branch, now) ? [{ do: "write-calendar-branch", repository, branch: branch.name } as const] : []),
  ];
  const because = `the calendar has ${next.length} sessions, ${changed.length} of them new or changed`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

/** What was published is remembered, so that what is published again later has a higher sequence. */
function turnOff(repository: RepositoryRef, feed: Feed | undefined, { mode }: CalendarFeedConfig): CalendarFeedPlan {
  const because = mode === "off" ? "calendar-feed.mode is off" : "there are no sessions";
  if (feed?.state !== "on") return nothing(because);
  const off = { ...feed, state: "off" } as const;
  return { actions: [{ do: "keep-feed", repository, feed: off, changed: [], gone: [] }], because };
}

/** Under another name it is another branch, of which we know nothing. */
function branchOf(before: FeedBranch | undefined, name: string | undefined, wanted: number): FeedBranch | undefined {
  if (name === undefined) return before && { ...before, off: true };
  if (before?.name !== name) return { name, wanted };
  const { off: _, ...known } = before;
  return { ...known, wanted };
}

/** That it was looked at is remembered once a day. */
function isKept(before: Feed | undefined, wanted: Feed): boolean {
  const day = (it: Feed) => ({ ...it, at: it.at.slice(0, 10) });
  return before !== undefined && JSON.stringify(day(before)) === JSON.stringify(day(wanted));
}
