import type { BacktestReport } from "./report.ts";

/** The report as JSON in the shape of `BacktestReport`, with a line break at its end. */
export function reportJson(report: BacktestReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
