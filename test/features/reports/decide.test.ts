import { describe, expect, it } from "vitest";
import { ReportsConfig } from "../../../src/features/reports/config.ts";
import { decideReport } from "../../../src/features/reports/decide.ts";
import type { ReportFacts } from "../../../src/features/reports/gather.ts";
import { isDue } from "../../../src/features/reports/is-due.ts";
import { lastPeriod, nextEnd, zoneOf } from "../../../src/features/reports/periods.ts";
import type { ReportRecord } from "../../../src/features/reports/report-record.ts";
import { CalendarsConfig } from "../../../src/business-time/calendars-config.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { repository } from "../../helpers/builders.ts";
import { measuredWorld } from "../../report/measured-world.ts";
import { richReport } from "../../report/rich-report.ts";

const period = { from: new Date("2026-11-16T00:00:00Z"), to: new Date("2026-11-23T00:00:00Z") };
const next = new Date("2026-11-30T00:00:00Z");
const wanted = { period, next, report: richReport(), url: "https://github.com/acme/widgets" };
const config = (given: object) => ReportsConfig.parse(given);

function planOf(given: object, facts: Partial<ReportFacts> = { wanted }) {
  return decideReport(repository, { record: undefined, ...facts }, config(given));
}

function written(given: object) {
  const [action] = planOf({ every: "week", ...given }).actions;
  if (action?.do !== "write-report") throw new Error("no report is written");
  return action;
}

describe("a report", () => {
  it("is written in an issue with its charts, in light and in dark", () => {
    const { place, title, body, charts, record } = written({});
    expect(place).toEqual({ where: "issue" });
    expect(title).toBe("Support of acme/app, 16 Nov 2026 to 22 Nov 2026");
    expect(charts?.files.map(({ path }) => path)).toEqual([
      "README.md",
      "2026-11-23/time-to-first-response-light.svg",
      "2026-11-23/time-to-first-response-dark.svg",
    ]);
    expect(charts?.body).toContain(
      'srcset="https://github.com/acme/widgets/blob/frontdesk-reports/2026-11-23/time-to-first-response-dark.svg?raw=true"',
    );
    expect(body).not.toContain("<picture>");
    expect(record).toEqual({ every: "week", until: period.to.toISOString(), next: next.toISOString() });
  });

  it("is written in a discussion of a category, and without charts, by config", () => {
    const { place, charts } = written({ where: "discussion", category: "general", charts: "off" });
    expect(place).toEqual({ where: "discussion", category: "general" });
    expect(charts).toBeUndefined();
  });

  it("is none where nothing happened; that is remembered", () => {
    const report = buildReport(measuredWorld([], {}), {
      repository: "acme/app",
      source: "records",
      period,
      calendar: { name: "always open", timeZone: "UTC" },
    });
    const { actions, because } = planOf({ every: "week" }, { wanted: { ...wanted, report } });
    expect(actions).toEqual([
      expect.objectContaining({
        do: "keep-reports",
        record: expect.objectContaining({ until: period.to.toISOString() }),
      }),
    ]);
    expect(because).toContain("nothing happened");
  });

  it("is none where none is wanted, which is remembered once", () => {
    expect(planOf({}, {}).actions).toEqual([{ do: "keep-reports", repository, record: { every: "never" } }]);
    expect(planOf({}, { record: { every: "never" } }).actions).toEqual([]);
    expect(planOf({ every: "week" }, { record: { every: "week" } }).actions).toEqual([]);
  });
});

describe("a report is due", () => {
  const now = new Date("2026-11-30T00:30:00Z");
  it.each<[string, ReportRecord | undefined, boolean]>([
    ["before we ever looked", undefined, true],
    ["never, where none is wanted", { every: "never" }, false],
    ["when the next period is over", { every: "week", next: "2026-11-30T00:00:00Z" }, true],
    ["not before", { every: "week", next: "2026-11-30T01:00:00Z" }, false],
    [
      "not within a day of a refusal",
      { every: "week", next: "2026-11-30T00:00:00Z", refusedAt: "2026-11-29T12:00:00Z" },
      false,
    ],
    ["a day after it", { every: "week", next: "2026-11-30T00:00:00Z", refusedAt: "2026-11-29T00:00:00Z" }, true],
  ])("%s", (_, record, due) => expect(isDue(record, now)).toBe(due));
});

describe("periods", () => {
  it.each([
    ["week", "2026-11-25T12:00:00Z", "2026-11-23T00:00:00.000Z", "2026-11-30T00:00:00.000Z"],
    ["month", "2026-02-10T12:00:00Z", "2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z"],
    ["month", "2027-01-31T12:00:00Z", "2027-01-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z"],
  ] as const)("of a %s at %s are over at %s and %s", (every, at, end, then) => {
    const last = lastPeriod(every, new Date(at), "UTC");
    expect([last.to, nextEnd(every, last, "UTC")].map((it) => it.toISOString())).toEqual([end, then]);
  });

  it("follow each other without a gap, in a zone whose clocks are changed", () => {
    for (const every of ["week", "month"] as const) {
      let { to } = lastPeriod(every, new Date("2026-01-15T00:00:00Z"), "Europe/Prague");
      for (let count = 0; count < 60; count += 1) {
        const then = nextEnd(every, { from: to, to }, "Europe/Prague");
        expect(lastPeriod(every, then, "Europe/Prague")).toEqual({ from: to, to: then });
        to = then;
      }
    }
  });

  const calendar = (timezone: string) => ({ timezone, hours: "24/7" });
  it.each([
    ["UTC", {}],
    ["Europe/Prague", { office: calendar("Europe/Prague") }],
    ["Asia/Tokyo", { office: calendar("Europe/Prague"), default: calendar("Asia/Tokyo") }],
    ["UTC", { office: calendar("Europe/Prague"), night: calendar("Asia/Tokyo") }],
  ])("begin by the clocks of %s", (zone, calendars) => {
    expect(zoneOf({ calendars: CalendarsConfig.parse(calendars) })).toBe(zone);
  });
});
