import { scaleLinear } from "d3-scale";
import { axisOf, sayValue, widthOf } from "./axis.ts";
import type { BarChart, ChartTheme } from "./chart.ts";
import { coloursOf, type Colours } from "./colours.ts";
import { frame, textSize, width } from "./frame.ts";
import { markOf, round } from "./marks.ts";
import { linked, svg, type Svg } from "./svg.ts";

type Bar = BarChart["bars"][number];

/** Of a bar with its name above it, in the units of `width`. */
const rowHeight = 40;
const barHeight = 12;

/** Names are cut there: what is behind is in the bar's title. */
const maxName = 34;

/** A chart of numbers beside each other, as an SVG element. Each bar tells its name, value and n, and leads to its threads where it has an address. */
export function barChart(chart: BarChart, theme: ChartTheme): string {
  const colours = coloursOf(theme);
  const { end } = axisOf(
    chart.bars.flatMap(({ value }) => value ?? []),
    chart,
  );
  const length = scaleLinear()
    .domain([0, end])
    .range([0, width - 8]);
  const rows = chart.bars.map((it, index) => row(it, index * rowHeight, { chart, colours, length }));
  const nothing = svg("text", { x: width / 2, y: 24, "text-anchor": "middle" }, "nothing to show yet");
  const hasLinks = chart.bars.some(({ href }) => href !== undefined);
  const height = Math.max(1, chart.bars.length) * rowHeight;
  const description = chart.bars.map((it) => `${tell(it, chart)}.`).join(" ") || "Nothing to show.";
  return frame({ title: chart.title, description, height, hasLinks, colours }, rows.length > 0 ? rows : [nothing]);
}

interface Layout {
  readonly chart: BarChart;
  readonly colours: Colours;
  readonly length: (value: number) => number;
}

function row(bar: Bar, top: number, { chart, colours, length }: Layout): Svg {
  const told = tell(bar, chart);
  const value = valueOf(bar, chart);
  const room = Math.floor((width - 24 - widthOf(value, textSize)) / (textSize * 0.58));
  const name = cut(bar.name, Math.min(maxName, room));
  const y = top + 20;
  const drawn = svg(
    "g",
    {},
    svg("title", {}, told),
    svg("rect", { x: 0, y: top, width, height: rowHeight, fill: "transparent" }),
    svg("text", { x: 4, y: top + 14, fill: colours.text }, name),
    svg("text", { x: width - 4, y: top + 14, "text-anchor": "end" }, value),
    svg("path", { d: `M4 ${y + barHeight}H${width - 4}`, stroke: colours.grid }),
    bar.value === null
      ? undefined
      : svg("rect", {
          x: 4,
          y,
          // What is there is seen, however small it is.
          width: bar.value === 0 ? 0 : round(Math.max(2, length(bar.value))),
          height: barHeight,
          fill: markOf(colours, 0).colour,
        }),
  );
  return linked(bar.href, told, drawn);
}

function tell(bar: Bar, chart: BarChart): string {
  return `${bar.name}: ${valueOf(bar, chart)}`;
}

/** Of a count, `n` is the number itself. */
function valueOf({ value, n }: Bar, chart: BarChart): string {
  if (chart.unit === "count") return value === null ? "none" : sayValue(value, chart);
  return `${value === null ? "too few to tell" : sayValue(value, chart)} (n = ${n})`;
}

function cut(text: string, max: number): string {
  const letters = [...new Intl.Segmenter().segment(text)];
  return letters.length <= max
    ? text
    : `${letters
        .slice(0, max - 1)
        .map(({ segment }) => segment)
        .join("")
        .trimEnd()}…`;
}
