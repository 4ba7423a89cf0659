import { z } from "zod";
import { Login, TimeZone } from "../rota/rota-config.ts";
import { readLocalTime } from "../rota/read-rota.ts";

const localTime = z.string().refine((text) => readLocalTime(text)?.isDay === false, {
  error: "must be a day that there is with a time, such as `2026-01-06 14:00`",
});

/** A day, or a day with a time where there are several sessions a day. */
const sessionDay = z.string().refine((text) => readLocalTime(text) !== undefined, {
  error: "must be a day that there is, with or without a time, such as `2026-12-29` or `2026-12-29 14:00`",
});

/** One series of sessions as written. */
export const SeriesConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z\d][a-z\d-]{0,39}$/u, "must be small letters, digits and hyphens, such as `clinic`")
    .describe(
      "A name of your own, such as `clinic`. Bookings keep to it: who renames a series calls its sessions off.",
    ),
  title: z.string().trim().min(1).max(100).default("Office hours").describe("What people are shown."),
  kind: z
    .enum(["office-hours", "request"])
    .default("office-hours")
    .describe("`office-hours` for questions, `request` for meetings about feature requests."),
  rule: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe("When it comes again, as an RRULE of RFC 5545: `FREQ=WEEKLY;BYDAY=TU`. Without it: once."),
  start: localTime.describe("When the first session starts, in the zone of the series: `2026-01-06 14:00`."),
  timezone: TimeZone.default("UTC").describe("The zone of all times here: a name of the IANA list."),
  minutes: z.number().int().min(5).max(1_440).default(60).describe("How long a session is."),
  slots: z.number().int().min(1).max(50).default(2).describe("Into how many slots of the same length it is divided."),
  except: z.array(sessionDay).max(500).default([]).describe("Sessions that are left out."),
  extra: z.array(localTime).max(500).default([]).describe("Sessions beside those of the rule."),
  moved: z
    .array(z.strictObject({ from: sessionDay, to: localTime }))
    .max(500)
    .default([])
    .describe("Sessions that are held at another time."),
  calendar: z
    .string()
    .min(1)
    .optional()
    .describe("A calendar of `calendars`: on its holidays and closed days there is no session."),
  host: z
    .union([z.literal("rota"), Login, z.array(Login).min(1).max(10)])
    .default("rota")
    .describe("Who holds it: `rota` for whoever is on call then, a login, or a list of logins."),
  link: z
    .url({ protocol: /^https$/u })
    .max(500)
    .optional()
    .describe("Where people meet. It can be read by whoever may read this file."),
  "link-for": z
    .enum(["everyone", "booked"])
    .default("booked")
    .describe("Who is shown the link: `everyone`, or the threads that have a slot."),
  languages: z.array(z.string().min(2).max(35)).max(20).default([]).describe("Languages in which it is held: `en`."),
  topics: z.array(z.string().min(1).max(60)).max(20).default([]).describe("What it is about, in words."),
});
export type SeriesConfig = z.infer<typeof SeriesConfig>;

/** The `sessions:` section: office hours and meetings as code. */
export const SessionsConfig = z.array(SeriesConfig).max(50).default([]);
export type SessionsConfig = z.infer<typeof SessionsConfig>;
