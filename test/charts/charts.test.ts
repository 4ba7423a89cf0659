import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barChart } from "../../src/charts/bar-chart.ts";
import type { BarChart, LineChart } from "../../src/charts/chart.ts";
import { lineChart } from "../../src/charts/line-chart.ts";
import { all, readSvg } from "./read-svg.ts";

const hour = 3600;
const monday = Date.UTC(2026, 7, 3);

function weekly(values: readonly (number | null)[], href?: string) {
  return values.map((value, index) => ({
    at: new Date(monday + index * 7 * 24 * hour * 1000),
    value,
    n: 5 + index,
    ...(href !== undefined && { href: `${href}${index}` }),
  }));
}

const waiting: LineChart = {
  title: "Time to first response",
  unit: "duration",
  lines: [
    { name: "median", points: weekly([3 * hour, 4 * hour, null, null, 2 * hour], "/acme/app?week=") },
    { name: "p90", points: weekly([20 * hour, 31 * hour, null, null, 70 * hour], "/acme/app?p90=") },
  ],
};

const byLabel: BarChart = {
  title: "By label",
  unit: "share",
  bars: [
    { name: "bug", value: 0.62, n: 13 },
    { name: "docs", value: null, n: 2 },
  ],
};

const namesOf = (svg: string) => all(readSvg(svg), "a").map(({ attributes }) => attributes["aria-label"]);
const titlesOf = (svg: string) => all(readSvg(svg), "title").map(({ text }) => text);
const textsOf = (svg: string) => all(readSvg(svg), "text").map(({ text }) => text);

describe("a line chart", () => {
  const drawn = lineChart(waiting, "auto");

  it("tells of each point its day, its value and n, and leads to its threads", () => {
    expect(namesOf(drawn)).toEqual([
      "median, 3 Aug 2026: 3 h, n = 5",
      "median, 10 Aug 2026: 4 h, n = 6",
      "median, 31 Aug 2026: 2 h, n = 9",
      "p90, 3 Aug 2026: 20 h, n = 5",
      "p90, 10 Aug 2026: 31 h, n = 6",
      "p90, 31 Aug 2026: 2 d 22 h, n = 9",
    ]);
    expect(all(readSvg(drawn), "a").map(({ attributes }) => attributes["href"])).toContain("/acme/app?week=4");
  });

  it("has a gap where there is no value", () => {
    const [line] = all(readSvg(drawn), "path").filter(({ attributes }) => attributes["fill"] === "none");
    expect(line?.attributes["d"]?.match(/M/g)).toHaveLength(2);
  });

  it("marks durations in steps that people count by", () => {
    expect(textsOf(drawn)).toEqual(expect.arrayContaining(["0", "24 h", "2 d", "3 d"]));
    const business = lineChart({ ...waiting, isBusiness: true }, "auto");
    expect(textsOf(business)).toEqual(expect.arrayContaining(["0", "20 h", "40 h", "60 h", "80 h"]));
  });

  it("tells lines apart by dashes and shapes, too", () => {
    const lines = all(readSvg(drawn), "path").filter(({ attributes }) => attributes["fill"] === "none");
    const dashes = lines.map(({ attributes }) => attributes["stroke-dasharray"]);
    expect(new Set(dashes).size).toBe(lines.length);
    const shapes = all(readSvg(drawn), "path").filter(({ attributes }) => attributes["transform"] !== undefined);
    expect(new Set(shapes.map(({ attributes }) => attributes["d"])).size).toBe(2);
  });

  it("is a group where it has links, and one picture where it has none", () => {
    const roleOf = (svg: string) => readSvg(svg).attributes["role"];
    const withoutLinks = waiting.lines.map(({ name, points }) => ({
      name,
      points: points.map(({ at, value, n }) => ({ at, value, n })),
    }));
    expect(roleOf(drawn)).toBe("group");
    expect(roleOf(lineChart({ ...waiting, lines: withoutLinks }, "dark"))).toBe("img");
  });

  it("says in words what it shows", () => {
    const [description] = all(readSvg(drawn), "desc");
    expect(titlesOf(drawn)[0]).toBe("Time to first response");
    expect(description?.text).toContain(
      "median: from 3 h on 3 Aug 2026 (n = 5) to 2 h on 31 Aug 2026 (n = 9); 2 of 5 points have no value.",
    );
  });

  it("names days by the zone it is told", () => {
    const [point] = weekly([1]);
    const at = new Date(Date.UTC(2026, 7, 2, 22));
    const chart = { ...waiting, lines: [{ name: "n", points: point ? [{ ...point, at }] : [] }] };
    expect(titlesOf(lineChart(chart, "auto"))[1]).toContain("2 Aug 2026");
    expect(titlesOf(lineChart({ ...chart, timeZone: "Europe/Prague" }, "auto"))[1]).toContain("3 Aug 2026");
  });

  it("takes addresses of the web and of our pages alone", () => {
    const points = weekly([1, 2, 3], "javascript:alert(1)//");
    expect(namesOf(lineChart({ ...waiting, lines: [{ name: "n", points }] }, "auto"))).toEqual([]);
  });

  it.each([[[]], [[null, null]], [[0]], [[0, 0]]])("draws %j", (values) => {
    const chart: LineChart = { title: "t", unit: "count", lines: [{ name: "n", points: weekly(values) }] };
    expect(lineChart(chart, "light")).not.toMatch(/NaN|Infinity/);
  });
});

describe("a bar chart", () => {
  it("tells of each bar its name, its value and n", () => {
    expect(titlesOf(barChart(byLabel, "auto"))).toEqual([
      "By label",
      "bug: 62\u00A0% (n = 13)",
      "docs: too few to tell (n = 2)",
    ]);
  });

  it("draws bars as long as their values", () => {
    const bars = [10, 5, 0].map((value) => ({ name: String(value), value, n: value }));
    const drawn = readSvg(barChart({ title: "t", unit: "count", bars }, "light"));
    const lengths = all(drawn, "rect")
      .filter(({ attributes }) => attributes["fill"] !== "transparent")
      .map(({ attributes }) => Number(attributes["width"]));
    expect(lengths[0]).toBeCloseTo((lengths[1] ?? 0) * 2);
    expect(lengths[2]).toBe(0);
  });
});

describe("whatever people wrote", () => {
  const number = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null });
  const n = fc.nat(1000);

  it("stays text, in files that are well-formed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("duration", "share", "count"),
        fc.array(fc.tuple(number, n), { maxLength: 30 }),
        (name, unit, values) => {
          const points = values.map(([value, count], index) => ({
            at: new Date(monday + index * 86_400_000),
            value: unit === "share" && value !== null ? value / 1e9 : value,
            n: count,
          }));
          const bars = points.map((it) => ({ ...it, name }));
          const title = `${name}<script>&"`;
          const drawn = [
            lineChart(
              {
                title,
                unit,
                lines: [
                  { name, points },
                  { name: title, points },
                ],
              },
              "auto",
            ),
            barChart({ title, unit, bars }, "dark"),
          ];
          for (const it of drawn) {
            expect(all(readSvg(it), "script")).toEqual([]);
            expect(it).not.toMatch(/NaN|Infinity|undefined/);
          }
        },
      ),
    );
  });
});
