import { percentile as percentileOf } from "../src/evaluation/measures/statistics.ts";

/** The smallest of the values that at least this share (0 to 1) of them do not exceed; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  return percentileOf(values, share) ?? Number.NaN;
}

/** `p50 1.2 ms, p99 3.4 ms, at most 5.6 ms` */
export function spread(milliseconds: readonly number[]): string {
  const at = (share: number): string => percentile(milliseconds, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`;
}

/** A line of the report: what was measured, and the figure. */
export function print(what: string, figure: string): void {
  console.log(`${what.padEnd(56)} ${figure}`);
}
