import type { Booking } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import { UserError } from "../../../core/errors.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Config } from "../../../config/schema.ts";
import { calendarAddress } from "../../../session-calendar/calendar-address.ts";
import { answerTo, command, type CommandContextIn } from "../../command.ts";
import type { OfficeHoursAction, OfficeHoursPlan } from "../actions/office-hours-actions.ts";
import { gatherEvidence } from "../gather/gather-gate.ts";
import { currentSessions, gatherOffer } from "../gather/gather-offer.ts";
import { sessionList } from "../messages/session-list.ts";
import { alreadyBegun, bookedHere, inRequestCategory, nothingBooked, noSessions } from "../messages/refusals.ts";
import type { ReadsOfOfficeHours } from "../reads.ts";
import { bookSlot, moveSlot, type BookingFacts, type SlotRequest } from "../slots/book.ts";
import { readWish } from "../slots/read-wish.ts";
import type { Wish } from "../slots/wish.ts";
import { say } from "../messages/words.ts";

interface Facts extends BookingFacts {
  readonly wish: Wish;
  readonly kind: Booking["kind"];
  /** Logins of hosts who may triage, for the list. */
  readonly hosts: ReadonlySet<string>;
  /** Address of the calendar, for the list. */
  readonly calendar: string | undefined;
}

type Context = CommandContextIn<"discussion">;

/** How many sessions are listed. */
const maxListed = 5;

export const officeHoursCommand = command({
  name: "office-hours",
  usage: "/office-hours [<day> [<time>] | move [<time>] | cancel | list]",
  summary: say("command.office-hours"),
  examples: [
    "/office-hours",
    "/office-hours 2026-12-08 14:30",
    "/office-hours move",
    "/office-hours cancel",
    "/office-hours list",
  ],
  who: ["asker", "helper"],
  where: ["discussion"],

  async gather(context, reads: ReadsOfOfficeHours): Promise<Facts> {
    const { repository, number, thread, config, now } = context;
    const wish = readWish(context.line.rest, now);
    const booking = await reads.bookings.findBooking(repository, number);
    const kind = wish.is !== "list" && booking?.state === "booked" ? booking.kind : kindOf(context);
    const offer = await gatherOffer(repository, kind, config, { reads, now });
    const asker = thread.author?.login;
    const theirs = asker === undefined ? [] : await reads.bookings.bookingsFor(repository, asker, now);
    // Whoever had a slot here has come past the gate, or a helper let them: where it was lost they are offered another one.
    const isGated = wish.is === "book" && kind === "office-hours" && !booking && !context.roles.includes("helper");
    const { gate } = config["office-hours"];
    return {
      ...offer,
      wish,
      kind,
      booking,
      others: theirs.filter((it) => it.number !== number),
      evidence: isGated && gate !== "none" ? await gatherEvidence(repository, thread, { gate, reads, now }) : undefined,
      hosts: wish.is === "list" ? await hostsOf(context, offer.rules, reads) : new Set(),
      calendar: wish.is === "list" ? await calendarOf(repository, reads) : undefined,
    };
  },

  decide(context, facts): OfficeHoursPlan {
    switch (facts.wish.is) {
      case "list":
        return { actions: [list(context, facts)], because: "somebody asked for the next sessions" };
      case "cancel":
        return { actions: cancel(context, facts), because: "the booked slot was given back" };
      case "move": {
        const request = toRequest(context, facts);
        return { actions: moveSlot(request, facts, mustBeBooked(context, facts)), because: "another slot is wanted" };
      }
      default:
        if (facts.kind === "request" && facts.booking?.state !== "booked") throw new UserError(inRequestCategory);
        return { actions: bookSlot(toRequest(context, facts), facts), because: "a slot is wanted for the discussion" };
    }
  },
});

/** Meetings are for feature requests, wherever these are made. */
function kindOf({ thread, config }: { readonly thread: Context["thread"]; readonly config: Config }): Booking["kind"] {
  const { mode, categories } = config["feature-requests"];
  return mode === "on" && categories.includes(thread.category.slug) ? "request" : "office-hours";
}

function toRequest({ repository, thread, actor, roles, comment, config, now }: Context, facts: Facts): SlotRequest {
  const { wish, kind, booking } = facts;
  if (booking?.key === comment.id) throw new UserError(bookedHere);
  const isHelper = roles.includes("helper");
  const at = "at" in wish ? wish.at : undefined;
  return {
    repository,
    thread,
    kind,
    by: actor.login,
    isHelper,
    key: comment.id,
    at,
    config: config["office-hours"],
    now,
  };
}

function mustBeBooked({ now }: Pick<Context, "now">, { booking }: Facts): Booking {
  if (booking?.state === "over" || (booking?.state === "booked" && Date.parse(booking.start) <= now.getTime())) {
    throw new UserError(alreadyBegun(booking));
  }
  if (booking?.state !== "booked") throw new UserError(nothingBooked);
  return booking;
}

function cancel(context: Context, facts: Facts): readonly OfficeHoursAction[] {
  const { repository, number } = context;
  const booking: Booking = { ...mustBeBooked(context, facts), state: "cancelled", cancelled: "asked" };
  return [
    { do: "keep-booking", repository, booking },
    { do: "follow-up", key: "follow-booking", event: { kind: "follow-booking", repository, number } },
  ];
}

function list(context: Context, facts: Facts): OfficeHoursAction {
  const { config, now, number } = context;
  const { rules, taken, hosts, kind, calendar } = facts;
  if (rules.series.length === 0) throw new UserError(noSessions(kind));
  const sessions = listedSessions(config, rules, now);
  const { notice } = config["office-hours"];
  return answerTo(
    context,
    "office-hours",
    sessionList(sessions, { taken, hosts, notice, now, kind, number, calendar })(context.locale),
  );
}

function listedSessions(config: Config, rules: Facts["rules"], now: Date) {
  const until = new Date(now.getTime() + config["office-hours"]["days-ahead"] * dayMs);
  return currentSessions(rules, now, until).slice(0, maxListed);
}

/** Whoever may no longer triage holds nothing any more. */
async function hostsOf(
  { repository, config, now }: Context,
  rules: Facts["rules"],
  { github }: ReadsOfOfficeHours,
): Promise<ReadonlySet<string>> {
  const logins = new Set(listedSessions(config, rules, now).flatMap(({ hosts }) => hosts));
  const may = await Promise.all(
    [...logins].map(async (it) => ((await github.rolesOf(repository, it)).includes("helper") ? [it] : [])),
  );
  return new Set(may.flat());
}

/** Address of the calendar that everybody may subscribe to; undefined where there is none, or we do not know our own address. */
async function calendarOf(
  repository: RepositoryRef,
  { publicUrl, feeds, github }: ReadsOfOfficeHours,
): Promise<string | undefined> {
  if (publicUrl === undefined || (await feeds.findFeed(repository))?.state !== "on") return undefined;
  const everybodys = await github.publicRepositoriesOf(repository.installation);
  return everybodys.has(repository.id) ? calendarAddress(publicUrl, repository) : undefined;
}
