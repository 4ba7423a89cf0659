import { percent } from "../figure-rows.ts";
import { type CurvePoint, targetPrecision } from "../../measures/recommend-threshold.ts";
import type { BacktestReport } from "../report.ts";
import { wilson, z95 } from "../../measures/statistics.ts";
import { html, type Html } from "../../../text/html.ts";

/** Places in the drawing, in its own units. */
const area = { left: 72, right: 675, top: 18, bottom: 300, width: 720, height: 362 };

/** A point of fewer judged posts is left out. */
const minJudgedPosts = 10;

/** Precision at 3 over the answer rate: what speaking more costs. With the target, and the two thresholds. `curve` begins with the lowest. */
export function chart({ curve, current, recommended }: BacktestReport): Html {
  const enough = curve.filter(({ judgedPosts }) => judgedPosts >= minJudgedPosts);
  const points = [...new Map(enough.map((it) => [it.answerRate, it])).values()].toReversed();
  if (points.length < 2) return html`<p class="soft">Too few posts can be judged to draw a curve.</p>`;
  return html`<svg
    viewBox="0 0 ${area.width} ${area.height}"
    role="img"
    aria-label="Precision at 3 over the answer rate"
  >
    ${[0, 0.25, 0.5, 0.75, 1].map(gridLine)}
    <polygon class="range" points="${range(points)}" />
    <line class="aim" x1="${area.left}" x2="${area.right}" y1="${y(targetPrecision)}" y2="${y(targetPrecision)}" />
    <text x="${area.right}" y="${y(targetPrecision) - 6}" text-anchor="end">aim ${percent(targetPrecision)}</text>
    <polyline class="curve" points="${points.map(place).join(" ")}" />
    ${mark(pointAt(curve, current.threshold), "now", "in force", 28)}
    ${mark(pointAt(curve, recommended.threshold), "best", "recommended", -16)}
    <text x="${(area.left + area.right) / 2}" y="${area.height - 6}" text-anchor="middle">
      answer rate: share of questions with a post
    </text>
  </svg>`;
}

function gridLine(share: number): Html {
  return html`<line class="grid" x1="${area.left}" x2="${area.right}" y1="${y(share)}" y2="${y(share)}" />
    <text x="${area.left - 8}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text>
    <text x="${x(share)}" y="${area.bottom + 26}" text-anchor="middle">${percent(share)}</text>`;
}

function mark(point: CurvePoint | undefined, kind: "now" | "best", label: string, offset: number): Html {
  if (point === undefined || point.judgedPosts === 0) return html``;
  const anchor = point.answerRate > 0.8 ? "end" : point.answerRate < 0.15 ? "start" : "middle";
  return html`<circle class="${kind}" cx="${x(point.answerRate)}" cy="${y(precision(point))}" r="7" />
    <text class="strong" x="${x(point.answerRate)}" y="${y(precision(point)) + offset}" text-anchor="${anchor}"
      >${label} ${point.threshold.toFixed(2)}</text
    >`;
}

/** The band of the 95 % interval, there and back. */
function range(points: readonly CurvePoint[]): string {
  const ends = points.map((it) => ({ it, ...wilson(it.helpfulPosts, it.judgedPosts, z95) }));
  const upper = ends.map(({ it, high }) => `${x(it.answerRate)},${y(high)}`);
  const lower = ends.map(({ it, low }) => `${x(it.answerRate)},${y(low)}`).toReversed();
  return [...upper, ...lower].join(" ");
}

function place(point: CurvePoint): string {
  return `${x(point.answerRate)},${y(precision(point))}`;
}

function pointAt(curve: readonly CurvePoint[], threshold: number): CurvePoint | undefined {
  return curve.find((it) => Math.abs(it.threshold - threshold) < 0.005);
}

function precision({ helpfulPosts, judgedPosts }: CurvePoint): number {
  return helpfulPosts / judgedPosts;
}

function x(share: number): number {
  return Math.round(area.left + share * (area.right - area.left));
}

function y(share: number): number {
  return Math.round(area.bottom - share * (area.bottom - area.top));
}
