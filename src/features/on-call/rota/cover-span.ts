import type { Span } from "../../../rota/rota.ts";
import { readLocalTime } from "./read-rota.ts";
import type { CoverConfig, LayerConfig } from "./rota-config.ts";

/** What times of covers are meant in. */
interface Zones {
  readonly timezone: string;
  readonly layers: readonly LayerConfig[];
}

/**
 * The time of a cover, in the zone of its layer or else of the rota. A last day is covered to its end. Undefined where
 * the config has something else for a time.
 */
export function coverSpan(config: Zones, { from, to, layer }: CoverConfig): Span | undefined {
  const zone = config.layers.find(({ name }) => name === layer)?.timezone ?? config.timezone;
  const first = readLocalTime(from);
  const last = readLocalTime(to);
  if (!first || !last) return undefined;
  const end = last.isDay ? last.time.add({ days: 1 }) : last.time;
  return {
    from: new Date(first.time.toZonedDateTime(zone).epochMilliseconds),
    to: new Date(end.toZonedDateTime(zone).epochMilliseconds),
  };
}
