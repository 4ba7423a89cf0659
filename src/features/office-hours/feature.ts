import type { SharedSettings } from "../../config/shared.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { officeHoursActions, type OfficeHoursPlan } from "./actions/office-hours-actions.ts";
import { officeHoursCommand } from "./commands/office-hours.ts";
import { outcome } from "./commands/outcome.ts";
import type { OfficeHoursConfig } from "./config.ts";
import { decideBookSession, gatherBookSession, type BookFacts } from "./events/book-session.ts";
import { decideFollow } from "./follow/decide-follow.ts";
import { gatherFollow, type FollowEvent, type FollowFacts, type Nothing } from "./follow/gather-follow.ts";
import { decideSweep, gatherSweep, type SweepFacts } from "./follow/sweep.ts";
import type { ReadsOfOfficeHours } from "./reads.ts";
import { BookingStore } from "./store/booking-store.ts";

type Facts = BookFacts | FollowFacts | SweepFacts | Nothing;

/** The last resort: a slot in a session for what is too complex for a thread, whose outcome is written back. */
export const officeHours = feature({
  name: "office-hours",
  summary:
    "Books slots of office hours for threads in which docs and team did not help, and sees that what came of them is written down as the answer.",
  slice: "office-hours",
  on: [
    "book-session",
    "follow-booking",
    "follow-request",
    "sweep-bookings",
    "default-branch-moved",
    "repository-added",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
    "comment-added",
    "comment-edited",
    "comment-deleted",
  ],
  commands: [officeHoursCommand, outcome],
  actions: officeHoursActions,
  openStores: (database) => ({ bookings: new BookingStore(database) }),
  schedules: [
    {
      every: ["start", "minutes"],
      isDue: async (repository, { reads, now }: { reads: ReadsOfOfficeHours; now: Date }) =>
        (await reads.bookings.dueBookings(repository, now, 1)).length > 0,
      event: (repository) => ({ kind: "sweep-bookings", repository }),
    },
  ],

  async gather(
    event,
    context: { config: OfficeHoursConfig; shared: SharedSettings; reads: ReadsOfOfficeHours; now: Date },
  ): Promise<Facts> {
    switch (event.kind) {
      case "book-session":
        return gatherBookSession(event, context);
      case "sweep-bookings":
      case "default-branch-moved":
      case "repository-added":
        return gatherSweep(event, context);
      default:
        return gatherFollow(event, context);
    }
  },

  decide(event, facts, settings): OfficeHoursPlan {
    switch (facts.found) {
      case "nothing":
        return nothing(facts.because);
      case "request":
        return event.kind === "book-session" ? decideBookSession(event, facts, settings) : nothing("nobody asked");
      case "sweep":
        return isSweep(event) ? decideSweep(event, facts, settings) : nothing("nothing is to be swept");
      case "booking":
        return isOfThread(event) ? decideFollow(event, facts, settings) : nothing("it is about no thread");
      default:
        return unreachable(facts);
    }
  },
});

function isSweep<Event extends { readonly kind: string }>(
  event: Event,
): event is Extract<Event, { readonly kind: "sweep-bookings" | "default-branch-moved" | "repository-added" }> {
  return ["sweep-bookings", "default-branch-moved", "repository-added"].includes(event.kind);
}

function isOfThread(event: { readonly kind: string }): event is FollowEvent {
  return "number" in event && event.kind !== "book-session";
}
