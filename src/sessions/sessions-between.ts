import { RRuleTemporal } from "rrule-temporal";
import type { Temporal } from "temporal-polyfill";
import { minuteMs } from "../core/clock.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { onCallAt } from "../rota/shifts.ts";
import type { Session } from "./session.ts";
import type { SessionRules } from "./session-rules.ts";
import type { SeriesConfig } from "./sessions-config.ts";

/** The sessions that start from `from` until `to` (left out), by their start. */
export function sessionsBetween(rules: SessionRules, from: Date, to: Date): Session[] {
  return rules.series
    .flatMap((series) => startsOf(series, from, to).map((start) => toSession(series, start, rules)))
    .toSorted((a, b) => a.start.getTime() - b.start.getTime() || (a.series < b.series ? -1 : 1));
}

function startsOf(series: SeriesConfig, from: Date, to: Date): Temporal.ZonedDateTime[] {
  const first = readLocalTime(series.start)?.time.toZonedDateTime(series.timezone);
  if (!first) return [];
  const rule = new RRuleTemporal({ rruleString: series.rule ?? "FREQ=DAILY;COUNT=1", dtstart: first });
  return rule.between(from, to, true).filter((it) => it.epochMilliseconds < to.getTime());
}

function toSession(series: SeriesConfig, at: Temporal.ZonedDateTime, { rota }: SessionRules): Session {
  const { name, kind, title, minutes, slots, host, link, languages, topics } = series;
  const start = at.epochMilliseconds;
  const slotMs = Math.floor((minutes / slots) * minuteMs);
  return {
    series: name,
    key: `${new Date(start).toISOString().slice(0, 16)}Z`,
    kind,
    title,
    start: new Date(start),
    end: new Date(start + minutes * minuteMs),
    timeZone: series.timezone,
    slots: Array.from({ length: slots }, (_, index) => ({
      index,
      start: new Date(start + index * slotMs),
      end: new Date(start + (index + 1) * slotMs),
    })),
    hosts: host === "rota" ? (onCallAt(rota, new Date(start))?.who ?? []) : [host].flat(),
    ...(link !== undefined && { link }),
    linkFor: series["link-for"],
    languages,
    topics,
  };
}
