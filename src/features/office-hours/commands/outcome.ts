import type { Booking } from "../../../core/booking.ts";
import { isNoShow } from "../../../core/command-names.ts";
import { UserError } from "../../../core/errors.ts";
import { saidIn } from "../../../text/without-commands.ts";
import { command, type CommandContextIn, type CommandLocation } from "../../command.ts";
import type { OfficeHoursAction, OfficeHoursPlan } from "../actions/office-hours-actions.ts";
import { noOutcome } from "../messages/outcome.ts";
import { outcomeText } from "../outcome/outcome-text.ts";
import { entryKey } from "../follow/session-entries.ts";
import type { ReadsOfOfficeHours } from "../reads.ts";
import { say } from "../messages/words.ts";

export const outcome = command({
  name: "outcome",
  usage: "/outcome <what came of the session>",
  summary: say("command.outcome"),
  examples: ["/outcome The lease was too short; set it to 30 s.", "/outcome no-show"],
  who: ["helper"],
  where: ["discussion"],
  appliesTo,
  gather: ({ repository, number }, reads: ReadsOfOfficeHours) => reads.bookings.findBooking(repository, number),
  decide: decideOutcome,
});

/** The meeting of a feature request has a command of the same name. By our own records. */
async function appliesTo(
  { repository, number }: CommandLocation,
  { sessions }: { readonly sessions: readonly { readonly kind: string }[] },
  { bookings, requests }: ReadsOfOfficeHours,
): Promise<boolean> {
  const booking = await bookings.findBooking(repository, number);
  if (booking) return booking.kind === "office-hours";
  if ((await requests.findRequest(repository, number)) !== undefined) return false;
  return sessions.some(({ kind }) => kind === "office-hours");
}

type Context = CommandContextIn<"discussion">;

/**
 * Keeps what came of a session. The comment with the command is the outcome: a person wrote it, so that it can be marked
 * as the answer, counted and promoted. A later one takes its place.
 */
export function decideOutcome(context: Context, found: Booking | undefined): OfficeHoursPlan {
  const booking = mustHaveBegun(found, context.now);
  return isNoShow(context.line.rest) ? missed(booking, context) : writtenDown(booking, context);
}

function writtenDown(booking: Booking, context: Context): OfficeHoursPlan {
  const { repository, number, thread, comment, actor } = context;
  const text = outcomeText(saidIn(comment.body));
  if (text === undefined) throw new UserError(noOutcome.wordless);
  const at = writtenAt(context);
  const url = thread.comments.find(({ id }) => id === comment.id)?.url ?? thread.url;
  const marks = thread.category.isAnswerable && thread.answer?.id !== comment.id;
  const done: Booking = {
    ...booking,
    state: "done",
    outcome: { by: actor.login, at, text, comment: comment.id, url },
  };
  return {
    actions: [
      { do: "keep-booking", repository, booking: done },
      ...(booking.state === "booked" ? [endedEarly(booking, context, at)] : []),
      ...(marks ? [{ do: "mark-answer", repository, number, comment: comment.id } as const] : []),
      ...followUps(context, marks ? "thread-behind" : "thread-observed"),
      // Features leave alone what a bot has changed, and the mark is ours.
      ...(marks
        ? [{ do: "follow-up", key: "promotion", event: { kind: "promotion-changed", repository, number } } as const]
        : []),
    ],
    because: booking.outcome ? "the outcome of the session is corrected" : "the outcome of the session is written down",
  };
}

function missed(booking: Booking, context: Context): OfficeHoursPlan {
  const { repository, number, comment, actor } = context;
  // Its comment may be the answer by now, and in the FAQ.
  if (booking.outcome) throw new UserError(noOutcome.writtenDown(booking.outcome.url));
  const at = writtenAt(context);
  return {
    actions: [
      { do: "keep-booking", repository, booking: { ...booking, state: "no-show" } },
      {
        do: "record-no-show",
        repository,
        number,
        key: entryKey(booking.key, "cancelled"),
        comment: comment.id,
        by: actor.login,
        at,
      },
      ...followUps(context, "thread-observed"),
    ],
    because: "nobody came to the session",
  };
}

/**
 * What the thread is told is made from the record; whoever watches, or shows the booking, looks again. A mark that
 * follows its comment within a second is told from one that was taken off again by reading the thread.
 */
function followUps({ repository, number }: Context, thread: "thread-behind" | "thread-observed"): OfficeHoursAction[] {
  return (["follow-booking", thread, "booking-changed"] as const).map((kind) => ({
    do: "follow-up",
    key: kind,
    event: { kind, repository, number },
  }));
}

/** It was held until its outcome was written: before that, for the host has had their word then. */
function endedEarly(booking: Booking, { repository, number }: Context, writtenAt: string): OfficeHoursAction {
  const at = new Date(Math.max(Date.parse(booking.start), Date.parse(writtenAt) - 1000)).toISOString();
  return { do: "record-session", repository, number, change: "held", key: entryKey(booking.key, "held"), at };
}

/** GitHub's times have whole seconds. */
function writtenAt({ comment, now }: Context): string {
  return comment.at ?? new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString();
}

function mustHaveBegun(booking: Booking | undefined, now: Date): Booking {
  if (!booking) throw new UserError(noOutcome.unbooked);
  if (booking.state === "cancelled") throw new UserError(noOutcome.calledOff);
  if (booking.state === "booked" && Date.parse(booking.start) > now.getTime()) {
    throw new UserError(noOutcome.toCome(booking.start));
  }
  return booking;
}
