import { z } from "zod";
import { measures } from "../../measures/index.ts";
import { reportSchema } from "../../report/report.ts";
import { readSpan, timeZoneOf } from "../gather/period.ts";
import type { ReportReads } from "../gather/reads.ts";
import type { PageContext } from "../page.ts";
import { reportOf } from "../gather/report-of.ts";
import { gatherBehind, readBehindFilter } from "../gather/threads-behind.ts";
import { endpoint, optional, word } from "./endpoint.ts";
import { periodQuery, seconds, threadHead, time, toTime } from "./shapes.ts";

type Asked = PageContext<ReportReads>;

/** The report of a period: the same that `frontdesk report` writes as JSON. */
export const report = endpoint({
  path: "/report",
  audience: "reader",
  operation: "getReport",
  summary: "The numbers of a period: each measure as it is, as it was before, week by week, and broken down.",
  query: periodQuery,
  answer: reportSchema,
  async read({ repository, query, reads, now }: Asked) {
    const period = readSpan(query, now, await timeZoneOf(repository, reads));
    return reportOf(repository, period, { measurer: reads.measurer, now });
  },
});

/** What is measured, and how. */
export const listMeasures = endpoint({
  path: "/measures",
  audience: "reader",
  operation: "listMeasures",
  summary: "All measures with their definitions.",
  query: {},
  answer: z.strictObject({
    measures: z.array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        unit: z.enum(["duration", "share", "count"]),
        definition: z.string().describe("Markdown."),
        source: z.string().describe("Where the definition comes from. Markdown."),
        better: z.enum(["less", "more", "neither"]),
        dated: z.string().describe("Which period a discussion counts in."),
        parts: z.string().nullable().describe("What its parts are, where it has any."),
        hiddenBelow: z.int().nullable().describe("With fewer than this, no share is told."),
      }),
    ),
  }),
  async read() {
    return {
      measures: measures.map(({ name, title, unit, definition, source, better, dated, parts, hiddenBelow }) => ({
        name,
        title,
        unit,
        definition,
        source,
        better,
        dated,
        parts: parts ?? null,
        hiddenBelow: hiddenBelow ?? null,
      })),
    };
  },
});

/** The threads behind a figure. */
export const threadsBehindMeasure = endpoint({
  path: "/measures/{measure}/threads",
  audience: "reader",
  operation: "listThreadsOfMeasure",
  summary: "The discussions behind a number, the newest first, fifty at a time.",
  params: { measure: z.string().meta({ description: "Name of a measure.", example: "time-to-first-response" }) },
  query: {
    ...periodQuery,
    category: optional("Only those of this category, by its slug."),
    label: optional("Only those with this label."),
    priority: optional("Only those of this priority."),
    tier: optional("Only those that ended at this tier."),
    part: optional("Only observations of this part."),
    counts: word(["yes", "no"], "Of a share: those that count, or those that are in the denominator alone."),
    page: optional("From 1.", "1"),
  },
  answer: z.strictObject({
    total: z.int().nonnegative(),
    page: z.int().positive(),
    pages: z.int().positive(),
    threads: z.array(
      z.strictObject({
        ...threadHead,
        priority: z.string().nullable(),
        tier: z.enum(["wiki", "q-and-a", "office-hours"]).nullable(),
        at: time.describe("By which it counts in the period."),
        value: z.number().describe("Of a duration: seconds. Of a share: 1 if it counts, else 0. Of a count: how many."),
        business: seconds.nullable().describe("Of a duration: seconds in business hours."),
        part: z.string().nullable(),
      }),
    ),
  }),
  async read({ repository, params, query, reads, now }: Asked) {
    const measure = params["measure"] ?? "";
    if (!measures.some(({ name }) => name === measure)) return undefined;
    const period = readSpan(query, now, await timeZoneOf(repository, reads));
    const filter = readBehindFilter(query);
    const { threads, total, page, pages } = await gatherBehind(repository, reads.measurer, { measure, period, filter });
    const listed = threads.map(({ thread: { openedAt, asker, priority, tier, labels, ...thread }, ...it }) => ({
      number: thread.number,
      title: thread.title,
      url: thread.url,
      category: thread.category,
      openedAt: toTime(openedAt),
      asker: asker ?? null,
      labels: [...labels],
      priority: priority ?? null,
      tier: tier ?? null,
      at: toTime(it.at),
      value: it.value,
      business: it.business ?? null,
      part: it.part ?? null,
    }));
    return { total, page, pages, threads: listed };
  },
});
