import { dayMs } from "../../core/clock.ts";
import type { AgendaItem } from "../../session-calendar/calendar-event.ts";
import type { Session, SlotRef } from "../../sessions/session.ts";
import { publishedKey, toPlain, type PublishedSession } from "./feed.ts";
import { matchSessions } from "./match-sessions.ts";
import type { TakenSlot } from "./reads.ts";

/** For how many days sessions are published ahead, and for how many after their end. */
export const daysAhead = 180;
export const daysBack = 30;

/** How many sessions are published that are to come. Programs refuse files of more than a megabyte. */
const maxAhead = 500;

/** What sessions follow from at present. */
export interface PresentSessions {
  /** All of the time that is published, by their start. */
  readonly sessions: readonly Session[];
  readonly taken: readonly TakenSlot[];
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
  const takers = takersOf(taken);
  const oldest = now.getTime() - daysBack * dayMs;
  const kept = published.filter(({ session }) => Date.parse(session.end) > oldest);
  const present = matchSessions(kept, sessions, now);
  const known = new Set(present.values());
  const followed = kept.map((it) => follow(it, present.get(it), takers, now));
  const room = maxAhead - followed.filter(({ session }) => Date.parse(session.end) > now.getTime()).length;
  const names = new Set(published.map(publishedKey));
  const added = sessions
    .filter((it) => it.end > now && !known.has(it))
    .slice(0, Math.max(0, room))
    .map((it): PublishedSession => {
      const as = freeName(it, names);
      return { as, ...shown(it, takers), sequence: 0, changedAt: now.toISOString() };
    });
  return [...followed, ...added];
}

/** Its key; with a number behind it where another session is published as that, whose series has other times since. */
function freeName({ series, key }: Session, names: ReadonlySet<string>): string {
  let as = key;
  for (let n = 2; names.has(`${series} ${as}`); n += 1) as = `${key}-${n}`;
  return as;
}

function follow(before: PublishedSession, session: Session | undefined, takers: Takers, now: Date): PublishedSession {
  const isOver = (end: Date) => end <= now;
  if (isOver(new Date(before.session.end)) && (!session || isOver(session.end))) return before;
  const after = session ? shown(session, takers) : { ...shownOf(before), status: "cancelled" as const };
  // Slots are given back when they are over, and nobody books one of a session that has begun.
  const isFrozen =
    session !== undefined && session.start <= now && before.session.slots.length === session.slots.length;
  const next = isFrozen ? { ...after, ...slotsOf(before) } : after;
  if (JSON.stringify(shownOf(before)) === JSON.stringify(next)) return before;
  return { as: before.as, ...next, sequence: before.sequence + 1, changedAt: now.toISOString() };
}

type Shown = Pick<PublishedSession, "session" | "free" | "status" | "agenda">;

function shown(session: Session, takers: Takers): Shown {
  return { session: toPlain(session), status: "confirmed", ...slotsNow(session, takers) };
}

function shownOf(published: PublishedSession): Shown {
  const { session, status } = published;
  return { session, status, ...slotsOf(published) };
}

type Slots = Pick<PublishedSession, "free" | "agenda">;

function slotsOf({ free, agenda }: PublishedSession): Slots {
  return { free, ...(agenda && { agenda }) };
}

/** Who asks a question is nobody's business; a request is talked about by all who come. */
function slotsNow(
  { series, key, kind, slots }: Pick<Session, "series" | "key" | "kind"> & { slots: readonly { index: number }[] },
  takers: Takers,
): Slots {
  const free: number[] = [];
  const agenda: AgendaItem[] = [];
  for (const { index: slot } of slots) {
    const number = takers.get(slotKey({ series, session: key, slot }));
    if (number === undefined) free.push(slot);
    else agenda.push({ slot, number });
  }
  return { free, ...(kind === "request" && agenda.length > 0 && { agenda }) };
}

/** Number of the discussion that has a slot, by the slot's key. */
type Takers = ReadonlyMap<string, number>;

function takersOf(taken: readonly TakenSlot[]): Takers {
  return new Map(taken.map((it) => [slotKey(it), it.number]));
}

function slotKey({ series, session, slot }: SlotRef): string {
  return `${series} ${session} ${slot}`;
}

/** Whether one of these sessions, as published, shows other slots as free, or for another request, than are. Those that have begun do not count. */
export function isStale(published: readonly PublishedSession[], taken: readonly TakenSlot[], now: Date): boolean {
  const takers = takersOf(taken);
  return published.some((it) => {
    if (it.status === "cancelled" || Date.parse(it.session.start) <= now.getTime()) return false;
    return JSON.stringify(slotsOf(it)) !== JSON.stringify(slotsNow(it.session, takers));
  });
}
