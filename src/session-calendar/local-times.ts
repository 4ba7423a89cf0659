import { Temporal } from "temporal-polyfill";
import type { Session } from "../sessions/session.ts";
import { zoneDefinition } from "./zone-definition.ts";

/** How a session's times are written: in a zone that the calendar defines, or in UTC where that says more surely what is meant. */
export interface LocalTimes {
  /** Name by which the calendar defines the zone; missing: UTC. */
  readonly zone?: string;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/**
 * The session's times in its own zone, where whoever reads them gets the same instants. Else in UTC: on days on which a
 * VTIMEZONE that knows yearly rules alone has another offset (Gaza, Jerusalem in some years, zones that have changed
 * their rules since), and in the hour that the clocks repeat. There a local time means the first
 * (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5), but programs do not agree on it.
 */
export function localTimes({ start, end, timeZone }: Pick<Session, "start" | "end" | "timeZone">): LocalTimes {
  const definition = zoneDefinition(timeZone);
  const local = { start: zoned(start, timeZone), end: zoned(end, timeZone) };
  const isTold = [local.start, local.end].every(
    (it) => definition?.offsetAt(it.epochMilliseconds) === it.offsetNanoseconds / 1e6 && isOneInstant(it),
  );
  if (definition && isTold) return { zone: definition.id, ...local };
  return { start: local.start.withTimeZone("UTC"), end: local.end.withTimeZone("UTC") };
}

function zoned(time: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone);
}

function isOneInstant(time: Temporal.ZonedDateTime): boolean {
  const local = time.toPlainDateTime();
  const either = (["earlier", "later"] as const).map((it) =>
    local.toZonedDateTime(time.timeZoneId, { disambiguation: it }),
  );
  return either.every((it) => it.epochMilliseconds === time.epochMilliseconds);
}
