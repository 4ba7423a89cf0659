import { plain } from "./plain.ts";
import { fitTo, padTo, widthOf } from "./text-width.ts";

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  /** What stands in it; nothing is shown as a dash, so that each line has as many fields. */
  readonly of: (row: Row) => string | number | undefined;
  /** May be cut to fit the terminal, as titles and texts may. What identifies a row may not. */
  readonly mayShrink?: boolean;
}

/** Narrower than this, a column that was cut tells nothing. */
const least = 8;
const gap = "  ";

/**
 * Rows under their titles, two blanks between columns, numbers to the right. In a terminal long texts are cut to its width,
 * `columns`; into a file or another program everything is written whole. What people wrote is made harmless.
 */
export function toTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number | undefined = terminalWidth(),
): string {
  const cells = rows.map((row) => columns.map(({ of }) => toCell(of(row))));
  const isNumber = columns.map(({ of }) => rows.some((row) => typeof of(row) === "number"));
  const titles = columns.map(({ title }) => title.toUpperCase());
  const natural = titles.map((title, i) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[i] ?? ""))));
  const widths = width === undefined ? natural : fitWidths(natural, columns, width);
  const lines = [titles, ...cells].map((row) => {
    const line = row
      .map((cell, i) => padTo(fitTo(cell, widths[i] ?? 0), widths[i] ?? 0, isNumber[i] ? "right" : "left"))
      .join(gap)
      .trimEnd();
    return width === undefined ? line : fitTo(line, width);
  });
  return lines.join("\n");
}

/** Columns of the terminal that reads our output; undefined where none does. */
export function terminalWidth(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

function toCell(value: string | number | undefined): string {
  return value === undefined || value === "" ? "–" : plain(String(value)).trim();
}

/** The widest of those that may shrink are cut to one width, such that all fit; to no less than what still tells something. */
function fitWidths(natural: readonly number[], columns: readonly Column<never>[], width: number): readonly number[] {
  const gaps = gap.length * (natural.length - 1);
  const total = (cap: number) =>
    natural.reduce((sum, it, i) => sum + (columns[i]?.mayShrink ? Math.min(it, cap) : it), gaps);
  let cap = Math.max(least, ...natural);
  while (cap > least && total(cap) > width) cap -= 1;
  return natural.map((it, i) => (columns[i]?.mayShrink ? Math.min(it, cap) : it));
}
