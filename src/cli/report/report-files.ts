import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lineChart } from "../../charts/line-chart.ts";
import { sayCourse } from "../../charts/say-course.ts";
import { BadInputError } from "../../evaluation/run/options.ts";
import { writeWhole } from "../../evaluation/run/write-whole.ts";
import { chartsOf } from "../../report/charts-of.ts";
import type { Report } from "../../report/report.ts";
import { toCsv } from "../../report/to-csv.ts";
import { toHtml } from "../../report/to-html.ts";
import { toJson } from "../../report/to-json.ts";
import { titleOf, toMarkdown } from "../../report/to-markdown.ts";
import { ReportRefusal } from "./report-refusal.ts";

export const reportFormats = ["md", "json", "csv", "html"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report as text, without its other files: of CSV, the table of figures. */
export function reportText(report: Report, format: ReportFormat): string {
  switch (format) {
    case "md":
      return `# ${titleOf(report)}\n\n${toMarkdown(report)}`;
    case "json":
      return toJson(report);
    case "csv":
      return toCsv(report)[0]?.text ?? "";
    case "html":
      return toHtml(report);
  }
}

/** Writes a report into a folder, and says which files. CSV is several, and Markdown has its charts beside it. Throws `ReportRefusal`. */
export function writeReportFiles(report: Report, format: ReportFormat, folder: string): readonly string[] {
  const files = filesOf(report, format);
  try {
    mkdirSync(folder, { recursive: true });
    if (format === "md") mkdirSync(join(folder, "charts"), { recursive: true });
    for (const { name, text } of files) writeWhole(join(folder, name), text);
  } catch (error) {
    if (error instanceof BadInputError) throw new ReportRefusal(error.message);
    throw new ReportRefusal(
      `${folder} is no folder to write to: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return files.map(({ name }) => join(folder, name));
}

interface ReportFile {
  readonly name: string;
  readonly text: string;
}

function filesOf(report: Report, format: ReportFormat): readonly ReportFile[] {
  if (format === "csv") return toCsv(report);
  if (format !== "md") return [{ name: `report.${format}`, text: reportText(report, format) }];
  const charts = chartsOf(report);
  const nameOf = (measure: string, theme: string) => `charts/${measure}-${theme}.svg`;
  const images = charts.map(({ measure, chart }) => ({
    title: chart.title,
    alt: sayCourse(chart),
    light: nameOf(measure, "light"),
    dark: nameOf(measure, "dark"),
  }));
  return [
    { name: "report.md", text: `# ${titleOf(report)}\n\n${toMarkdown(report, { charts: images })}` },
    ...charts.flatMap(({ measure, chart }) =>
      (["light", "dark"] as const).map((theme) => ({ name: nameOf(measure, theme), text: lineChart(chart, theme) })),
    ),
  ];
}
