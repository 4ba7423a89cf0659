import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "../../../../src/core/clock.ts";
import type { ClosedWork, PlannedIssue } from "../../../../src/core/planned-work.ts";
import { forecastWork } from "../../../../src/features/feature-requests/planning/forecast-milestone.ts";
import { measureWork, quantile } from "../../../../src/features/feature-requests/planning/measure-work.ts";
import {
  hasTooMuch,
  isLate,
  isTooFull,
  type Paces,
} from "../../../../src/features/feature-requests/planning/plan-impact.ts";
import { reckonImpact, type PlanningFacts } from "../../../../src/features/feature-requests/planning/reckon-impact.ts";
import { paceSince, weeklyPaces } from "../../../../src/features/feature-requests/planning/weekly-pace.ts";

/** A Thursday, in the middle of its day. */
const now = new Date("2026-11-26T12:00:00Z");
const today = Date.parse("2026-11-26T00:00:00Z");
const yearsAgo = new Date("2020-01-01T00:00:00Z");

/** An issue that was closed so many days before today began. */
function closedIssue(daysAgo: number, more: Partial<PlannedIssue> = {}): PlannedIssue {
  const closedAt = new Date(today - daysAgo * dayMs);
  return { number: 1, openedAt: yearsAgo, closed: "completed", closedAt, isByBot: false, ...more };
}

/** So many issues closed in each week, the latest week first. */
function closedInWeeks(counts: readonly number[], more: Partial<PlannedIssue> = {}): PlannedIssue[] {
  return counts.flatMap((count, week) => Array.from({ length: count }, () => closedIssue(week * 7 + 3, more)));
}

function allOf(issues: readonly PlannedIssue[]): ClosedWork {
  return { issues, isAll: true, completeSince: paceSince(now) };
}

function paces(issues: readonly PlannedIssue[], begun = yearsAgo): Paces {
  const found = weeklyPaces(allOf(issues), begun, now);
  if ("because" in found) throw new Error(`no pace: ${found.because}`);
  return found;
}

const steady = [4, 3, 5, 4, 4, 3, 5, 4, 4, 3, 5, 4, 4];

