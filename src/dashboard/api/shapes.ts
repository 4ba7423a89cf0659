import { z } from "zod";
import { optional, word } from "./endpoint.ts";

/** Shapes that several answers have. Times are ISO 8601 in UTC, durations seconds. */
export const time = z.iso.datetime();
export const seconds = z.number().nonnegative();

/** A thread as it is named wherever one is meant. */
export const threadName = {
  number: z.int().positive(),
  title: z.string(),
  url: z.string().describe("On GitHub."),
};

/** The same as it is listed. */
export const threadHead = {
  ...threadName,
  openedAt: time,
  asker: z.string().nullable(),
  category: z.string(),
  labels: z.array(z.string()),
};

export const periodQuery = {
  period: word(["week", "month", "quarter"], "The last 7, 28 or 91 days with today. `month` where nothing is stated."),
  from: optional("The first day, by the clocks of the repository's calendar.", "2026-03-01"),
  to: optional("The first day behind it, as in the report.", "2026-04-01"),
};

export const clockKind = z.enum(["first-response", "next-response", "resolution"]);
export const threadStatus = z.enum([
  "waiting-on-team",
  "waiting-on-asker",
  "awaiting-decision",
  "session-booked",
  "answered",
  "closed",
]);

/** Leaves out what is undefined, as JSON does. */
export function toTime(at: Date): string {
  return at.toISOString();
}
