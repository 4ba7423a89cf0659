import { inlineText } from "../text/neutralise.ts";
import type { Report } from "./report.ts";
import { sayFigure } from "./say-figure.ts";

/** Measures of duration that are broken down in Markdown, and values of each dimension: JSON has them all. */
const maxMeasures = 3;
const maxValues = 10;

const headings = { category: "By category", label: "By label", priority: "By priority", tier: "By where it ended" };

/** What the most telling durations come to by category, label, priority and tier: folded up. Empty where there is none. */
export function breakdownsInMarkdown({ breakdowns }: Pick<Report, "breakdowns">): string {
  return (["category", "label", "priority", "tier"] as const)
    .map((by) => table(by, breakdowns))
    .filter((it) => it !== "")
    .join("\n\n");
}

function table(by: keyof typeof headings, breakdowns: Report["breakdowns"]): string {
  const told = breakdowns
    .filter((it) => it.by === by && it.unit === "duration" && it.rows.length > 0)
    .slice(0, maxMeasures);
  const [first] = told;
  if (!first) return "";
  const values = first.rows
    .toSorted((a, b) => b.figure.n - a.figure.n)
    .slice(0, maxValues)
    .map(({ value }) => value);
  const rows = values.map((value) => {
    const cells = told.map(({ rows: all, unit }) => {
      const row = all.find((it) => it.value === value);
      return row ? sayFigure(row.figure, unit) : "–";
    });
    return `| ${[inlineText(value, 80), ...cells].join(" | ")} |`;
  });
  const left = first.rows.length - values.length;
  return [
    "<details>",
    `<summary>${headings[by]}</summary>`,
    "",
    `| | ${told.map(({ title }) => inlineText(title, 80)).join(" | ")} |`,
    `| --- |${" --- |".repeat(told.length)}`,
    ...rows,
    ...(left > 0 ? ["", `… and ${left} more.`] : []),
    "",
    "</details>",
  ].join("\n");
}
