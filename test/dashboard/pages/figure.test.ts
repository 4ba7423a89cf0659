import fc from "fast-check";
import { expect, it } from "vitest";
import { figureCell, mainNumber, trendOf } from "../../../src/dashboard/pages/parts/figure.ts";
import type { Figure } from "../../../src/report/report.ts";
import { sayFigure, sayInShort } from "../../../src/report/say-figure.ts";
import { readHtml } from "../read-html.ts";

const none: Figure = { n: 0, of: null, share: null, calendar: null, business: null };
const durations = fc
  .float({ min: 0, max: 1e8, noNaN: true })
  .map((median): Figure => ({ ...none, n: 1, calendar: { median, p90: median, mean: median } }));
const shares = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([hits, misses]): Figure => ({ ...none, n: hits, of: hits + misses + 1, share: hits / (hits + misses + 1) }));

const shown = async (figure: Figure, unit: "duration" | "share") => {
  const text = (await mainNumber(figure, unit)).toString();
  return readHtml(`<html><body>${text}</body></html>`).querySelector("body")?.textContent;
};

it("a page says of a figure what a report says of it", async () => {
  const agree = async (figure: Figure, unit: "duration" | "share") => {
    expect(await shown(figure, unit)).toBe(sayInShort(figure, unit));
  };
  await fc.assert(fc.asyncProperty(durations, (it) => agree(it, "duration")));
  await fc.assert(fc.asyncProperty(shares, (it) => agree(it, "share")));
});

it.each([
  [1, 139, "0.7\u00A0% (1 of 139)"],
  [0, 139, "0\u00A0% (0 of 139)"],
  [5, 100, "5\u00A0% (5 of 100)"],
  [999, 10_000, "10\u00A0% (999 of 10000)"],
  [139, 139, "100\u00A0% (139 of 139)"],
])("says %i of %i with a tenth where it is small", (n, of, words) => {
  expect(sayFigure({ ...none, n, of, share: n / of }, "share")).toBe(words);
});

it("tells nothing of a share that is hidden but of how many", async () => {
  const hidden = { ...none, n: 1, of: 3 };
  expect(sayFigure(hidden, "share")).toBe("– (n = 3)");
  expect((await figureCell(hidden, "share")).toString()).toContain(">n = 3<");
});

it("says once how many there were before", async () => {
  const counted = { measure: "discussions-opened", unit: "count", trend: "same", before: { ...none, n: 55 } } as const;
  const body = readHtml(`<html><body>${(await trendOf(counted)).toString()}</body></html>`).querySelector("body");
  expect(body?.textContent?.replaceAll(/\s+/gu, " ").trim()).toBe("= the same as before: 55");
});
