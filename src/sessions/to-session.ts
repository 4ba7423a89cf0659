import { minuteMs } from "../core/clock.ts";
import type { Rota } from "../rota/rota.ts";
import { onCallAt } from "../rota/shifts.ts";
import type { Session, Slot } from "./session.ts";
import type { SeriesConfig } from "./series-config.ts";
import type { SessionStart } from "./starts-between.ts";

/** A session of a series. Its hosts are those who are on call when it is held. */
export function toSession(series: SeriesConfig, { by, at }: SessionStart, rota: Rota): Session {
  const { name, kind, title, minutes, host, link, languages, topics } = series;
  return {
    series: name,
    key: keyOf(by),
    kind,
    title,
    start: new Date(at),
    end: new Date(at + minutes * minuteMs),
    timeZone: series.timezone,
    slots: slotsOf(series, at),
    hosts: host === "rota" ? (onCallAt(rota, new Date(at))?.who ?? []) : [host].flat(),
    ...(link !== undefined && { link }),
    linkFor: series["link-for"],
    languages,
    topics,
  };
}

/** `Session.key` of a moment in milliseconds. */
function keyOf(by: number): string {
  return `${new Date(by).toISOString().slice(0, 16)}Z`;
}

/** The moment of a `Session.key` in milliseconds; undefined for anything else. */
export function readKey(key: string): number | undefined {
  const at = Date.parse(key);
  return !Number.isNaN(at) && keyOf(at) === key ? at : undefined;
}

/** Slots are as long as each other and begin at full minutes; what cannot be divided so is left at the end. */
function slotsOf({ minutes, slots }: SeriesConfig, start: number): Slot[] {
  const slotMs = Math.floor(minutes / slots) * minuteMs;
  return Array.from({ length: slots }, (_, index) => ({
    index,
    start: new Date(start + index * slotMs),
    end: new Date(start + (index + 1) * slotMs),
  }));
}
