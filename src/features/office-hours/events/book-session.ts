import type { Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { OfficeHoursPlan } from "../actions/office-hours-actions.ts";
import type { OfficeHoursConfig } from "../config.ts";
import type { FollowContext } from "../follow/gather-follow.ts";
import { gatherOffer } from "../gather/gather-offer.ts";
import { bookSlot, type BookingFacts } from "../slots/book.ts";
import { localeOf, type LanguageSettings } from "../../../words/locale-of.ts";

export interface BookFacts extends BookingFacts {
  readonly found: "request";
  readonly thread: Thread | undefined;
}

/** What is read to book the next free slot for a thread, as another feature's command wants it. */
export async function gatherBookSession(
  event: EventOf<"book-session">,
  { shared, reads, now }: FollowContext,
): Promise<BookFacts> {
  const { repository, number, session } = event;
  return {
    found: "request",
    thread: await reads.github.findThread(repository, number),
    ...(await gatherOffer(repository, session, shared, { reads, now })),
    booking: await reads.bookings.findBooking(repository, number),
    others: [],
  };
}

/** Whoever asked was allowed to. What cannot be is said under the comment in which they asked. */
export function decideBookSession(
  event: EventOf<"book-session">,
  facts: BookFacts,
  {
    config,
    shared,
    now,
  }: { readonly config: OfficeHoursConfig; readonly shared: LanguageSettings; readonly now: Date },
): OfficeHoursPlan {
  const { repository, number, session: kind, by, askedIn: key } = event;
  const { thread, booking } = facts;
  if (!thread) return nothing("the discussion is gone");
  if (booking?.key === key) return nothing("this comment has booked a slot already");
  const request = { repository, thread, kind, by, isHelper: true, key, config, now };
  try {
    return { actions: bookSlot(request, facts), because: `${kind} is wanted for the discussion` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const body = error.in(localeOf(shared, thread));
    const reply = { do: "reply", repository, discussion: thread.id, number, to: key, key: `book-session:${key}`, body };
    return { actions: [{ ...reply, do: "reply" }], because: "no slot can be booked, and the answer says why" };
  }
}