describe("the pace", () => {
  it("is what was completed in thirteen weeks up to yesterday", () => {
    const { issues, estimates } = paces(closedInWeeks(steady));
    expect(issues).toEqual({ unit: "issues", weeks: 13, perWeek: 4, slowest: 4, fastest: 4, cut: 0 });
    expect(estimates).toBeUndefined();
  });

  it("does not count the day that is not over, nor what was closed before the quarter", () => {
    const beside = [closedIssue(-0.4), closedIssue(13 * 7 + 0.1)];
    expect(paces([...closedInWeeks(steady), ...beside])).toEqual(paces(closedInWeeks(steady)));
    const atTheEdges = [closedIssue(0.001), closedIssue(13 * 7)];
    expect(paces([...closedInWeeks(steady), ...atTheEdges]).issues.perWeek).toBeCloseTo(54 / 13);
  });

  // dotnet/runtime#111131, actions/stale#1015, actions/stale#1107: a bot closes what is old, as completed.
  it("is not that of a cleanup in which two hundred old issues were closed in a day", () => {
    const cleanup = Array.from({ length: 200 }, () => closedIssue(17));
    const { perWeek, cut } = paces([...closedInWeeks(steady), ...cleanup]).issues;
    expect(cut).toBe(1);
    expect(perWeek).toBeLessThan(5);
  });

  it.each<[string, Partial<PlannedIssue>]>([
    ["closed as not planned", { closed: "not-planned" }],
    ["closed as a duplicate", { closed: "duplicate" }],
    ["opened by a bot", { isByBot: true }],
  ])("leaves out what was %s", (_, more) => {
    const noise = closedInWeeks([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], more);
    expect(paces([...closedInWeeks(steady), ...noise]).issues.perWeek).toBe(4);
  });

  it("is no more than the weeks of a young project", () => {
    const begun = new Date(today - 30 * dayMs);
    expect(paces(closedInWeeks([2, 4, 2, 4]), begun).issues).toMatchObject({ weeks: 4, perWeek: 3 });
  });

  it("of a project that closes an issue every other week is not nothing, as its median is", () => {
    expect(paces(closedInWeeks([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0])).issues.perWeek).toBeCloseTo(6 / 13);
  });

  // Weeks of holidays are in the quarter, or ahead of it: they are why a range is told.
  it("is told with that of its slowest and fastest four weeks in a row", () => {
    const { slowest, fastest, perWeek } = paces(closedInWeeks([4, 4, 0, 0, 0, 0, 4, 4, 4, 4, 6, 6, 4])).issues;
    expect([slowest, fastest]).toEqual([0, 5]);
    expect(perWeek).toBeCloseTo(40 / 13);
  });

  // ZenHubIO/support#464, #1124: issues without an estimate were reckoned as nothing, and teams without any had no chart.
  it("counts an issue without estimate as the median of the others, where at least half have one", () => {
    const sized = closedInWeeks([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], { estimate: 2 });
    const unsized = closedInWeeks([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(paces([...sized, ...unsized]).estimates?.perWeek).toBe(4);
    expect(paces([...sized, ...unsized, closedIssue(1)]).estimates).toBeUndefined();
  });

  it.each<[string, readonly PlannedIssue[], Date, object]>([
    ["in a project of three weeks", closedInWeeks([9, 9, 9]), new Date(today - 27 * dayMs), { because: "few-weeks" }],
    ["of four issues", closedInWeeks([1, 1, 1, 1]), yearsAgo, { because: "few-closed", count: 4 }],
    ["of a new project", [closedIssue(1)], new Date(today - dayMs), { because: "few-closed", count: 1 }],
    ["of a single cleanup", closedInWeeks([0, 60]), yearsAgo, { because: "few-busy-weeks", count: 1 }],
  ])("is not told %s", (_, issues, begun, expected) => {
    expect(weeklyPaces(allOf(issues), begun, now)).toMatchObject(expected);
  });

  it("is told of the weeks that are known whole where there are too many issues to read", () => {
    const closed = (weeks: number) => ({
      issues: closedInWeeks(Array.from({ length: weeks }, () => 60)),
      isAll: false,
      completeSince: new Date(today - weeks * 7 * dayMs - dayMs),
    });
    expect(weeklyPaces(closed(5), yearsAgo, now)).toMatchObject({ issues: { weeks: 5, perWeek: 60 } });
    expect(weeklyPaces(closed(3), yearsAgo, now)).toEqual({ because: "many-closed", count: 3 });
  });

  it("is that of a slow reckoning, day by day", () => {
    const anIssue = fc.record({
      daysAgo: fc.double({ min: -1, max: 100, noNaN: true }),
      closed: fc.constantFrom("completed", "completed", "completed", "not-planned"),
      isByBot: fc.constantFrom(false, false, false, true),
      estimate: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anIssue, { maxLength: 60 }), fc.integer({ min: 0, max: 120 }), (all, age) => {
        const begun = new Date(today - age * dayMs);
        const issues = all.map(({ daysAgo, estimate, ...it }) =>
          closedIssue(daysAgo, { ...it, ...(estimate !== undefined && { estimate }) }),
        );
        const found = weeklyPaces(allOf(issues), begun, now);
        const slow = slowPaces(issues, age);
        if ("because" in found) expect(slow).toBe(found.because);
        else expect({ issues: found.issues.perWeek, estimates: found.estimates?.perWeek }).toEqual(closeTo(slow));
      }),
      { numRuns: 300 },
    );
  });
});

function closeTo(slow: ReturnType<typeof slowPaces>): unknown {
  if (typeof slow === "string") return slow;
  return Object.fromEntries(
    Object.entries(slow).map(([key, value]) => [key, value === undefined ? value : expect.closeTo(value, 9)]),
  );
}

/** Goes through the days one by one, backwards from yesterday, and looks at each issue on each. */
function slowPaces(issues: readonly PlannedIssue[], age: number) {
  const weeks = Math.min(13, Math.floor(age / 7));
  let all = 0;
  for (const it of issues) if (it.closed === "completed" && !it.isByBot) all += 1;
  if (all < 5) return "few-closed";
  if (weeks < 4) return "few-weeks";
  const sizes: number[][] = [];
  const counts: number[] = [];
  const known: number[] = [];
  let total = 0;
  const byWeek: PlannedIssue[][] = [];
  for (let week = 0; week < weeks; week++) {
    const done: PlannedIssue[] = [];
    for (let day = week * 7 + 1; day <= week * 7 + 7; day++) {
      for (const it of issues) {
        const at = it.closedAt?.getTime() ?? 0;
        const isThatDay = at >= today - day * dayMs && at < today - (day - 1) * dayMs;
        if (isThatDay && it.closed === "completed" && !it.isByBot) done.push(it);
      }
    }
    byWeek.push(done);
    counts.push(done.length);
    total += done.length;
    for (const it of done) if (it.estimate !== undefined) known.push(it.estimate);
  }
  if (total < 5) return "few-closed";
  known.sort((a, b) => a - b);
  const median =
    known.length % 2 === 1
      ? known[(known.length - 1) / 2]!
      : (known[known.length / 2 - 1]! + known[known.length / 2]!) / 2;
  for (const done of byWeek) sizes.push(done.map((it) => it.estimate ?? median));
  const perWeek = slowMean(counts);
  if (perWeek === 0) return "few-busy-weeks";
  const hasSizes = known.length > 0 && known.length >= total - known.length;
  const bySize = hasSizes ? slowMean(sizes.map((it) => it.reduce((a, b) => a + b, 0))) : 0;
  return { issues: perWeek, estimates: bySize === 0 ? undefined : bySize };
}

function slowMean(amounts: readonly number[]): number {
  const at = (share: number) => {
    const sorted = [...amounts].sort((a, b) => a - b);
    const place = share * (sorted.length - 1);
    const below = sorted[Math.trunc(place)]!;
    const above = sorted[Math.min(sorted.length - 1, Math.trunc(place) + 1)]!;
    return below * (1 - (place % 1)) + above * (place % 1);
  };
  const tukey = at(0.75) + 1.5 * (at(0.75) - at(0.25));
  const fence = tukey > at(0.75) + at(0.75) ? tukey : at(0.75) + at(0.75);
  let total = 0;
  for (const amount of amounts) total += amount > fence ? fence : amount;
  return total / amounts.length;
}

describe("the forecast", () => {
  it.each<[string, number, readonly number[], object]>([
    ["twelve issues at four a week", 12, steady, { through: "2026-12-17" }],
    ["thirteen: a part of a day is a day", 13, steady, { through: "2026-12-19" }],
    ["so many that it takes years", 900, steady, { through: undefined, earliest: undefined, latest: undefined }],
    [
      "with a range where weeks differ",
      12,
      [4, 4, 0, 0, 0, 0, 4, 4, 4, 4, 6, 6, 4],
      { through: "2026-12-24", earliest: "2026-12-13", latest: undefined },
    ],
  ])("of %s", (_, count, weeks, expected) => {
    const work = measureWork(Array.from({ length: count }, () => ({})));
    const forecast = forecastWork(work, paces(closedInWeeks(weeks)), now);
    if ("because" in forecast) throw new Error(forecast.because);
    const { through, earliest, latest } = forecast;
    expect({ earliest, latest, through }).toMatchObject(expected);
  });

  it("is made by estimates only where both the milestone and the past have them", () => {
    const sized = paces(closedInWeeks(steady, { estimate: 2 }));
    const work = measureWork([{ estimate: 8 }, { estimate: 8 }, { estimate: 8 }]);
    expect(forecastWork(work, sized, now)).toMatchObject({ pace: { unit: "estimates" }, through: "2026-12-17" });
    expect(forecastWork(measureWork([{}]), sized, now)).toMatchObject({ pace: { unit: "issues" } });
    expect(forecastWork(work, paces(closedInWeeks(steady)), now)).toMatchObject({ pace: { unit: "issues" } });
  });

  it("is none for more open issues than are counted", () => {
    expect(forecastWork(measureWork([{}], false), paces(closedInWeeks(steady)), now)).toEqual({
      because: "many-open",
      count: 1,
    });
  });

  it("is later for more work, and never later at a faster pace", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 }),
        fc.nat(60),
        (weeks, count) => {
          const found = weeklyPaces(allOf(closedInWeeks(weeks)), yearsAgo, now);
          if ("because" in found) return;
          const of = (issues: number) => {
            const it = forecastWork(measureWork(Array.from({ length: issues }, () => ({}))), found, now);
            if ("because" in it) throw new Error(it.because);
            return it;
          };
          const [some, more] = [of(count), of(count + 1)];
          expect((some.through ?? "9") <= (more.through ?? "9")).toBe(true);
          expect((some.earliest ?? "9") <= (some.through ?? "9")).toBe(true);
          expect((some.through ?? "9") <= (some.latest ?? "9")).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("an amount of work", () => {
  it.each([
    ["without estimates", [{}, {}], undefined],
    ["with few of them", [{ estimate: 2 }, {}, {}], undefined],
    ["with most of them", [{ estimate: 2 }, { estimate: 4 }, {}], { total: 9, without: 1, usual: 3 }],
    ["estimated as nothing", [{ estimate: 0 }], { total: 0, without: 0, usual: 0 }],
    ["of nothing", [], undefined],
  ])("%s", (_, issues, estimates) => {
    const amount = { issues: issues.length, isAll: true };
    expect(measureWork(issues)).toEqual(estimates === undefined ? amount : { ...amount, estimates });
  });
});

describe("quantiles", () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3], 0.5, 3],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[], 0.5, 0],
  ])("of %j at %d", (numbers, share, expected) => {
    expect(quantile(numbers, share)).toBe(expected);
  });
});

