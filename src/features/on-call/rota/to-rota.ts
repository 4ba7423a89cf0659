import type { BusinessCalendar } from "../../../business-time/calendar.ts";
import type { Rota } from "../../../rota/rota.ts";
import type { OnCallConfig } from "../config.ts";
import { coverSpan } from "./cover-span.ts";
import { handoverIn, readRotation } from "./read-rota.ts";

/** The rota of a config that was let through. */
export function toRota(config: OnCallConfig, calendars: ReadonlyMap<string, BusinessCalendar>): Rota {
  return {
    layers: config.layers.map((layer) => {
      const { name, people = [], team, start } = layer;
      const calendar =
        layer.calendar === undefined ? undefined : mustHave(calendars.get(layer.calendar), layer.calendar);
      return {
        name,
        people,
        ...(team !== undefined && { team }),
        timeZone: layer.timezone ?? config.timezone,
        turnDays: mustHave(readRotation(layer.rotation), layer.rotation).days,
        start,
        handover: mustHave(handoverIn(layer.handover), layer.handover).time,
        ...(calendar && { calendar }),
      };
    }),
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

function mustHave<Value>(value: Value | undefined, written: string): Value {
  if (value === undefined) throw new Error(`the config has let through ${written}`);
  return value;
}
