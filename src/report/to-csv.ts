import { stringify } from "csv-stringify/sync";
import type { Figure, Report } from "./report.ts";

/** A table of a report, as a file. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | null;

/**
 * A report as tables: `figures.csv` has every figure in one long table, the others are its lists. Durations are seconds,
 * shares are 0 to 1. What people wrote cannot be a formula where a spreadsheet opens it:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(report: Report): readonly CsvFile[] {
  const { unanswered, helpers, thorny, gaps, faq } = report;
  return [
    table("figures.csv", figureColumns, figureRows(report)),
    table(
      "unanswered.csv",
      ["number", "title", "url", "opened_at", "age_s"],
      unanswered.map((it) => [it.number, it.title, it.url, it.openedAt, it.age]),
    ),
    table(
      "helpers.csv",
      ["login", "answers"],
      helpers.map((it) => [it.login, it.answers]),
    ),
    table(
      "thorny.csv",
      ["number", "title", "url", "reasons"],
      thorny.map((it) => [it.number, it.title, it.url, it.reasons.join("; ")]),
    ),
    table(
      "gaps.csv",
      ["words", "discussions", "nearest_title", "nearest_url"],
      gaps.map(({ words, threads, nearest }) => [
        words.join(" "),
        threads.map(({ number }) => number).join(" "),
        nearest?.title ?? null,
        nearest?.url ?? null,
      ]),
    ),
    table(
      "faq.csv",
      ["title", "url", "hits"],
      faq.map((it) => [it.title, it.url, it.hits]),
    ),
  ];
}

/** `of_what`: `now`, `before`, `part`, `week`, or what it is broken down by; `value` then says which. */
const figureColumns = [
  "measure",
  "unit",
  "of_what",
  "value",
  "from",
  "to",
  "n",
  "of",
  "share",
  "calendar_median_s",
  "calendar_p90_s",
  "calendar_mean_s",
  "business_median_s",
  "business_p90_s",
  "business_mean_s",
];

type Measured = Pick<Report["figures"][number], "measure" | "unit">;

function figureRows({ figures, weeks, breakdowns, period, before }: Report): Cell[][] {
  const row = (
    { measure, unit }: Measured,
    ofWhat: string,
    value: Cell,
    { from, to }: Report["period"],
    it: Figure,
  ) => [measure, unit, ofWhat, value, from, to, ...cellsOf(it)];
  return [
    ...figures.flatMap((it) => [
      row(it, "now", null, period, it.now),
      row(it, "before", null, before, it.before),
      ...Object.entries(it.parts).map(([part, figure]) => row(it, "part", part, period, figure)),
    ]),
    ...weeks.flatMap((it) => it.points.map((point) => row(it, "week", null, point, point.figure))),
    ...breakdowns.flatMap((it) => it.rows.map(({ value, figure }) => row(it, it.by, value, period, figure))),
  ];
}

function cellsOf({ n, of, share, calendar, business }: Figure): Cell[] {
  const spreads = [calendar, business].flatMap((it) => [it?.median ?? null, it?.p90 ?? null, it?.mean ?? null]);
  return [n, of, share, ...spreads];
}

function table(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): CsvFile {
  const all = [columns, ...rows].map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return { name, text: stringify(all, { escape_formulas: true, record_delimiter: "windows" }) };
}

/**
 * On one line: programs part lines before they read cells. A spreadsheet looks at a cell behind the white space that it
 * begins with.
 */
function harmless(text: string): string {
  return text.toWellFormed().replaceAll(/\s+/gu, " ").trim();
}
