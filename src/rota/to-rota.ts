import type { BusinessCalendar } from "../business-time/calendar.ts";
import type { Layer, Rota } from "./rota.ts";
import type { RotaConfig } from "./rota-config.ts";
import { coverSpan } from "./cover-span.ts";
import { handoverIn, readRotation } from "./read-rota.ts";
import type { LayerConfig } from "./rota-config.ts";

/** The rota of a config that was let through. */
export function toRota(config: RotaConfig, calendars: ReadonlyMap<string, BusinessCalendar>): Rota {
  return {
    layers: config.layers.map((layer) => toLayer(layer, config.timezone, calendars)),
    covers: config.covers.map((cover) => {
      const { who, for: person, layer } = cover;
      return {
        who,
        ...mustHave(coverSpan(config, cover), cover.from),
        ...(person !== undefined && { for: person }),
        ...(layer !== undefined && { layer }),
      };
    }),
  };
}

/** A layer with hours hands over between them, at midnight, where nothing else is said; any other at nine. */
function toLayer(
  { name, people = [], team, start, ...layer }: LayerConfig,
  timezone: string,
  calendars: ReadonlyMap<string, BusinessCalendar>,
): Layer {
  const calendar = layer.calendar === undefined ? undefined : mustHave(calendars.get(layer.calendar), layer.calendar);
  const { unit, days } = mustHave(readRotation(layer.rotation), layer.rotation);
  const { handover = calendar ? "00:00" : "09:00" } = layer;
  return {
    name,
    people,
    ...(team !== undefined && { team }),
    timeZone: layer.timezone ?? calendar?.timeZone ?? timezone,
    turnDays: days,
    ...(unit === "day" && { skipsClosedDays: true }),
    start,
    handover: mustHave(handoverIn(handover), handover).time,
    ...(calendar && { calendar }),
  };
}

function mustHave<Value>(value: Value | undefined, written: string): Value {
  if (value === undefined) throw new Error(`the config has let through ${written}`);
  return value;
}
