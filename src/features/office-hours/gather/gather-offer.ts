import { secondsOf } from "../../../business-time/duration.ts";
import type { Booking } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { gatherSessions, type SessionSettings } from "../../../sessions/gather-sessions.ts";
import type { SessionRules } from "../../../sessions/session-rules.ts";
import type { Session } from "../../../sessions/session.ts";
import { sessionsBetween } from "../../../sessions/sessions-between.ts";
import type { OfficeHoursConfig } from "../config.ts";
import type { ReadsOfOfficeHours } from "../reads.ts";
import { isFree, slotsOf, type SlotChoice } from "../slots/choice.ts";
import type { Offer } from "../slots/find-wanted.ts";
import type { TakenSlot } from "../store/booking-records.ts";

/** What slots follow from. */
export interface OfferFacts {
  /** Of the series of one kind. */
  readonly rules: SessionRules;
  readonly taken: readonly TakenSlot[];
}

/** Sessions of a kind, and which of their slots are taken. */
export async function gatherOffer(
  repository: RepositoryRef,
  kind: Booking["kind"],
  shared: SessionSettings,
  { reads, now }: { readonly reads: ReadsOfOfficeHours; readonly now: Date },
): Promise<OfferFacts> {
  const sessions = shared.sessions.filter((it) => it.kind === kind);
  const rules = await gatherSessions(repository, { ...shared, sessions }, reads.github);
  return { rules, taken: sessions.length === 0 ? [] : await reads.bookings.takenSlots(repository, now) };
}

type Limits = Pick<OfficeHoursConfig, "notice" | "days-ahead">;

/** What a thread can choose from now. */
export function toOffer(
  { rules, taken }: OfferFacts,
  { notice, "days-ahead": days }: Limits,
  { number, now, moved }: { readonly number: number; readonly now: Date; readonly moved?: Booking | undefined },
): Offer {
  const from = new Date(now.getTime() + secondsOf(notice) * 1000);
  const until = new Date(now.getTime() + days * dayMs);
  return {
    sessions: currentSessions(rules, now, until),
    taken,
    window: { from, until },
    now,
    number,
    ...(moved && { moved }),
  };
}

/** Those that are not over; of one that has begun, later slots are still to come. A session lasts a day at most. */
export function currentSessions(rules: SessionRules, now: Date, until: Date): readonly Session[] {
  return sessionsBetween(rules, new Date(now.getTime() - dayMs), until).filter(({ end }) => end > now);
}

/** How far ahead somebody is told of a slot that cannot be booked yet. */
const maxAheadMs = 92 * dayMs;

/** The first free slot beyond the days in which one can book, and when it can be booked. */
export function nextBeyond(
  { rules, taken }: OfferFacts,
  { window: { until }, now }: Offer,
): { readonly choice: SlotChoice; readonly from: Date } | undefined {
  const sessions = sessionsBetween(rules, new Date(until.getTime() - dayMs), new Date(until.getTime() + maxAheadMs));
  const choice = slotsOf(sessions).find((it) => it.slot.start > until && isFree(it, taken));
  return choice && { choice, from: new Date(now.getTime() + choice.slot.start.getTime() - until.getTime()) };
}
