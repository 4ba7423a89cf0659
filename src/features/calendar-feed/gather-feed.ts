import { dayMs } from "../../core/clock.ts";
import type { SharedSettings } from "../../config/shared.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { fullName } from "../../core/repository-name.ts";
import { gatherSessions } from "../../sessions/gather-sessions.ts";
import { findSession, sessionsBetween } from "../../sessions/sessions-between.ts";
import type { SessionRules } from "../../sessions/session-rules.ts";
import type { Session } from "../../sessions/session.ts";
import { daysAhead, daysBack, type PresentSessions } from "./compare-sessions.ts";
import type { CalendarFeedConfig } from "./config.ts";
import { sessionKey, type Feed, type HostRights, type PublishedSession } from "./feed.ts";
import type { ReadsWithFeeds } from "./reads.ts";

/** Facts of a look at a calendar. */
export interface FeedFacts {
  readonly feed: Feed | undefined;
  readonly published: readonly PublishedSession[];
  /** Missing where there is to be no calendar. */
  readonly present?: PresentSessions & { readonly url: string; readonly rights: HostRights };
}

export async function gatherFeed(
  repository: RepositoryRef,
  context: {
    readonly config: CalendarFeedConfig;
    readonly shared: SharedSettings;
    readonly reads: ReadsWithFeeds;
    readonly now: Date;
  },
): Promise<FeedFacts> {
  const { config, shared, reads, now } = context;
  const feed = await reads.feeds.findFeed(repository);
  const published = await reads.feeds.publishedSessions(repository);
  const isEmpty = shared.sessions.length === 0 && published.length === 0;
  if (config.mode === "off" || isEmpty) return { feed, published };
  const rules = await gatherSessions(repository, shared, reads.github);
  const sessions = presentSessions(rules, published, now);
  const rights = await rightsOf(repository, sessions, { known: feed?.rights, ...context });
  const isSameName = feed?.repository === fullName(repository);
  return {
    feed,
    published,
    present: {
      // Nobody else can hold them.
      sessions: sessions.map((it) => ({ ...it, hosts: it.hosts.filter((login) => rights.may[login] === true) })),
      taken: await reads.bookings.takenSlots(repository, now),
      now,
      url: isSameName ? feed.url : await reads.github.repositoryUrl(repository),
      rights,
    },
  };
}

/** The sessions of the days that are published, and those that were moved away from there. */
function presentSessions(rules: SessionRules, published: readonly PublishedSession[], now: Date): Session[] {
  const from = new Date(now.getTime() - daysBack * dayMs);
  const sessions = sessionsBetween(rules, from, new Date(now.getTime() + daysAhead * dayMs));
  const there = new Set(sessions.map(sessionKey));
  const missing = published.filter(({ session }) => new Date(session.end) > now && !there.has(sessionKey(session)));
  const moved = missing.flatMap(({ session: { series, key } }) => findSession(rules, { series, session: key }) ?? []);
  return [...sessions, ...moved];
}

/** What hosts of sessions that are to come may. GitHub is asked for each of them once a day, a request each. */
async function rightsOf(
  repository: RepositoryRef,
  sessions: readonly Session[],
  { known, reads, now }: { readonly known: HostRights | undefined; readonly reads: ReadsWithFeeds; readonly now: Date },
): Promise<HostRights> {
  const day = now.toISOString().slice(0, 10);
  // Somebody may be called `constructor`.
  const before = new Map(Object.entries(known?.day === day ? known.may : {}));
  const logins = new Set(sessions.filter(({ end }) => end > now).flatMap(({ hosts }) => hosts));
  const may: Record<string, boolean> = {};
  for (const it of [...logins].toSorted()) {
    may[it] = before.get(it) ?? (await reads.github.rolesOf(repository, it)).includes("helper");
  }
  return { day, may };
}
