import type { Span } from "./rota.ts";
import { readLocalTime } from "./read-rota.ts";
import type { CoverConfig } from "./rota-config.ts";

/** The time of a cover. A last day is covered to its end. Undefined where the config has something else for a time. */
export function coverSpan({ timezone }: { readonly timezone: string }, { from, to }: CoverConfig): Span | undefined {
  const first = readLocalTime(from);
  const last = readLocalTime(to);
  if (!first || !last) return undefined;
  const end = last.isDay ? last.time.add({ days: 1 }) : last.time;
  return {
    from: new Date(first.time.toZonedDateTime(timezone).epochMilliseconds),
    to: new Date(end.toZonedDateTime(timezone).epochMilliseconds),
  };
}
