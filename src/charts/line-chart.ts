import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import { axisOf, dayNames, sayValue, widthOf, type Axis } from "./axis.ts";
import type { ChartTheme, LineChart } from "./chart.ts";
import { coloursOf, type Colours } from "./colours.ts";
import { frame, textSize, width } from "./frame.ts";
import { markOf, round, shapeAt, type Mark } from "./marks.ts";
import { sayCourse } from "./say-course.ts";
import { linked, svg, type Svg } from "./svg.ts";

type Line = LineChart["lines"][number];
type Point = Line["points"][number];

/** Height of the plot and of a row of the legend, in the units of `width`. */
const plotHeight = 170;
const rowHeight = 22;

/** Radius of what takes a click on a point: larger than the point is seen. */
const reach = 11;

/** Where everything stands. */
interface Layout {
  readonly chart: LineChart;
  readonly colours: Colours;
  readonly axis: Axis;
  readonly top: number;
  readonly left: number;
  readonly x: (at: Date) => number;
  readonly y: (value: number) => number;
  readonly days: ReturnType<typeof dayNames>;
}

/** A chart of numbers over time, as an SVG element that stands alone or in a page. Each point tells its value and n, and leads to its threads where it has an address. */
export function lineChart(chart: LineChart, theme: ChartTheme): string {
  const colours = coloursOf(theme);
  const legend = legendOf(chart, colours);
  const layout = layOut(chart, colours, legend.height);
  const marks = chart.lines.map((_, index) => markOf(colours, index));
  const content = [
    ...legend.content,
    ...valueAxis(layout),
    ...dayAxis(layout),
    ...chart.lines.flatMap((it, index) => drawLine(it, marks[index] ?? markOf(colours, index), layout)),
    ...(hasValues(chart) ? [] : [nothingKnown(layout)]),
  ];
  const hasLinks = chart.lines.some(({ points }) => points.some((it) => it.href !== undefined && it.value !== null));
  const height = layout.top + plotHeight + 30;
  return frame({ title: chart.title, description: sayCourse(chart), height, hasLinks, colours }, content);
}

function layOut(chart: LineChart, colours: Colours, legendHeight: number): Layout {
  const points = chart.lines.flatMap((it) => it.points);
  const axis = axisOf(
    points.flatMap(({ value }) => value ?? []),
    chart,
  );
  const left = Math.max(...axis.ticks.map((it) => widthOf(sayValue(it, chart), textSize))) + 12;
  const times = points.map(({ at }) => at.getTime());
  const span = { from: new Date(min(times)), to: new Date(max(times)) };
  const top = legendHeight + 12;
  const inner = [left + 8, width - 16] as const;
  const x = scaleUtc().domain([span.from, span.to]).range(inner);
  const y = scaleLinear()
    .domain([0, axis.end])
    .range([top + plotHeight, top]);
  // A scale of one moment has no length.
  const isMoment = span.from.getTime() === span.to.getTime();
  return {
    chart,
    colours,
    axis,
    top,
    left,
    x: (at) => (isMoment ? (inner[0] + inner[1]) / 2 : x(at)),
    y: (value) => y(value),
    days: dayNames(span, chart.timeZone),
  };
}

/** One row a line where they are several; a single one is what the title says. */
function legendOf(
  { lines }: LineChart,
  colours: Colours,
): { readonly content: readonly Svg[]; readonly height: number } {
  if (lines.length < 2) return { content: [], height: 0 };
  const content = lines.map(({ name }, index) => {
    const mark = markOf(colours, index);
    const y = rowHeight * (index + 0.5);
    return svg(
      "g",
      {},
      svg("path", { d: `M4 ${y}H36`, stroke: mark.colour, "stroke-width": 2, "stroke-dasharray": mark.dashes }),
      shapeAt(mark, 20, y),
      svg("text", { x: 44, y: y + 4.5, fill: colours.text }, name),
    );
  });
  return { content, height: rowHeight * lines.length };
}

function valueAxis({ axis, left, y, colours, chart }: Layout): Svg[] {
  return axis.ticks.map((tick) =>
    svg(
      "g",
      {},
      svg("path", { d: `M${left} ${round(y(tick))}H${width - 8}`, stroke: colours.grid }),
      svg("text", { x: left - 6, y: round(y(tick)) + 4.5, "text-anchor": "end" }, sayValue(tick, chart)),
    ),
  );
}

/** As many days as have room: the first, the last, and some between. */
function dayAxis({ chart, top, x, days, left }: Layout): Svg[] {
  const all = [...new Set(chart.lines.flatMap(({ points }) => points.map(({ at }) => at.getTime())))].sort(
    (a, b) => a - b,
  );
  const each = Math.max(...all.map((it) => widthOf(days.short(new Date(it)), textSize)), 1) + 16;
  const step = Math.max(1, Math.ceil(all.length / Math.max(1, Math.floor((width - left) / each))));
  // Counted from the end: the last is what people look at.
  const shown = all.filter((_, index) => (all.length - 1 - index) % step === 0);
  return shown.map((time) => {
    const at = new Date(time);
    const half = widthOf(days.short(at), textSize) / 2;
    const place = Math.min(Math.max(x(at), half), width - half);
    return svg("text", { x: round(place), y: top + plotHeight + 20, "text-anchor": "middle" }, days.short(at));
  });
}

function drawLine({ name, points }: Line, mark: Mark, layout: Layout): Svg[] {
  const { x, y, chart } = layout;
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => round(x(at)))
    .y(({ value }) => round(y(value ?? 0)))([...points]);
  const drawn = svg("path", {
    d: path ?? "",
    fill: "none",
    stroke: mark.colour,
    "stroke-width": 2,
    "stroke-dasharray": mark.dashes,
    "stroke-linejoin": "round",
  });
  const prefix = chart.lines.length > 1 ? `${name}, ` : "";
  const dots = points.flatMap((it) => (it.value === null ? [] : [dot(it, it.value, prefix, mark, layout)]));
  return [drawn, ...dots];
}

function dot(point: Point, value: number, prefix: string, mark: Mark, { x, y, chart, days }: Layout): Svg {
  const told = `${prefix}${days.whole(point.at)}: ${sayValue(value, chart)}, n = ${point.n}`;
  const [cx, cy] = [round(x(point.at)), round(y(value))];
  const shape = svg(
    "g",
    {},
    svg("title", {}, told),
    svg("circle", { cx, cy, r: reach, fill: "transparent" }),
    shapeAt(mark, cx, cy),
  );
  return linked(point.href, told, shape);
}

function nothingKnown({ top }: Layout): Svg {
  return svg("text", { x: width / 2, y: top + plotHeight / 2, "text-anchor": "middle" }, "nothing to show yet");
}

function hasValues({ lines }: LineChart): boolean {
  return lines.some(({ points }) => points.some(({ value }) => value !== null));
}

function min(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), values[0] ?? 0);
}

function max(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), values[0] ?? 0);
}
