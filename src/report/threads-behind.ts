import { observationsIn, valuesOf } from "../measures/break-down.ts";
import type { MeasuredRepository } from "../measures/measured-repository.ts";
import type { BehindQuery, ThreadBehind } from "./measurer.ts";

/** The threads behind a figure with what was observed in each, newest first. None for a measure that there is not. */
export function threadsBehind(
  { observations, threads }: Pick<MeasuredRepository, "observations" | "threads">,
  { measure, from, to, by, part: wanted }: BehindQuery,
): readonly ThreadBehind[] {
  return observationsIn(observations.get(measure) ?? [], { from, to })
    .filter(({ part }) => wanted === undefined || part === wanted)
    .flatMap(({ thread: number, ...observed }) => {
      const thread = threads.get(number);
      const isWanted = thread && (!by || valuesOf(thread, by.dimension).includes(by.value));
      return isWanted ? [{ ...observed, thread }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.thread.number - a.thread.number);
}
