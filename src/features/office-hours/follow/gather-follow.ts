import type { Booking } from "../../../core/booking.ts";
import type { SharedSettings } from "../../../config/shared.ts";
import { dayMs } from "../../../core/clock.ts";
import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { Session } from "../../../sessions/session.ts";
import { findSession, sessionsBetween } from "../../../sessions/sessions-between.ts";
import type { EventOf } from "../../feature.ts";
import { gatherOffer, type OfferFacts } from "../gather/gather-offer.ts";
import { isOfOutcome } from "../outcome/follow-outcome.ts";
import type { MetRequest, ReadsOfOfficeHours } from "../reads.ts";

/** Events after which a thread's booking is looked at. */
export type FollowEvent = EventOf<
  | "follow-booking"
  | "follow-request"
  | "discussion-edited"
  | "discussion-changed"
  | "discussion-removed"
  | "comment-added"
  | "comment-edited"
  | "comment-deleted"
>;

export interface FollowContext {
  readonly shared: SharedSettings;
  readonly reads: ReadsOfOfficeHours;
  readonly now: Date;
}

/** A booking with all that it follows from. */
export interface FollowFacts {
  readonly found: "booking";
  readonly booking: Booking;
  readonly dueAt: Date | undefined;
  /** Undefined when it is gone. */
  readonly thread: Thread | undefined;
  /** Of its series, as the config in force has them. */
  readonly sessions: readonly Session[];
  readonly offer: OfferFacts;
  readonly isDecided: boolean;
  /** Keys of what the thread's timeline tells of sessions. */
  readonly recorded: ReadonlySet<string>;
  /** Logins of its session's hosts who may triage. */
  readonly hosts: readonly string[];
  /** Node id of the comment that we remember as ours. */
  readonly ours: string | undefined;
}

export type Nothing = { readonly found: "nothing"; readonly because: string };

/** Our own record comes first: a thread without a booking costs no request. */
export async function gatherFollow(event: FollowEvent, context: FollowContext): Promise<FollowFacts | Nothing> {
  const { repository, number } = event;
  const { reads } = context;
  const booking = await reads.bookings.findBooking(repository, number);
  if (!booking) return { found: "nothing", because: "nothing is booked for the thread" };
  const because = whyNotNow(event, booking);
  if (because !== undefined) return { found: "nothing", because };
  const isGone = event.kind === "discussion-removed";
  const thread = isGone ? undefined : await reads.github.findThread(repository, number);
  const offer = await gatherOffer(repository, booking.kind, context.shared, context);
  const sessions = sessionsOf(booking, offer, context.now);
  const timeline = await reads.timelines.findTimeline(repository, number);
  const request = await reads.requests.findRequest(repository, number);
  return {
    found: "booking",
    booking,
    dueAt: await reads.bookings.bookingDueAt(repository, number),
    thread,
    sessions,
    offer,
    isDecided: request !== undefined && isDecided(request.request),
    recorded: new Set(timeline?.entries.flatMap((it) => (it.kind === "session" ? [it.key] : []))),
    hosts: thread ? await whoMayHold(repository, booking, sessions, reads) : [],
    ours: await reads.records.findOurComment(repository, number),
  };
}

/** Why an event changes nothing about a booking, as far as the record tells. */
function whyNotNow(event: FollowEvent, booking: Booking): string | undefined {
  switch (event.kind) {
    case "follow-booking":
    case "discussion-removed":
      return undefined;
    case "discussion-changed":
      // What could not be said in a locked thread is said when it is open again.
      if (booking.state === "booked" || event.change === "unlocked") return undefined;
      // What is said of an outcome tells whether it is the answer.
      return booking.state === "done" && ["answered", "unanswered", "category_changed"].includes(event.change)
        ? undefined
        : "nothing is booked for the thread";
    case "follow-request":
      return booking.kind === "request" && booking.state === "over" ? undefined : "no meeting waits for its outcome";
    default: {
      if (isOfOutcome(event, booking)) return undefined;
      if (booking.state !== "booked") return "nothing is booked for the thread";
      // Whoever edits it, it is the question, and its title is shown elsewhere.
      if (event.kind === "discussion-edited") return undefined;
      const by = ("comment" in event ? event.comment.author : undefined) ?? event.actor;
      return by.login === booking.for ? undefined : "it is not by the asker";
    }
  }
}

/** After these there is nothing left to meet for. */
function isDecided({ state, meeting, decision }: MetRequest): boolean {
  return meeting?.outcome !== undefined || decision !== undefined || !["asked", "complete", "meeting"].includes(state);
}

/** The sessions of a booking's series around its time, or its own alone, wherever that was moved to. */
export function sessionsOf(booking: Booking, { rules }: Pick<OfferFacts, "rules">, now: Date): readonly Session[] {
  if (booking.state !== "booked") return [];
  const own = { ...rules, series: rules.series.filter(({ name }) => name === booking.series) };
  const start = Date.parse(booking.start);
  const from = new Date(Math.min(start, now.getTime()) - 2 * dayMs);
  const near = sessionsBetween(own, from, new Date(start + 2 * dayMs));
  if (near.some(({ key }) => key === booking.session)) return near;
  const moved = findSession(own, booking);
  return moved ? [moved] : near;
}

async function whoMayHold(
  repository: RepositoryRef,
  booking: Booking,
  sessions: readonly Session[],
  { github }: ReadsOfOfficeHours,
): Promise<readonly string[]> {
  if (booking.state !== "booked") return booking.hosts;
  const hosts = sessions.find(({ key }) => key === booking.session)?.hosts ?? [];
  const may = await Promise.all(
    hosts.map(async (it) => ((await github.rolesOf(repository, it)).includes("helper") ? [it] : [])),
  );
  return may.flat();
}
