import { dayMs } from "../../core/clock.ts";
import type { Session, SlotRef } from "../../sessions/session.ts";
import { publishedKey, toPlain, type PublishedSession } from "./feed.ts";
import { matchSessions } from "./match-sessions.ts";

/** For how many days sessions are published ahead, and for how many after their end. */
export const daysAhead = 180;
export const daysBack = 30;

/** How many sessions are published that are to come. Programs refuse files of more than a megabyte. */
const maxAhead = 500;

/** What sessions follow from at present. */
export interface PresentSessions {
  /** All of the time that is published, by their start. */
  readonly sessions: readonly Session[];
  readonly taken: readonly SlotRef[];
  readonly now: Date;
}

/**
 * What is to be published when this was published last. What has changed has a higher sequence; a session that is to come and that
 * the config has no more is called off. What is over stays as it was announced, until nobody looks that far back.
 */
export function comparePublished(
  published: readonly PublishedSession[],
  { sessions, taken, now }: PresentSessions,
): PublishedSession[] {
  const isTaken = new Set(taken.map(slotKey));
  const oldest = now.getTime() - daysBack * dayMs;
  const kept = published.filter(({ session }) => Date.parse(session.end) > oldest);
  const present = matchSessions(kept, sessions, now);
  const known = new Set(present.values());
  const followed = kept.map((it) => follow(it, present.get(it), isTaken, now));
  const room = maxAhead - followed.filter(({ session }) => Date.parse(session.end) > now.getTime()).length;
  const names = new Set(published.map(publishedKey));
  const added = sessions
    .filter((it) => it.end > now && !known.has(it))
    .slice(0, Math.max(0, room))
    .map((it): PublishedSession => {
      const as = freeName(it, names);
      return { as, ...shown(it, isTaken), sequence: 0, changedAt: now.toISOString() };
    });
  return [...followed, ...added];
}

/** Its key; with a number behind it where another session is published as that, whose series has other times since. */
function freeName({ series, key }: Session, names: ReadonlySet<string>): string {
  let as = key;
  for (let n = 2; names.has(`${series} ${as}`); n += 1) as = `${key}-${n}`;
  return as;
}

function follow(
  before: PublishedSession,
  session: Session | undefined,
  isTaken: ReadonlySet<string>,
  now: Date,
): PublishedSession {
  const isOver = (end: Date) => end <= now;
  if (isOver(new Date(before.session.end)) && (!session || isOver(session.end))) return before;
  const after = session ? shown(session, isTaken) : { ...shownOf(before), status: "cancelled" as const };
  // Slots are given back when they are over, and nobody books one of a session that has begun.
  const isFrozen =
    session !== undefined && session.start <= now && before.session.slots.length === session.slots.length;
  const next = isFrozen ? { ...after, free: before.free } : after;
  if (JSON.stringify(shownOf(before)) === JSON.stringify(next)) return before;
  return { as: before.as, ...next, sequence: before.sequence + 1, changedAt: now.toISOString() };
}

type Shown = Pick<PublishedSession, "session" | "free" | "status">;

function shown(session: Session, isTaken: ReadonlySet<string>): Shown {
  const { series, key, slots } = session;
  const free = slots.filter(({ index }) => !isTaken.has(slotKey({ series, session: key, slot: index })));
  return { session: toPlain(session), free: free.map(({ index }) => index), status: "confirmed" };
}

function shownOf({ session, free, status }: PublishedSession): Shown {
  return { session, free, status };
}

function slotKey({ series, session, slot }: SlotRef): string {
  return `${series} ${session} ${slot}`;
}

/** Whether one of these sessions, as published, shows a slot as free or taken that is not. Those that have begun do not count. */
export function isStale(published: readonly PublishedSession[], taken: readonly SlotRef[], now: Date): boolean {
  const isTaken = new Set(taken.map(slotKey));
  return published.some(({ session, free, status }) => {
    if (status === "cancelled" || Date.parse(session.start) <= now.getTime()) return false;
    const { series, key } = session;
    return session.slots.some(
      ({ index }) => free.includes(index) === isTaken.has(slotKey({ series, session: key, slot: index })),
    );
  });
}
