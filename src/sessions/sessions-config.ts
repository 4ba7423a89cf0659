import { z } from "zod";
import { SeriesConfig } from "./series-config.ts";
import { seriesProblems } from "./series-problems.ts";

/** So many problems are told at once: whoever reads them mends one after the other. */
const maxProblems = 20;

/** Dates in all lists of all series: each takes a look at a rule. */
const maxDates = 1_000;

/** The `sessions:` section: office hours and meetings as code. */
export const SessionsConfig = z
  .array(SeriesConfig)
  .max(50)
  .superRefine((sessions, { addIssue }) => {
    const dates = sessions.reduce((sum, it) => sum + it.except.length + it.extra.length + it.moved.length, 0);
    if (dates > maxDates) {
      addIssue({
        code: "custom",
        message: `must list at most ${maxDates} dates in all, and lists ${dates}: leave out past ones`,
      });
      return;
    }
    let told = 0;
    for (const { path, message } of allProblems(sessions)) {
      addIssue({ code: "custom", path: [...path], message });
      if (++told === maxProblems) return;
    }
  })
  .default([]);
export type SessionsConfig = z.infer<typeof SessionsConfig>;

function* allProblems(sessions: readonly SeriesConfig[]) {
  for (const [index, series] of sessions.entries()) {
    if (sessions.slice(0, index).some(({ name }) => name === series.name)) {
      yield { path: [index, "name"], message: `there are two series of the name ${series.name}` };
    }
    for (const { path, message } of seriesProblems(series)) yield { path: [index, ...path], message };
  }
}
