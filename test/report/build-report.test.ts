import { describe, expect, it } from "vitest";
import { buildReport, type ReportContext } from "../../src/report/build-report.ts";
import { reportSchema, type Report } from "../../src/report/report.ts";
import { threadsBehind } from "../../src/report/threads-behind.ts";
import { head, measuredWorld, responses } from "./measured-world.ts";

const ttfr = "time-to-first-response";

const context: ReportContext = {
  repository: "acme/app",
  source: "records",
  period: { from: new Date("2026-11-16T00:00:00Z"), to: new Date("2026-11-23T00:00:00Z") },
  calendar: { name: "support", timeZone: "UTC" },
};

const heads = [
  head(1, { labels: ["bug", "cache"], priority: "p1", tier: "q-and-a" }),
  head(2, { labels: ["bug"], priority: "p2" }),
  head(3, { category: "ideas" }),
  ...[4, 5, 6, 7, 8, 9, 10].map((it) => head(it)),
];

const world = measuredWorld(heads, {
  [ttfr]: [
    ...responses("2026-11-09T08:00:00Z", [10, 20, 30, 40, 50], 6),
    ...responses("2026-11-16T00:00:00Z", [1, 2, 3]),
    ...responses("2026-11-22T23:59:59Z", [4, 5], 4),
    // Of the next week.
    ...responses("2026-11-23T00:00:00Z", [100]),
  ],
});

const figureOf = (report: Report, name = ttfr) => report.figures.find(({ measure }) => measure === name);

describe("a report", () => {
  const report = buildReport(world, context);

  it("has the documented shape", () => expect(reportSchema.parse(report)).toEqual(report));

  it("tells what a period came to, and the one of the same length before it", () => {
    expect(figureOf(report)).toMatchObject({
      now: { n: 5, calendar: { median: 3 * 3600 }, business: { median: 1.5 * 3600 } },
      before: { n: 5, calendar: { median: 30 * 3600 } },
      trend: "better",
      threads: [1, 2, 3, 4, 5],
    });
    expect(report.before).toEqual({ from: "2026-11-09T00:00:00.000Z", to: "2026-11-16T00:00:00.000Z" });
  });

  it("tells no trend by fewer than five", () => {
    const fewer = measuredWorld(heads, {
      [ttfr]: [
        ...responses("2026-11-09T08:00:00Z", [10, 20, 30, 40]),
        ...responses("2026-11-16T00:00:00Z", [1, 2, 3, 4, 5]),
      ],
    });
    expect(figureOf(buildReport(fewer, context))?.trend).toBeNull();
  });

  it("breaks figures down; a thread counts under each of its labels", () => {
    const by = (dimension: string) =>
      report.breakdowns
        .find((it) => it.measure === ttfr && it.by === dimension)
        ?.rows.map(({ value, figure }) => `${value} ${figure.n}`);
    expect(by("category")).toEqual(["ideas 1", "q-a 4"]);
    expect(by("label")).toEqual(["bug 2", "cache 1"]);
    expect(by("priority")).toEqual(["p1 1", "p2 1"]);
    expect(by("tier")).toEqual(["q-and-a 1"]);
  });

  it("tells what parts come to", () => {
    const observed = responses("2026-11-16T00:00:00Z", [1, 2, 3]).map((it, index) => ({
      ...it,
      part: index === 0 ? "late" : "early",
    }));
    const { parts } = figureOf(buildReport(measuredWorld(heads, { [ttfr]: observed }), context)) ?? {};
    expect(parts).toMatchObject({ late: { n: 1 }, early: { n: 2 } });
  });

  it("has a quarter of whole weeks, the last of which is over with the period", () => {
    const points = report.weeks.find(({ measure }) => measure === ttfr)?.points ?? [];
    expect(points).toHaveLength(13);
    expect(points.at(-1)).toMatchObject({ from: "2026-11-16T00:00:00.000Z", figure: { n: 5 } });
    expect(points.at(-2)).toMatchObject({ from: "2026-11-09T00:00:00.000Z", figure: { n: 5 } });
    expect(points.at(-3)).toMatchObject({ figure: { n: 0, calendar: null } });
  });

  it("has the weeks of a longer period, by the clocks of the calendar", () => {
    const zone = { name: "support", timeZone: "Europe/Prague" };
    const period = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-11-22T23:00:00Z") };
    const { weeks } = buildReport(world, { ...context, period, calendar: zone });
    const points = weeks.find(({ measure }) => measure === ttfr)?.points ?? [];
    expect(points[0]?.from).toBe("2025-12-28T23:00:00.000Z");
    expect(points.at(-1)).toMatchObject({ to: "2026-11-22T23:00:00.000Z", figure: { n: 3 } });
    expect(points).toHaveLength(47);
  });

  it("has lists of the period, with helpers by name", () => {
    const within = new Date("2026-11-17T00:00:00Z");
    const earlier = new Date("2026-11-10T00:00:00Z");
    const lists = {
      helpers: [
        { login: "Zoe", answers: [{ thread: 1, at: within }] },
        { login: "ada", answers: [1, 2].map((thread) => ({ thread, at: within })) },
        { login: "bob", answers: [{ thread: 1, at: earlier }] },
      ],
      thorny: [
        { thread: 2, at: within, reasons: ["it was reopened"] },
        { thread: 3, at: earlier, reasons: ["it is long"] },
      ],
      gaps: [{ words: ["proxy"], threads: [1, 11], nearest: { title: "Proxies", url: "https://docs/proxy" } }],
      faq: [
        { id: "a", title: "Less", url: "https://faq/a", hits: [{ thread: 1, at: within }] },
        { id: "b", title: "More", url: "https://faq/b", hits: [1, 2].map((thread) => ({ thread, at: within })) },
        { id: "c", title: "Earlier", url: "https://faq/c", hits: [{ thread: 1, at: earlier }] },
      ],
    };
    const opened = head(11, { openedAt: within });
    const told = buildReport(measuredWorld([...heads, opened], {}, lists), context);
    expect(told.helpers).toEqual([
      { login: "ada", answers: 2 },
      { login: "Zoe", answers: 1 },
    ]);
    expect(told.thorny).toEqual([expect.objectContaining({ number: 2, reasons: ["it was reopened"] })]);
    expect(told.gaps).toEqual([expect.objectContaining({ threads: [expect.objectContaining({ number: 11 })] })]);
    expect(told.faq.map(({ title, hits }) => `${title} ${hits}`)).toEqual(["More 2", "Less 1", "Earlier 0"]);
  });

  it("is whole where nothing was observed", () => {
    const empty = buildReport(measuredWorld([], {}), context);
    expect(reportSchema.parse(empty)).toEqual(empty);
    expect(empty.figures.every(({ trend, threads }) => trend === null && threads.length === 0)).toBe(true);
  });
});

describe("the threads behind a figure", () => {
  const behind = (query: object) =>
    threadsBehind(world, { measure: ttfr, ...context.period, ...query }).map(({ thread }) => thread.number);

  it("are those of the report, newest first", () => expect(behind({})).toEqual([5, 4, 3, 2, 1]));
  it("are those of a label", () => expect(behind({ by: { dimension: "label", value: "bug" } })).toEqual([2, 1]));
  it("are those of a part", () => expect(behind({ part: "late" })).toEqual([]));
  it("are none for a measure that there is not", () => expect(behind({ measure: "toString" })).toEqual([]));
});
