import { dayMs } from "../../../core/clock.ts";
import type { BoardWork, IterationItem } from "../../../core/planned-work.ts";
import type { ProjectField } from "../../../core/project.ts";
import { measureWork } from "./measure-work.ts";
import { amountIn, type IterationImpact, type WorkUnit } from "./plan-impact.ts";

type IterationField = Extract<ProjectField, { readonly type: "iteration" }>;
type Iteration = IterationField["iterations"][number];

/** Iterations that are over: as many are compared, and fewer than the least of them tell of no habit. */
const maxPast = 6;
const minPast = 2;

/** The request's issue as it goes into an iteration. */
export interface NewIterationItem {
  readonly iteration: string;
  readonly estimate?: number;
}

/**
 * The running iteration and the next one, with what is in them, and that of the request. They are compared with what was
 * done, not planned, in those that are over: issues that were closed as completed. Iterations in which nothing was done
 * tell nothing; a board that archives what is done has forgotten them.
 */
export function iterationLoads(
  { iterations }: IterationField,
  { items }: BoardWork,
  added: NewIterationItem | undefined,
  now: Date,
): IterationImpact[] {
  const past = pastIterations(items, now);
  return shownIterations(iterations, added?.iteration, now).map((iteration) => {
    const { id, title, start } = iteration;
    const isOurs = id === added?.iteration;
    const within = items.filter((it) => it.iteration.id === id && isPlanned(it));
    const work = measureWork([...within, ...(isOurs ? [added] : [])]);
    const end = new Date(endOf(iteration) - dayMs).toISOString().slice(0, 10);
    const done = donePast(past, work.estimates ? "estimates" : "issues");
    return { title, start, end, work, isOurs, ...(done && { past: done }) };
  });
}

/** The running one, the next one, and that of the request, in the order of the calendar. */
function shownIterations(iterations: readonly Iteration[], ours: string | undefined, now: Date): readonly Iteration[] {
  const coming = iterations
    .filter((it) => endOf(it) > now.getTime())
    .toSorted((a, b) => a.start.localeCompare(b.start));
  const running = coming.find((it) => Date.parse(it.start) <= now.getTime());
  const next = coming.find((it) => Date.parse(it.start) > now.getTime());
  return coming.filter((it) => it === running || it === next || it.id === ours);
}

/** What is done counts too: it was work of this iteration. What was dropped is none. */
function isPlanned({ closed }: IterationItem): boolean {
  return closed === undefined || closed === "completed";
}

/** What was done in each of the last iterations that are over, the latest first. */
function pastIterations(items: readonly IterationItem[], now: Date): readonly (readonly IterationItem[])[] {
  const over = items.filter(({ iteration, closed }) => endOf(iteration) <= now.getTime() && closed === "completed");
  return [...Map.groupBy(over, ({ iteration }) => `${iteration.start} ${iteration.id}`)]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .slice(0, maxPast)
    .map(([, done]) => done);
}

/** Estimates are compared only where all of them have some. */
function donePast(past: readonly (readonly IterationItem[])[], wanted: WorkUnit): IterationImpact["past"] {
  if (past.length < minPast) return undefined;
  const amounts = past.map((it) => measureWork(it));
  const unit = wanted === "estimates" && amounts.every((it) => it.estimates) ? "estimates" : "issues";
  const done = amounts.map((it) => amountIn(unit, it));
  return { unit, least: Math.min(...done), most: Math.max(...done), iterations: past.length };
}

/** When it is over, in milliseconds. */
function endOf({ start, days }: Pick<Iteration, "start" | "days">): number {
  return Date.parse(`${start}T00:00:00Z`) + days * dayMs;
}
