import type { Discussion } from "local-github-server/world";
import type { Booking } from "../../src/core/booking.ts";
import { openDesk, type Desk, type DeskOptions } from "./open-desk.ts";
import { withStores } from "./with-stores.ts";
import { watchedThread } from "./with-watch.ts";

/** Office hours on Tuesdays at two in Berlin, in two halves of an hour. */
export interface Clinic {
  readonly start?: string;
  readonly slots?: number;
  readonly minutes?: number;
  readonly host?: string;
  readonly more?: string;
}

/** The config of a project with such office hours; `undefined`: with none. */
export function clinicConfig(clinic: Clinic | undefined, rest = ""): string {
  const { start = "2026-03-03 14:00", slots = 2, minutes = 60, host = "hana", more = "" } = clinic ?? {};
  const sessions = `sessions:
  - name: clinic
    rule: FREQ=WEEKLY;BYDAY=TU
    start: ${start}
    timezone: Europe/Berlin
    minutes: ${minutes}
    slots: ${slots}
    host: ${host}
    link: https://meet.example.com/clinic
${more}`;
  return `${clinic ? sessions : ""}living-issue:\n  mode: off\n${rest}`;
}

/** A desk with office hours, on the Sunday before the first of them. */
export function openClinic(config = clinicConfig({}), options: DeskOptions = {}): Promise<Desk> {
  const files = { ".github/frontdesk.yml": config };
  return openDesk({ files, startAt: new Date("2026-03-01T09:00:00Z"), ...options });
}

/** Somebody writes this; what the bot replies. */
export async function write(desk: Desk, thread: Discussion, line: string, by = "ann"): Promise<string> {
  const comment = desk.comment(thread, line, by);
  await desk.settle();
  return desk
    .botReplies(comment)
    .map(({ body }) => body)
    .join("\n");
}

/** What our one comment says. */
export function said(desk: Desk, thread: Discussion): string {
  return desk
    .botComments(thread)
    .filter(({ body }) => body.includes("frontdesk:begin"))
    .map(({ body }) => body)
    .join("\n");
}

/** The comments that told the asker of a changed time, wherever they stand. */
export function notices(desk: Desk, thread: Discussion): readonly string[] {
  const all = thread.comments.flatMap((it) => [it, ...it.replies]);
  return all.map(({ body }) => body).filter((it) => it.includes("session-notice"));
}

export function bookingOf(desk: Desk, { number }: Discussion): Promise<Booking | undefined> {
  return withStores(desk, ({ bookings }, repository) => bookings.findBooking(repository, number));
}

/** Where the thread stands, as whoever watches it says. */
export async function statusOf(desk: Desk, thread: Discussion): Promise<string | undefined> {
  return (await watchedThread(desk, thread))?.state.status;
}
