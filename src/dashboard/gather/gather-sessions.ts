import { holidaysFiles } from "../../business-time/calendars-of.ts";
import { dayMs } from "../../core/clock.ts";
import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { GitHubReads } from "../../core/github-reads.ts";
import { currentSessions } from "../../features/office-hours/gather/gather-offer.ts";
import { isFree, slotsOf } from "../../features/office-hours/slots/choice.ts";
import { gatherSessions } from "../../sessions/gather-sessions.ts";
import type { Session } from "../../sessions/session.ts";
import { configOf } from "./config-of.ts";
import type { PageReads } from "./reads.ts";

/** A session with the starts of its slots that nobody has. */
export interface OpenSession {
  readonly session: Session;
  readonly free: readonly Date[];
}

export interface SessionsView {
  /** By their start. */
  readonly sessions: readonly OpenSession[];
  /** To come, by their start. */
  readonly bookings: readonly Booking[];
  /** Over for more than a day, and nobody has written what came of it. */
  readonly withoutOutcome: readonly Booking[];
  /** Holidays files that are not known here: on their days, sessions may be listed that are not held. */
  readonly unknownFiles: readonly string[];
}

const daysAhead = 28;
const maxListed = 200;

/** Which sessions there are, what is free, and what is booked. By our own records alone. */
export async function gatherSessionsView(
  repository: RepositoryRef,
  { records, watch, bookings }: Pick<PageReads, "records" | "watch" | "bookings">,
  now: Date,
): Promise<SessionsView> {
  const [config, files, taken, booked, withoutOutcome] = await Promise.all([
    configOf(repository, records),
    watch.calendarFiles(repository),
    bookings.takenSlots(repository, now),
    bookings.bookingsAfter(repository, now, maxListed),
    bookings.withoutOutcome(repository, new Date(now.getTime() - dayMs), maxListed),
  ]);
  const rules = await gatherSessions(repository, config, keptFiles(files));
  const sessions = currentSessions(rules, now, new Date(now.getTime() + daysAhead * dayMs)).slice(0, maxListed);
  return {
    sessions: sessions.map((session) => ({
      session,
      free: slotsOf([session])
        .filter((it) => it.slot.start > now && isFree(it, taken))
        .map(({ slot }) => slot.start),
    })),
    bookings: booked,
    withoutOutcome,
    unknownFiles: holidaysFiles(config.calendars).filter((path) => typeof files.get(path) !== "string"),
  };
}

/** The files of calendars as the watch last read them, in the place of GitHub. */
function keptFiles(files: ReadonlyMap<string, string | null>): Pick<GitHubReads, "configTexts"> {
  return {
    async configTexts(_, path) {
      const text = files.get(path);
      return typeof text === "string" ? [{ source: path, text, isShown: true }] : [];
    },
  };
}
