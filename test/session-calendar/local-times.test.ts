import ical, { type VEvent } from "node-ical";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { localTimes } from "../../src/session-calendar/local-times.ts";
import { toCalendar } from "../../src/session-calendar/to-calendar.ts";
import type { Session } from "../../src/sessions/session.ts";
import { instantOf, linesOf, readComponents } from "./read-lines.ts";
import { someEvent, someSession, someSource } from "./some-session.ts";

const hourMs = 3_600_000;

/** Sessions of an hour at these times in a zone, from one day until another. */
function sessionsAt(timeZone: string, clocks: readonly string[], from: string, to: string, days = 1): Session[] {
  const sessions: Session[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() < to; day = day.add({ days })) {
    for (const clock of clocks) {
      const start = new Date(day.toZonedDateTime({ timeZone, plainTime: clock }).epochMilliseconds);
      sessions.push(someSession({ timeZone, start, key: `${day.toString()}T${clock}` }));
    }
  }
  return sessions;
}

/** For each session: what it starts and ends at as the file is read by another library, and by the file's own rules. */
function readTimes(sessions: readonly Session[]) {
  const file = toCalendar(
    sessions.map((it) => someEvent(it)),
    someSource,
  );
  const byLibrary = () =>
    Object.values(ical.sync.parseICS(file))
      .filter((it): it is VEvent => it?.type === "VEVENT")
      .map(({ start, end }) => [start.getTime(), end?.getTime()]);
  const calendar = readComponents(file);
  const byRules = calendar.inner
    .filter(({ name }) => name === "VEVENT")
    .map((it) => ["DTSTART", "DTEND"].map((name) => instantOf(calendar, linesOf(it, name)[0]!).getTime()));
  return { file, byLibrary, byRules };
}

const meant = (sessions: readonly Session[]) =>
  sessions.map(({ start, end }) => [start.getTime(), end.getTime()]).toSorted((a, b) => a[0]! - b[0]!);

describe("times in a calendar", () => {
  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])(
    "are the same instants over ten years in %s, by another library and by the file's own rules",
    (timeZone) => {
      const sessions = sessionsAt(timeZone, ["09:30", "14:00"], "2026-01-01", "2036-01-01", 23);
      const { byLibrary, byRules } = readTimes(sessions);
      expect(byLibrary()).toEqual(meant(sessions));
      expect(byRules).toEqual(meant(sessions));
    },
  );

  it.each(["Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Cairo", "Pacific/Auckland"])(
    "are right in each hour around each change of the clocks in %s",
    (timeZone) => {
      const clocks = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "23:00", "23:30"];
      const changes: Temporal.ZonedDateTime[] = [];
      let at = Temporal.Instant.from("2026-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
      while (changes.length < 6) changes.push((at = at.getTimeZoneTransition("next")!));
      const sessions = changes.flatMap((it) => {
        const day = it.toPlainDate();
        return sessionsAt(timeZone, clocks, day.subtract({ days: 1 }).toString(), day.add({ days: 2 }).toString());
      });
      const repeated = changes.map((it) =>
        someSession({ timeZone, start: new Date(it.epochMilliseconds + hourMs / 2), key: it.toString() }),
      );
      const all = [...sessions, ...repeated].filter(
        (it, i, them) => them.findIndex((other) => other.start.getTime() === it.start.getTime()) === i,
      );
      const { byLibrary, byRules } = readTimes(all);
      expect(byRules).toEqual(meant(all));
      expect(byLibrary()).toEqual(meant(all));
    },
  );

  it("are told in UTC where a local time could mean either of two hours", () => {
    const zoneOf = (start: string, end: string) =>
      localTimes({ start: new Date(start), end: new Date(end), timeZone: "Europe/Berlin" }).zone;
    expect(zoneOf("2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z")).toBeUndefined();
    expect(zoneOf("2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z")).toBeUndefined();
    expect(zoneOf("2026-10-24T22:30:00Z", "2026-10-24T23:30:00Z")).toBe("Europe/Berlin");
    expect(zoneOf("2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z")).toBe("Europe/Berlin");
  });

  it("are told in UTC where the definition of the zone has another offset on that day", () => {
    // Israel changes on the Friday before the last Sunday of March, which no rule with a weekday alone can say.
    const sessions = sessionsAt("Asia/Jerusalem", ["10:00"], "2028-03-20", "2028-04-05");
    const { file, byLibrary, byRules } = readTimes(sessions);
    expect(byRules).toEqual(meant(sessions));
    expect(byLibrary()).toEqual(meant(sessions));
    expect(file).toMatch(/DTSTART;TZID=Asia\/Jerusalem:/u);
    expect(file).toMatch(/DTSTART:20280328T\d+Z/u);
    // Brazil had summer time until 2019.
    const past = sessionsAt("America/Sao_Paulo", ["10:00"], "2018-12-01", "2018-12-05");
    expect(readTimes(past).byRules).toEqual(meant(past));
  });

  it("are the same instants in every zone that there is, for two years", () => {
    for (const timeZone of Intl.supportedValuesOf("timeZone")) {
      const sessions = sessionsAt(timeZone, ["10:15"], "2026-10-01", "2028-10-01", 97);
      const { byRules } = readTimes(sessions);
      expect({ timeZone, byRules }).toEqual({ timeZone, byRules: meant(sessions) });
    }
  });

  it.each(["UTC", "Etc/UTC", "GMT", "Etc/GMT+5"])("are told in UTC for %s, which is no place", (timeZone) => {
    const file = toCalendar([someEvent(someSession({ timeZone }))], someSource);
    expect(file).toContain("DTSTART:20261208T130000Z");
    expect(file).not.toContain("VTIMEZONE");
  });

  it.each([
    ["Europe/Kiev", "Europe/Kyiv"],
    ["US/Eastern", "America/New_York"],
    ["Asia/Calcutta", "Asia/Kolkata"],
  ])("name %s as programs of today know it, and define it once", (timeZone, name) => {
    const sessions = [someSession({ timeZone }), someSession({ timeZone: name, series: "other" })];
    const file = toCalendar(
      sessions.map((it) => someEvent(it)),
      someSource,
    );
    expect(file.match(/BEGIN:VTIMEZONE/gu)).toHaveLength(1);
    expect(file.match(new RegExp(`TZID=${name.replace("/", "\\/")}:`, "gu"))).toHaveLength(4);
    expect(file).toContain(`TZID:${name}\r\n`);
  });
});
