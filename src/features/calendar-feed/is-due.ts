import { dayMs, minuteMs } from "../../core/clock.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Every } from "../feature.ts";
import { isStale } from "./compare-sessions.ts";
import type { FeedBranch } from "./feed.ts";
import type { ReadsWithFeeds } from "./reads.ts";

/** How much time passes between two commits to a branch at least: whoever books does not make a commit each. */
const writeEveryMs = 5 * minuteMs;

/** How long a refusal of GitHub's is taken for an answer. */
const refusedForMs = dayMs;

/** Whether the calendar is behind what is booked, or its branch behind it. By our own records alone: a row, and two lists where there is a calendar. */
export async function isDue(
  repository: RepositoryRef,
  { feeds, bookings }: Pick<ReadsWithFeeds, "feeds" | "bookings">,
  { every, now }: { readonly every: Every; readonly now: Date },
): Promise<boolean> {
  const feed = await feeds.findFeed(repository);
  if (feed?.state !== "on") return false;
  if (mayWrite(feed.branch, now)) return true;
  // The tick of a day may have been missed.
  if (every === "start" && now.getTime() - Date.parse(feed.at) > dayMs) return true;
  return isStale(await feeds.publishedSessions(repository, now), await bookings.takenSlots(repository, now), now);
}

/** Whether the branch is to be written now: it holds an earlier file, and was neither written nor refused lately. */
export function mayWrite(branch: FeedBranch | undefined, now: Date): branch is FeedBranch {
  if (!branch || branch.off || branch.written === branch.wanted) return false;
  const since = (time: string | undefined) => (time === undefined ? Infinity : now.getTime() - Date.parse(time));
  return since(branch.at) >= writeEveryMs && since(branch.refusedAt) >= refusedForMs;
}