const openIssue = (number: number, estimate?: number): PlannedIssue => {
  return { number, openedAt: yearsAgo, isByBot: false, ...(estimate !== undefined && { estimate }) };
};

function factsWith(given: Partial<PlanningFacts>): PlanningFacts {
  return { people: [], issue: {}, closed: allOf(closedInWeeks(steady)), ...given };
}

function milestoneOf(count: number, due?: string) {
  const issues = Array.from({ length: count }, (_, at) => openIssue(100 + at));
  return { title: "v2.3", ...(due !== undefined && { due }), work: { issues, isAll: true } };
}

describe("what a request means for a milestone", () => {
  it.each<[string, Partial<PlanningFacts>, { readonly issues: number; readonly late: boolean }]>([
    ["its issue comes on top", { milestone: milestoneOf(11, "2026-12-17") }, { issues: 12, late: false }],
    [
      "its issue is in it already",
      { milestone: milestoneOf(12, "2026-12-17"), issue: { number: 103 } },
      { issues: 12, late: false },
    ],
    ["a day too late", { milestone: milestoneOf(12, "2026-12-17") }, { issues: 13, late: true }],
    ["a due day that has passed", { milestone: milestoneOf(0, "2026-11-01") }, { issues: 1, late: true }],
    ["no due day", { milestone: milestoneOf(900) }, { issues: 901, late: false }],
    ["years of work", { milestone: milestoneOf(900, "2027-01-01") }, { issues: 901, late: true }],
  ])("%s", (_, facts, expected) => {
    const { milestone } = reckonImpact(factsWith(facts), 10, now) ?? {};
    expect(milestone && { issues: milestone.work.issues, late: isLate(milestone) }).toEqual(expected);
  });

  it("is nothing to tell without milestone, people and iterations", () => {
    expect(reckonImpact(factsWith({}), 10, now)).toBeUndefined();
    expect(reckonImpact(factsWith({ untoldBoard: "hidden" }), 10, now)).toBeUndefined();
  });

  it("a new estimate takes the place of the old one", () => {
    const work = { issues: [openIssue(1, 3), openIssue(2, 5)], isAll: true };
    const facts = factsWith({ milestone: { title: "v1", work }, issue: { number: 2, estimate: 1 } });
    expect(reckonImpact(facts, 10, now)?.milestone?.work.estimates).toEqual({ total: 4, without: 0, usual: 2 });
  });
});

