import { z } from "zod";
import { Login, TimeZone } from "../rota/rota-config.ts";
import { readLocalTime } from "../rota/read-rota.ts";

/** The years of sessions: zones are known in them, and no list of sessions grows without end. */
const [firstYear, lastYear] = [2000, 2199];
const reach = `the years ${firstYear} to ${lastYear}`;

function isInReach(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}

const localTime = z.string().refine((text) => readLocalTime(text)?.isDay === false && isInReach(text), {
  error: `must be a day of ${reach} with a time, such as \`2026-01-06 14:00\``,
});

/** A day, or a day with a time where there are several sessions a day. */
const sessionDay = z.string().refine((text) => readLocalTime(text) !== undefined && isInReach(text), {
  error: `must be a day of ${reach}, with or without a time, such as \`2026-12-29\` or \`2026-12-29 14:00\``,
});

/** What people are shown of a session, in Markdown and in calendars: one line of text. */
const line = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text), {
    error: "must be one line of text without control characters",
  });

/** A language as BCP 47 has it, https://www.rfc-editor.org/rfc/rfc5646#section-2.1, as far as the runtime reads it. */
const Language = z.string().max(35).refine(isLanguage, { error: "must be a language tag, such as `en` or `pt-BR`" });

/** One series of sessions as written. What its settings mean together is checked by `seriesProblems`. */
export const SeriesConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z\d][a-z\d-]{0,39}$/u, "must be small letters, digits and hyphens, such as `clinic`")
    .describe(
      "A name of your own, such as `clinic`. Bookings keep to it: who renames a series calls its sessions off.",
    ),
  title: line.max(100).default("Office hours").describe("What people are shown."),
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
  start: localTime.describe(
    "When the first session by the rule starts, in the zone of the series: `2026-01-06 14:00`.",
  ),
  timezone: TimeZone.default("UTC").describe("The zone of all times here: a name of the IANA list."),
  minutes: z.number().int().min(5).max(1_440).default(60).describe("How long a session is."),
  slots: z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(2)
    .describe("Into how many slots of the same length, in whole minutes, it is divided."),
  except: z.array(sessionDay).max(200).default([]).describe("Sessions that are left out."),
  extra: z.array(localTime).max(200).default([]).describe("Sessions beside those of the rule."),
  moved: z
    .array(
      z.strictObject({
        from: sessionDay.describe("The session by the rule, by its day."),
        to: localTime.describe("When it is held instead."),
      }),
    )
    .max(200)
    .default([])
    .describe("Sessions of the rule that are held at another time."),
  calendar: z
    .string()
    .min(1)
    .optional()
    .describe("A calendar of `calendars`: on its holidays and closed days there is no session by the rule."),
  host: z
    .union([z.literal("rota"), Login, z.array(Login).min(1).max(10)])
    .default("rota")
    .describe("Who holds it: `rota` for whoever is on call then, a login, or a list of logins."),
  link: z
    .url({ protocol: /^https$/u, error: "must be an address that begins with `https://`" })
    .max(500)
    .optional()
    .describe("Where people meet. It can be read by whoever may read this file."),
  "link-for": z
    .enum(["everyone", "booked"])
    .default("booked")
    .describe("Who is shown the link: `everyone`, or the threads that have a slot."),
  languages: z.array(Language).max(20).default([]).describe("Languages in which it is held: `en`."),
  topics: z.array(line.max(60)).max(20).default([]).describe("What it is about, in words."),
});
export type SeriesConfig = z.infer<typeof SeriesConfig>;

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
