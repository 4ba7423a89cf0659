import type { Colours } from "./colours.ts";
import { svg, type Svg } from "./svg.ts";

/** The width of all charts in their own units: so that their letters, scaled down to a phone of 390 pixels, stay readable. */
export const width = 440;

/** Of letters, in the same units. */
export const textSize = 13;

interface Framed {
  readonly title: string;
  /** In words, for those who do not see it. */
  readonly description: string;
  readonly height: number;
  /** Links are found one by one; without them, a chart is one picture. */
  readonly hasLinks: boolean;
  readonly colours: Colours;
}

/**
 * The frame of a chart. A picture is read out as one thing, and what is in it is not; with links in it, it is a group of
 * them with a name: https://www.w3.org/TR/wai-aria-1.2/#img
 */
export function frame({ title, description, height, hasLinks, colours }: Framed, content: readonly Svg[]): string {
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "chart",
      viewBox: `0 0 ${width} ${height}`,
      role: hasLinks ? "group" : "img",
      "aria-label": title,
      "font-family": "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif",
      "font-size": textSize,
      fill: colours.soft,
    },
    svg("title", {}, title),
    svg("desc", {}, description),
    content,
  ).text;
}
