import type { Session } from "../../sessions/session.ts";
import { sessionKey, type PublishedSession } from "./feed.ts";

/**
 * Which session each published one is now: the one of its key, or else, for one that is to come, another of its series on
 * the same day. A series that starts an hour later has the same sessions, an hour later; to everybody who has them in
 * a calendar they have moved, and are not called off beside others.
 */
export function matchSessions(
  published: readonly PublishedSession[],
  sessions: readonly Session[],
  now: Date,
): ReadonlyMap<PublishedSession, Session> {
  const byKey = new Map(sessions.map((it) => [sessionKey(it), it]));
  const matched = new Map<PublishedSession, Session>();
  for (const it of published) {
    const session = byKey.get(sessionKey(it.session));
    if (!session) continue;
    matched.set(it, session);
    byKey.delete(sessionKey(session));
  }
  const left = published.filter((it) => !matched.has(it) && Date.parse(it.session.end) > now.getTime());
  if (left.length === 0) return matched;
  const byDay = Map.groupBy(byKey.values(), (it) => dayOf(it, it.timeZone));
  for (const it of left) {
    const session = byDay.get(dayOf(it.session, it.session.timeZone))?.shift();
    if (session) matched.set(it, session);
  }
  return matched;
}

/** Its series, and the day on which it is by the rule, in this zone. */
function dayOf({ series, key }: Pick<Session, "series" | "key">, timeZone: string): string {
  return `${series} ${dayIn(timeZone).format(new Date(key))}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format;
}
