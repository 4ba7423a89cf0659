import { z } from "zod";

const time = z.iso.datetime().describe("ISO 8601, in UTC.");
const seconds = z.number().nonnegative().nullable();

const spread = z
  .strictObject({
    median: seconds.describe("Seconds."),
    p90: seconds.describe(
      "Seconds; about nine of ten are not longer: by linear interpolation, as docs/reference/metrics.md says.",
    ),
    mean: seconds.describe("Seconds. Told in JSON alone: a few long ones lead it astray."),
  })
  .nullable();

/** What a measure comes to in a period. Whatever does not belong to its unit is null. */
export const figureSchema = z.strictObject({
  n: z.int().nonnegative().describe("How many it is made of: durations, hits of a share, what is counted."),
  of: z.int().nonnegative().nullable().describe("Of a share: the denominator."),
  share: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe("n / of; null where there is no denominator, or it is too small to tell."),
  calendar: spread.describe("Of a duration: in calendar time."),
  business: spread.describe("Of a duration: in business hours."),
});
export type Figure = z.infer<typeof figureSchema>;

const periodSchema = z.strictObject({ from: time, to: time.describe("Not part of it.") });

const measured = {
  measure: z.string().describe("Name of a measure: docs/reference/metrics.md."),
  title: z.string(),
  unit: z.enum(["duration", "share", "count"]),
};

const threadSchema = z.strictObject({ number: z.int(), title: z.string(), url: z.string() });

/**
 * A report as JSON: its schema is fixed, and documented in docs/reference/reports.md. The same shape is served by the API. Durations
 * are seconds.
 */
export const reportSchema = z.strictObject({
  schema: z.literal(1),
  repository: z.string(),
  source: z.enum(["records", "export"]),
  generatedAt: time,
  period: periodSchema,
  before: periodSchema.describe("What it is held against: as many days before it."),
  calendar: z.string().describe("By whose hours business time counts."),
  timeZone: z.string().describe("By whose clocks days and weeks begin: the calendar's zone, as in the IANA list."),
  figures: z
    .array(
      z.strictObject({
        ...measured,
        now: figureSchema,
        before: figureSchema,
        parts: z.record(z.string(), figureSchema).describe("The same by its parts, where it has any, such as clocks."),
        trend: z
          .enum(["better", "worse", "same", "more", "less"])
          .nullable()
          .describe(
            "Against the period before, by median, share or count; null with fewer than five in either, and of what tells how things stand now. `same`: by less than a tenth, of a share by less than five points in a hundred.",
          ),
        threads: z.array(z.int()).describe("Numbers of the discussions behind it."),
      }),
    )
    .describe("Every measure, also those with nothing to tell."),
  weeks: z
    .array(
      z.strictObject({
        ...measured,
        points: z.array(z.strictObject({ ...periodSchema.shape, figure: figureSchema })),
      }),
    )
    .describe(
      "The course of every measure over whole ISO weeks that were over at the end of the period: those of the period, thirteen at least.",
    ),
  breakdowns: z
    .array(
      z.strictObject({
        ...measured,
        by: z.enum(["category", "label", "priority", "tier"]),
        rows: z.array(z.strictObject({ value: z.string(), figure: figureSchema })),
      }),
    )
    .describe("Every measure in the period, by what discussions have. One counts under each of its labels."),
  unanswered: z
    .array(z.strictObject({ ...threadSchema.shape, openedAt: time, age: z.number().describe("Seconds.") }))
    .describe("Discussions of whatever time that nobody has replied to by now, the oldest first."),
  helpers: z
    .array(z.strictObject({ login: z.string(), answers: z.int() }))
    .describe("Who answered in the period, in the order of their names."),
  thorny: z
    .array(z.strictObject({ ...threadSchema.shape, reasons: z.array(z.string()) }))
    .describe("Discussions of the period that were hard, and why."),
  gaps: z
    .array(
      z.strictObject({
        words: z.array(z.string()).describe("That the questions share."),
        threads: z.array(threadSchema),
        nearest: z
          .strictObject({ title: z.string(), url: z.string() })
          .nullable()
          .describe("The page of the docs that is nearest to them."),
      }),
    )
    .describe("Questions of the period that nothing answered, those that are alike together."),
  faq: z
    .array(z.strictObject({ title: z.string(), url: z.string(), hits: z.int() }))
    .describe("Entries of the FAQ, with how often each was suggested in the period."),
  notes: z.array(z.string()).describe("What is not known, and what was assumed for it: a sentence each."),
});
export type Report = z.infer<typeof reportSchema>;
