import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport } from "../../src/report/build-report.ts";
import { titleOf, toMarkdown } from "../../src/report/to-markdown.ts";
import { measures } from "../../src/measures/index.ts";
import { inlineText } from "../../src/text/neutralise.ts";
import { githubFinds } from "../helpers/github-finds.ts";
import { trickyText } from "../helpers/tricky-text.ts";
import { head, measuredWorld, responses } from "./measured-world.ts";
import { richReport } from "./rich-report.ts";

const context = {
  repository: "acme/app",
  source: "records",
  period: { from: new Date("2026-11-16T00:00:00Z"), to: new Date("2026-11-23T00:00:00Z") },
  calendar: { name: "support", timeZone: "UTC" },
} as const;

function weeksOf(before: readonly number[], now: readonly number[]) {
  const observed = [...responses("2026-11-10T08:00:00Z", before), ...responses("2026-11-17T08:00:00Z", now, 20)];
  const heads = observed.map(({ thread }) => head(thread));
  return toMarkdown(buildReport(measuredWorld(heads, { "time-to-first-response": observed }), context));
}

describe("a report as Markdown", () => {
  it("says what changed, from what to what, and by how many", () => {
    expect(weeksOf([10, 20, 30, 40, 50], [1, 2, 3, 4, 5, 6])).toContain(
      "- **Time to first response**: better, 3 h 30 min, was 30 h (n = 6, was 5)",
    );
  });

  it("says that nothing can be said where too few are behind it", () => {
    expect(weeksOf([10, 20, 30, 40], [1, 2, 3, 4, 5, 6])).toContain(
      "Nothing can be said: no figure is made of 5 or more in both periods.",
    );
  });

  it("says that nothing changed where it changed by little", () => {
    expect(weeksOf([10, 10, 10, 10, 10], [10, 10, 10, 10, 10])).toContain("Nothing by a tenth or more.");
  });

  it("has each figure with its n, in calendar time and in business hours", () => {
    const text = toMarkdown(richReport());
    expect(text).toMatch(
      /\| Time to first response \| median 3 h 30 min, p90 5 h 30 min \(n = 6\)<br>in business hours: median 1 h 45 min/u,
    );
    expect(text).toContain("median 30 h, p90 46 h (n = 5) | better |");
  });

  it("links to threads by the host that leaves no backlink, and names helpers without a mention", () => {
    const text = toMarkdown(richReport());
    expect(text).toContain("](<https://redirect.github.com/acme/app/discussions/20>)");
    expect(text).toContain("For answers, to ada and How do I cache?.");
    expect(text).not.toContain("@");
  });

  it("says what each figure means", () => {
    expect(toMarkdown(richReport())).toMatch(/- \*\*Time to first response\*\*: From when a discussion was opened to/u);
  });

  it("has its charts in light and dark", () => {
    const charts = [{ title: "Waiting", alt: 'from "3 h"', light: "https://x/light.svg", dark: "https://x/dark.svg" }];
    expect(toMarkdown(richReport(), { charts })).toContain(
      [
        "<picture>",
        '<source media="(prefers-color-scheme: dark)" srcset="https://x/dark.svg">',
        '<source media="(prefers-color-scheme: light)" srcset="https://x/light.svg">',
        '<img alt="from &quot;3 h&quot;" src="https://x/light.svg" width="560">',
        "</picture>",
      ].join("\n"),
    );
  });

  it("names the days of its period", () => {
    expect(titleOf(richReport())).toBe("Support of acme/app, 16 Nov 2026 to 22 Nov 2026");
  });

  it("notifies nobody and links back to nothing, whatever people wrote", () => {
    fc.assert(
      fc.property(trickyText, (words) => {
        const charts = [{ title: words, alt: words, light: "https://x/light.svg", dark: "https://x/dark.svg" }];
        expect(githubFinds(toMarkdown(richReport(words), { charts }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("has room in an issue, however much there is to tell, and is harmless with every measure in it", () => {
    const long = "very long words of @ann on #1 ".repeat(60);
    const heads = Array.from({ length: 400 }, (_, index) =>
      head(index + 1, {
        title: long,
        labels: [`${index} ${long}`],
        category: `${index}`,
        priority: long,
        tier: "wiki",
      }),
    );
    const observed = measures.map(({ name, unit }) => [
      name,
      heads.flatMap(({ number }) =>
        ["2026-11-10T08:00:00Z", "2026-11-17T08:00:00Z"].map((at) => ({
          thread: number,
          at: new Date(at),
          value: unit === "duration" ? 100_000 + number : 1,
          business: 50_000,
          part: `${number % 20} ${long}`,
        })),
      ),
    ]);
    const at = new Date("2026-11-17T00:00:00Z");
    const lists = {
      helpers: heads.map(({ number }) => ({ login: `${number}${long}`, answers: [{ thread: 1, at }] })),
      thorny: heads.map(({ number }) => ({ thread: number, at, reasons: [long, long] })),
      gaps: heads.map(({ number }) => ({ words: [long, long], threads: [number, 1, 2, 3, 4, 5, 6] })),
      faq: heads.map(({ number, url }) => ({ id: `${number}`, title: long, url, hits: [{ thread: number, at }] })),
    };
    const report = buildReport(measuredWorld(heads, Object.fromEntries(observed), lists), context);
    const chart = {
      title: long,
      alt: long,
      light: `https://x/${"l".repeat(200)}`,
      dark: `https://x/${"d".repeat(200)}`,
    };
    const text = toMarkdown(report, { charts: Array.from({ length: 6 }, () => chart) });
    expect(text.length).toBeLessThan(60_000);
    expect(githubFinds(text)).toEqual([]);
    for (const { title } of measures) expect(text.includes(`| ${inlineText(title, 80)} |`)).toBe(true);
  });
});
