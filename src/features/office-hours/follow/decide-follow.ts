import type { Booking } from "../../../core/booking.ts";
import { nothing } from "../../../core/plan.ts";
import type { Thread } from "../../../core/discussion.ts";
import { readSections } from "../../../text/marker.ts";
import type { OfficeHoursAction, OfficeHoursPlan } from "../actions/office-hours-actions.ts";
import { isShownInReplies, showsBooking } from "../actions/show-booking.ts";
import type { OfficeHoursConfig } from "../config.ts";
import { toOffer } from "../gather/gather-offer.ts";
import type { AnswerMark } from "../messages/outcome.ts";
import { changeNotice } from "../messages/change-notice.ts";
import { sessionSection } from "../messages/session-section.ts";
import { localeOf, type LanguageSettings } from "../../../words/locale-of.ts";
import { findWanted } from "../slots/find-wanted.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { compareBooking, type Review } from "./compare-booking.ts";
import type { FollowEvent, FollowFacts } from "./gather-follow.ts";
import { followOutcome } from "../outcome/follow-outcome.ts";
import { lastKnown, nextBooking, nextLook } from "./next-booking.ts";
import { missingEntries } from "./session-entries.ts";

interface Settings {
  readonly config: OfficeHoursConfig;
  readonly shared: LanguageSettings;
  readonly now: Date;
}

/** Brings a booking in line with the config and its thread, and the thread in line with the booking. */
export function decideFollow(event: FollowEvent, facts: FollowFacts, settings: Settings): OfficeHoursPlan {
  const { repository, number } = event;
  const { booking: before, thread } = facts;
  const booking = followOutcome(event, before, thread);
  const changed = {
    do: "follow-up",
    key: "booking-changed",
    event: { kind: "booking-changed", repository, number },
  } as const;
  if (!thread) {
    return { actions: [{ do: "forget-booking", repository, number }, changed], because: "the discussion is gone" };
  }
  const review = reviewOf(event, { ...facts, booking }, settings);
  if (review.is === "elsewhere") return takeAnother(event, booking, review);
  const session = facts.sessions.find(({ key }) => key === booking.session);
  const known = { thread, session, hosts: facts.hosts, config: settings.config };
  const after = nextBooking(booking, review, known);
  const next = after.state === "cancelled" ? alternatives(facts, number, settings) : [];
  const said = tell(event, { ...facts, thread, after, session, next }, settings);
  const entries = missingEntries(event, after, facts.recorded, settings.now);
  const kept = keep(event, after, { before, dueAt: facts.dueAt, now: settings.now });
  // That somebody is still to be told is in the record until they are.
  const told = keep(event, said.booking, { before: after, dueAt: nextLook(after, settings.now), now: settings.now });
  const actions = [...kept, ...entries, ...said.actions, ...told];
  if (actions.length === 0) return nothing("the booking is as it should be");
  const isNew = !isSame(said.booking, before) || entries.length > 0;
  return { actions: [...actions, ...(isNew ? [changed] : [])], because: reasons[review.is] };
}

const reasons: Readonly<Record<Exclude<Review["is"], "elsewhere">, string>> = {
  kept: "what is shown or recorded of the booking was not up to date",
  over: "the slot is over",
  done: "what the meeting was about is decided",
  "called-off": "the slot is called off",
  moved: "the session is at another time",
};

function reviewOf(event: FollowEvent, facts: FollowFacts, { now }: Settings): Review {
  const { booking, sessions, offer, isDecided, thread } = facts;
  return compareBooking(booking, {
    sessions,
    taken: offer.taken,
    isClosed: thread?.closed !== undefined,
    isDecided,
    isCancelled: event.kind === "follow-booking" && event.cancel === true,
    now,
  });
}

/** Another slot in the place of one that is no more. The thread is told by the follow-up, of what was taken then. */
function takeAnother(
  { repository, number }: FollowEvent,
  had: Booking,
  { to }: Extract<Review, { readonly is: "elsewhere" }>,
): OfficeHoursPlan {
  const booking = { ...had, changes: had.changes + 1, moved: lastKnown(had), isUntold: true as const };
  return {
    actions: [
      { do: "take-slot", repository, booking, slots: to },
      { do: "follow-up", key: "follow-booking", event: { kind: "follow-booking", repository, number } },
    ],
    because: "the slot is no more, and another one of the session is free",
  };
}

interface Telling extends FollowFacts {
  readonly thread: Thread;
  readonly after: Booking;
  readonly session: FollowFacts["sessions"][number] | undefined;
  readonly next: readonly SlotChoice[] | undefined;
}

/** The section, and the one comment where a booked time has changed. In a locked thread that has to wait. */
function tell(
  { repository, number }: FollowEvent,
  { thread, after, session, next, ours: recorded }: Telling,
  { config, shared }: Settings,
): { readonly booking: Booking; readonly actions: readonly OfficeHoursAction[] } {
  const { id: discussion, locked, comments } = thread;
  const locale = localeOf(shared, thread);
  const body = sessionSection({
    booking: after,
    session,
    items: config.prepare,
    isAnswered: thread.answer !== undefined,
    mark: markIn(thread, after),
  })(locale);
  const ours = comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
  const isSaid = ours !== undefined && readSections(ours.body).get("session") === body;
  const say = { do: "say", repository, discussion, number, section: "session", body } as const;
  const actions: OfficeHoursAction[] = locked || isSaid ? [] : [say];
  const { isUntold, ...told } = after;
  if (locked) return { booking: after, actions };
  if (isUntold && !isAsKnown(after)) {
    const key = `${after.key}:${after.changes}:${after.state}`;
    actions.push({ do: "tell-asker", repository, discussion, number, key, body: changeNotice(after, next)(locale) });
  }
  // Where people have folded our comment away, or deleted it, nobody sees the section.
  const isHidden = ours ? ours.isMinimized : recorded !== undefined;
  const shown = { repository, to: after.key, body, locale };
  if ((isHidden || isShownInReplies(thread, repository)) && !showsBooking(thread, shown)) {
    actions.push({ do: "show-booking", discussion, number, ...shown });
  }
  return { booking: told, actions };
}

/** Whether a booking is again at the time of which its asker knows: nothing has changed for them. */
function isAsKnown({ state, start, end, moved }: Booking): boolean {
  return state === "booked" && moved?.from === start && moved.to === end;
}

function markIn({ answer, category }: Thread, { outcome }: Booking): AnswerMark {
  if (answer) return answer.id === outcome?.comment ? "outcome" : "another";
  return category.isAnswerable ? "none" : "impossible";
}

function keep(
  { repository }: FollowEvent,
  booking: Booking,
  { before, dueAt, now }: { readonly before: Booking; readonly dueAt: Date | undefined; readonly now: Date },
): readonly OfficeHoursAction[] {
  const due = nextLook(booking, now);
  if (isSame(booking, before) && due?.getTime() === dueAt?.getTime()) return [];
  return [{ do: "keep-booking", repository, booking, ...(due && { dueAt: due.toISOString() }) }];
}

/** Whether two records say the same, in whatever order. */
function isSame(a: Booking, b: Booking): boolean {
  const inOrder = (it: Booking) => JSON.stringify(Object.entries(it).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}

/** What the asker could have instead; undefined where no session is planned any more. */
function alternatives(
  { offer }: FollowFacts,
  number: number,
  { config, now }: Settings,
): readonly SlotChoice[] | undefined {
  if (offer.rules.series.length === 0) return undefined;
  const found = findWanted(undefined, toOffer(offer, config, { number, now }));
  return "slots" in found ? found.slots.slice(0, 3) : [];
}
