import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Measure } from "../../../measures/measure.ts";
import type { ThreadBehind } from "../../../report/measurer.ts";
import { pageSize, type BehindPage } from "../../gather/threads-behind.ts";
import { businessSpan, calendarSpan } from "../parts/duration.ts";
import type { Html } from "../../html.ts";
import { threadPath } from "../parts/links.ts";
import { table, type Cell, type Column } from "../parts/table.ts";
import { timeOf } from "../parts/time.ts";

/** The threads behind a figure, each with what was observed in it. */
export function behindTable(measure: Measure, { threads, total, page }: BehindPage, repository: RepositoryRef): Html {
  const first = (page - 1) * pageSize + 1;
  const caption = `${first} to ${first + threads.length - 1} of ${total}, the newest first`;
  const hasPart = threads.some(({ part }) => part !== undefined);
  const columns = ["Discussion", "When", ...valueColumns[measure.unit], ...(hasPart ? [measure.parts ?? "Part"] : [])];
  const rows = threads.map((it) => [
    html`<a href="${threadPath(repository, it.thread.number)}">#${it.thread.number} ${it.thread.title}</a>`,
    timeOf(it.at),
    ...valueCells(measure.unit, it),
    ...(hasPart ? [it.part ?? ""] : []),
    it.thread.category,
    it.thread.priority ?? "",
  ]);
  return table(caption, [...columns, "Category", "Priority"], rows, "No discussion is behind it.");
}

const valueColumns: Readonly<Record<Measure["unit"], readonly Column[]>> = {
  duration: [
    { title: "Calendar time", isNumber: true },
    { title: "Business time", isNumber: true },
  ],
  share: [{ title: "Counts" }],
  count: [{ title: "Counts as", isNumber: true }],
};

function valueCells(unit: Measure["unit"], { value, business }: ThreadBehind): readonly Cell[] {
  if (unit === "duration") return [calendarSpan(value), business === undefined ? "" : businessSpan(business)];
  return [unit === "share" ? (value > 0 ? "yes" : "no") : value];
}