describe("what it means for people", () => {
  it.each([
    [9, 10, false],
    [10, 10, true],
    [99, 0, false],
  ])("%d open issues and this one, where %d are enough", (count, limit, expected) => {
    const work = { issues: Array.from({ length: count }, (_, at) => openIssue(at + 1)), isAll: true };
    const [person] = reckonImpact(factsWith({ people: [{ login: "ann", work }] }), limit, now)?.people ?? [];
    expect(person && hasTooMuch(person)).toBe(expected);
  });
});

describe("what it means for iterations", () => {
  const iteration = (id: string, start: string) => ({ id, title: `Sprint ${id}`, start, days: 14 });
  const all = {
    old: iteration("1", "2026-10-12"),
    last: iteration("2", "2026-10-26"),
    gone: iteration("3", "2026-11-09"),
    running: iteration("4", "2026-11-23"),
    next: iteration("5", "2026-12-07"),
    later: iteration("6", "2026-12-21"),
  };
  const field = { id: "F", name: "Sprint", type: "iteration", iterations: [all.later, all.running, all.next] } as const;
  const items = (which: keyof typeof all, count: number, more: object = {}) =>
    Array.from({ length: count }, () => ({ iteration: all[which], ...more }));
  const done = { closed: "completed" } as const;
  const past = [...items("old", 3, done), ...items("last", 5, done), ...items("last", 9)];
  const loads = (planned: ReturnType<typeof items>, into?: string) =>
    reckonImpact(
      factsWith({
        board: { field, work: { items: [...past, ...planned], isAll: true } },
        issue: into === undefined ? {} : { iteration: into },
      }),
      10,
      now,
    )?.iterations.map((it) => ({ title: it.title, issues: it.work.issues, full: isTooFull(it), end: it.end }));

  it("shows the running one and the next, and that of the request", () => {
    expect(loads(items("running", 2), "6")).toEqual([
      { title: "Sprint 4", issues: 2, full: false, end: "2026-12-06" },
      { title: "Sprint 5", issues: 0, full: false, end: "2026-12-20" },
      { title: "Sprint 6", issues: 1, full: false, end: "2027-01-03" },
    ]);
    expect(loads([])?.map(({ title }) => title)).toEqual(["Sprint 4", "Sprint 5"]);
  });

  it.each([
    ["as much as was done in the best one", items("next", 4), false],
    ["more than was done in any", items("next", 5), true],
    ["what is done in it counts", [...items("next", 3), ...items("next", 2, done)], true],
    ["what was dropped does not", [...items("next", 4), ...items("next", 9, { closed: "not-planned" })], false],
  ])("is too full by what was done before: %s", (_, planned, full) => {
    expect(loads(planned, "5")?.[1]).toMatchObject({ full });
  });

  it("compares estimates where all have them, and issues otherwise", () => {
    const sized = { ...done, estimate: 3 };
    const work = {
      items: [...items("old", 1, sized), ...items("gone", 2, sized), ...items("running", 1, { estimate: 7 })],
      isAll: true,
    };
    const found = reckonImpact(factsWith({ board: { field, work } }), 10, now)?.iterations[0];
    expect(found?.past).toEqual({ unit: "estimates", least: 3, most: 6, iterations: 2 });
    expect(found && isTooFull(found)).toBe(true);
    const unsized = { items: [...work.items, ...items("last", 3, done)], isAll: true };
    const mixed = reckonImpact(factsWith({ board: { field, work: unsized } }), 10, now)?.iterations[0];
    expect(mixed?.past).toEqual({ unit: "issues", least: 1, most: 3, iterations: 3 });
    expect(mixed && isTooFull(mixed)).toBe(false);
  });

  it("compares with nothing where a single one is over", () => {
    const work = { items: [...items("old", 4, done), ...items("running", 9)], isAll: true };
    expect(reckonImpact(factsWith({ board: { field, work } }), 10, now)?.iterations[0]).not.toHaveProperty("past");
  });
});
