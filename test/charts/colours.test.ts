import { describe, expect, it } from "vitest";
import { backgrounds, chartStyles, chartVariables, coloursOf, themes } from "../../src/charts/colours.ts";

/** By WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it("reckons contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  const { text, soft, marks } = themes[theme];
  const grounds = backgrounds[theme];

  it.each([text, soft])("%s is read on every background", (colour) => {
    for (const ground of grounds) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("%s stands out from every background", (colour) => {
    for (const ground of grounds) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("a page gets for each theme what its charts ask for", () => {
  const { text, soft, grid, marks } = coloursOf("auto");
  const asked = [text, soft, grid, ...marks].map((it) => /var\((--[\w-]+),/u.exec(it)?.[1] ?? "none");
  for (const theme of ["light", "dark"] as const) {
    for (const name of asked) expect(chartVariables(theme)).toContain(`${name}: `);
  }
  expect(chartStyles).toContain("prefers-color-scheme: dark");
});
