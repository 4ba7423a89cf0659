import type { ChartTheme } from "./chart.ts";

/** What is drawn in which colour: hexadecimal, or a variable of CSS. */
export interface Colours {
  readonly text: string;
  /** Names at the axes. */
  readonly soft: string;
  readonly grid: string;
  /** Of the first line, the second, and so on. */
  readonly marks: readonly string[];
}

/** The backgrounds that each theme is read on: our pages', and GitHub's (its dark theme, and that dimmed). https://primer.style/foundations/color */
export const backgrounds = { light: ["#ffffff", "#f6f8fa"], dark: ["#0d1117", "#212830"] } as const;

/**
 * Those colours of Okabe and Ito's palette, which readers with any of the usual colour deficiencies tell apart, that stand
 * out against the background: 3:1 by WCAG 2.2, 1.4.11. Vermillion and green are a little darker in light.
 * https://jfly.uni-koeln.de/color/, https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast
 */
export const themes: Readonly<Record<"light" | "dark", Colours>> = {
  light: {
    text: "#1f2328",
    soft: "#59636e",
    grid: "#d1d9e0",
    marks: ["#0072b2", "#c85200", "#00805c", "#b4518f", "#1f2328"],
  },
  dark: {
    text: "#f0f6fc",
    soft: "#a5adb8",
    grid: "#3d444d",
    marks: ["#56b4e9", "#e69f00", "#1fbf92", "#cc79a7", "#f0e442"],
  },
};

/** As attributes, since a page with a strict Content-Security-Policy takes no styles from within: without `chartStyles`, it is light. */
const auto: Colours = {
  text: `var(--chart-text, ${themes.light.text})`,
  soft: `var(--chart-soft, ${themes.light.soft})`,
  grid: `var(--chart-grid, ${themes.light.grid})`,
  marks: themes.light.marks.map((colour, at) => `var(--chart-${at + 1}, ${colour})`),
};

export function coloursOf(theme: ChartTheme): Colours {
  return theme === "auto" ? auto : themes[theme];
}

/** The variables of a theme, for a style sheet that lets people choose one: `--chart-text: #1f2328; …`. */
export function chartVariables(theme: "light" | "dark"): string {
  const { text, soft, grid, marks } = themes[theme];
  const all = [["text", text], ["soft", soft], ["grid", grid], ...marks.map((it, at) => [String(at + 1), it])];
  return all.map(([name = "", colour = ""]) => `--chart-${name}: ${colour};`).join(" ");
}

/** What the style sheet of a page with charts of the theme `auto` needs: by the reader's wish, and dark on white on paper. */
export const chartStyles = `:root { ${chartVariables("light")} }
@media screen and (prefers-color-scheme: dark) { :root { ${chartVariables("dark")} } }
.chart { display: block; width: 100%; max-width: 40rem; height: auto; }
.chart a:focus-visible { outline: 2px solid var(--chart-text); outline-offset: 2px; }
`;
