import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { OfficeHoursAction } from "../actions/office-hours-actions.ts";
import type { OfficeHoursConfig } from "../config.ts";
import type { GateEvidence } from "../gate/evidence.ts";
import { missingSteps } from "../gate/missing-steps.ts";
import { nextBeyond, toOffer, type OfferFacts } from "../gather/gather-offer.ts";
import { gateRefusal } from "../messages/gate.ts";
import {
  alreadyBegun,
  alreadyBooked,
  askerGone,
  noSessions,
  nothingFree,
  outcomeMissing,
  notThen,
  threadAnswered,
  threadClosed,
  threadLocked,
  tooManyBookings,
} from "../messages/refusals.ts";
import { preparedIn } from "../prepare/prepare-items.ts";
import { toSlotOfBooking } from "./choice.ts";
import { findWanted } from "./find-wanted.ts";
import type { WishedTime } from "./wish.ts";

/** What was read to book a slot. */
export interface BookingFacts extends OfferFacts {
  /** The thread's latest booking. */
  readonly booking: Booking | undefined;
  /** Slots to come that the asker has in other threads. */
  readonly others: readonly Booking[];
  /** Missing for whoever need not have tried anything. */
  readonly evidence?: GateEvidence | undefined;
}

/** Who wants a slot for which thread. */
export interface SlotRequest {
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly kind: Booking["kind"];
  /** Login. */
  readonly by: string;
  /** Whether they may book more than one person may. */
  readonly isHelper: boolean;
  /** Node id of the comment that asks for it. */
  readonly key: string;
  readonly at?: WishedTime | undefined;
  readonly config: OfficeHoursConfig;
  readonly now: Date;
}

/** Takes a slot for a thread that has none. Throws a `UserError` that says why it cannot, and what to do. */
export function bookSlot(request: SlotRequest, facts: BookingFacts): readonly OfficeHoursAction[] {
  const { thread, kind, by, key, config, now } = request;
  mustBeBookable(request, facts);
  const { id: discussion, number, title, url, author } = thread;
  const who = author === undefined ? {} : { for: author.login };
  const prepared = kind === "request" ? [] : preparedIn(thread, config.prepare);
  const common = { number, discussion, title, url, kind, ...who, by, key };
  const booking = { ...common, bookedAt: now.toISOString(), state: "booked", changes: 0, prepared } as const;
  return takeOne(request, facts, booking);
}

/** Takes another slot for a thread that has one. Throws as `bookSlot` does. */
export function moveSlot(request: SlotRequest, facts: BookingFacts, had: Booking): readonly OfficeHoursAction[] {
  const { by, key, now } = request;
  const { series: _series, sessionTitle: _title, session: _session, slot: _slot, shown: _shown, ...rest } = had;
  const { start: from, end: to, timeZone: _zone, hosts: _hosts, isUntold: _untold, ...kept } = rest;
  const moved = { moved: { from, to }, changes: had.changes + 1 };
  return takeOne(request, facts, { ...kept, by, key, bookedAt: now.toISOString(), ...moved }, had);
}

type TakenBooking = Extract<OfficeHoursAction, { readonly do: "take-slot" }>["booking"];

function takeOne(
  request: SlotRequest,
  facts: BookingFacts,
  booking: TakenBooking,
  moved?: Booking,
): readonly OfficeHoursAction[] {
  const { repository, thread, at, config, now, isHelper } = request;
  const { number } = thread;
  const offer = toOffer(facts, config, { number, now, moved });
  const found = findWanted(at, offer);
  if ("refused" in found) {
    const days = config["days-ahead"];
    if (found.refused === "nothing-free") throw new UserError(nothingFree(days, nextBeyond(facts, offer)));
    const verb = moved ? "move " : "";
    const said = { notice: config.notice, days, nearest: found.nearest, verb } as const;
    throw new UserError(notThen(found.refused, at?.local ?? "", said));
  }
  const isLimited = !isHelper && !moved;
  return [
    {
      do: "take-slot",
      repository,
      booking,
      slots: found.slots.map(toSlotOfBooking),
      ...(isLimited && { perPerson: config["per-person"] }),
    },
    // What the thread is told is made from the record, when it is there.
    { do: "follow-up", key: "follow-booking", event: { kind: "follow-booking", repository, number } },
  ];
}

function mustBeBookable({ thread, kind, isHelper, config, now }: SlotRequest, facts: BookingFacts): void {
  const { booking, others, evidence, rules } = facts;
  if (rules.series.length === 0) throw new UserError(noSessions(kind));
  if (thread.closed) throw new UserError(threadClosed);
  if (thread.answer) throw new UserError(threadAnswered);
  if (!thread.author && kind === "office-hours") throw new UserError(askerGone);
  if (thread.locked) throw new UserError(threadLocked);
  if (booking?.state === "booked" && Date.parse(booking.end) > now.getTime()) {
    throw new UserError(Date.parse(booking.start) > now.getTime() ? alreadyBooked(booking) : alreadyBegun(booking));
  }
  if (booking?.state === "over" && !isHelper) throw new UserError(outcomeMissing(booking));
  const missing = evidence && missingSteps(config.gate, evidence);
  if (missing) throw new UserError(gateRefusal(missing));
  const limit = config["per-person"];
  if (!isHelper && others.length >= limit) throw new UserError(tooManyBookings(others, limit));
}
