import type { Period } from "../business-time/periods.ts";
import type { Measure, Observation } from "./measure.ts";
import type { MeasuredFigure } from "./figure.ts";
import { figureOf } from "./figure-of.ts";
import type { Dimension, MeasuredHead } from "./measured-repository.ts";

type FigureOfMeasure = Pick<Measure, "unit" | "hiddenBelow">;

/** The observations that count in a period. */
export function observationsIn(observations: readonly Observation[], { from, to }: Period): readonly Observation[] {
  // As numbers: dates are compared several times slower, and a report looks at hundreds of thousands.
  const [start, end] = [from.getTime(), to.getTime()];
  return observations.filter(({ at }) => {
    const time = at.getTime();
    return time >= start && time < end;
  });
}

/** A figure for each value that threads have of a dimension, by the value. A thread counts under each of its labels. */
export function figuresBy(
  measure: FigureOfMeasure,
  observations: readonly Observation[],
  threads: ReadonlyMap<number, MeasuredHead>,
  dimension: Dimension,
): readonly { readonly value: string; readonly figure: MeasuredFigure }[] {
  return figuresOfGroups(measure, observations, ({ thread }) => {
    const head = threads.get(thread);
    return head ? valuesOf(head, dimension) : [];
  });
}

/** A figure for each part that observations have. */
export function figuresByPart(
  measure: FigureOfMeasure,
  observations: readonly Observation[],
): readonly { readonly value: string; readonly figure: MeasuredFigure }[] {
  return figuresOfGroups(measure, observations, ({ part }) => (part === undefined ? [] : [part]));
}

/** What a thread counts under. */
export function valuesOf(head: MeasuredHead, dimension: Dimension): readonly string[] {
  if (dimension === "label") return head.labels;
  const value = head[dimension];
  return value === undefined ? [] : [value];
}

function figuresOfGroups(
  measure: FigureOfMeasure,
  observations: readonly Observation[],
  valuesIn: (it: Observation) => readonly string[],
) {
  const groups = new Map<string, Observation[]>();
  for (const it of observations) {
    for (const value of valuesIn(it)) {
      const group = groups.get(value);
      if (group) group.push(it);
      else groups.set(value, [it]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([value, group]) => ({ value, figure: figureOf(measure, group) }));
}
