import { reportSchema, type Report } from "./report.ts";

/** A report as JSON, in the shape that docs/reference/reports.md documents. Throws where it has another: that is a bug. */
export function toJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`;
}
