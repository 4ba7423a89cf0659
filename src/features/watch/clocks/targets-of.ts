import { secondsOf } from "../../../business-time/duration.ts";
import type { ClockKind } from "../../../core/thread-status.ts";
import type { PriorityName, WatchConfig } from "../config.ts";

export const clockKinds: readonly ClockKind[] = ["first-response", "next-response", "resolution"];

/** The targets of a priority in a category, in business seconds. */
export function targetsOf(
  { priorities }: Pick<WatchConfig, "priorities">,
  priority: PriorityName,
  category: string,
): Readonly<Partial<Record<ClockKind, number>>> {
  const own = priorities[priority];
  const here = Object.hasOwn(own.categories, category) ? own.categories[category] : undefined;
  const written = clockKinds.flatMap((clock) => {
    const duration = here?.[clock] ?? own[clock];
    return duration === undefined ? [] : [[clock, secondsOf(duration)] as const];
  });
  return Object.fromEntries(written);
}
