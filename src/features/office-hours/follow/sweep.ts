import type { Booking } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import { nothing } from "../../../core/plan.ts";
import type { Session } from "../../../sessions/session.ts";
import { sessionsBetween } from "../../../sessions/sessions-between.ts";
import type { EventOf } from "../../feature.ts";
import type { OfficeHoursPlan } from "../actions/office-hours-actions.ts";
import type { OfficeHoursConfig } from "../config.ts";
import { gatherOffer, type OfferFacts } from "../gather/gather-offer.ts";
import { compareBooking } from "./compare-booking.ts";
import { sessionsOf, type FollowContext } from "./gather-follow.ts";
import { digestOf } from "./next-booking.ts";

export type SweepEvent = EventOf<"sweep-bookings" | "default-branch-moved" | "repository-added">;

export interface SweepFacts {
  readonly found: "sweep";
  /** Numbers of threads that are due. */
  readonly due: readonly number[];
  /** All that is booked and to come, where the config may have changed. */
  readonly booked: readonly Booking[];
  readonly offers: ReadonlyMap<Booking["kind"], OfferFacts>;
}

/** How many are looked at after one tick; what is left is due with the next one. */
const maxDue = 200;
const maxBooked = 5_000;

/** What is due by its time; and where the config may have changed, all that is booked with what it follows from now. */
export async function gatherSweep(event: SweepEvent, { shared, reads, now }: FollowContext): Promise<SweepFacts> {
  const { repository } = event;
  if (event.kind === "sweep-bookings") {
    return {
      found: "sweep",
      due: await reads.bookings.dueBookings(repository, now, maxDue),
      booked: [],
      offers: new Map(),
    };
  }
  const booked = await reads.bookings.bookingsAfter(repository, now, maxBooked);
  const offers = new Map<Booking["kind"], OfferFacts>();
  for (const kind of new Set(booked.map((it) => it.kind))) {
    offers.set(kind, await gatherOffer(repository, kind, shared, { reads, now }));
  }
  return { found: "sweep", due: [], booked, offers };
}

/** Each booking that is due, or follows from other sessions than before, is looked at in its thread's own turn. */
export function decideSweep(
  { repository }: SweepEvent,
  { due, booked, offers }: SweepFacts,
  { config, now }: { readonly config: OfficeHoursConfig; readonly now: Date },
): OfficeHoursPlan {
  const changed = [...offers].flatMap(([kind, offer]) =>
    othersThanBefore(
      booked.filter((it) => it.kind === kind),
      offer,
      { config, now },
    ),
  );
  const numbers = [...due, ...changed.map(({ number }) => number)];
  if (numbers.length === 0) return nothing("no booking is due, and none follows from other sessions than before");
  return {
    actions: numbers.map((number) => ({
      do: "follow-up",
      key: `follow-booking:${number}`,
      event: { kind: "follow-booking", repository, number },
    })),
    because: `${numbers.length} bookings are due, or follow from other sessions than before`,
  };
}

/** Bookings that follow from other sessions than before. All sessions are listed once: there may be hundreds of bookings. */
function othersThanBefore(
  booked: readonly Booking[],
  offer: OfferFacts,
  settings: { readonly config: OfficeHoursConfig; readonly now: Date },
): readonly Booking[] {
  if (booked.length === 0) return [];
  const starts = booked.map(({ start }) => Date.parse(start));
  const from = new Date(Math.min(...starts) - 2 * dayMs);
  const near = sessionsBetween(offer.rules, from, new Date(Math.max(...starts) + 2 * dayMs));
  const byKey = new Map(near.map((it) => [`${it.series} ${it.key}`, it]));
  return booked.filter((it) => {
    const session = byKey.get(`${it.series} ${it.session}`);
    return isOther(it, session ? [session] : sessionsOf(it, offer, settings.now), offer, settings);
  });
}

function isOther(
  booking: Booking,
  sessions: readonly Session[],
  { taken }: OfferFacts,
  { config, now }: { readonly config: OfficeHoursConfig; readonly now: Date },
): boolean {
  const world = { sessions, taken, isClosed: false, isDecided: false, isCancelled: false, now };
  if (compareBooking(booking, world).is !== "kept") return true;
  const session = sessions.find(({ key }) => key === booking.session);
  return session !== undefined && digestOf(session, config.prepare) !== booking.shown;
}
