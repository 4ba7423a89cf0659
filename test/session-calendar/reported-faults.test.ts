import { describe, expect, it } from "vitest";
import { toCalendar } from "../../src/session-calendar/to-calendar.ts";
import { linesOf, rawLines, readComponents, valueOf, type Component } from "./read-lines.ts";
import { someEvent, someSession, someSource } from "./some-session.ts";

/** A calendar with sessions in five zones, long and foreign texts, a session that is off, and a link. */
const file = toCalendar(
  [
    someEvent(),
    someEvent(someSession({ series: "york", timeZone: "America/New_York", title: "Plugins: how, why; when?" })),
    someEvent(
      someSession({ series: "kolkata", timeZone: "Asia/Kolkata", topics: ["Telesná a športová výchova ".repeat(3)] }),
    ),
    someEvent(someSession({ series: "gmt", timeZone: "GMT", topics: ["💙👩🏼‍🎓 Team up n’rise ".repeat(5)] })),
    someEvent(someSession({ series: "off", title: "Off\r\nX-EVIL:1" }), { status: "cancelled", sequence: 4 }),
    someEvent(someSession({ series: "link", link: "https://meet.example/a?b=1,2;3", linkFor: "everyone" })),
  ],
  someSource,
);
const calendar = readComponents(file);
const inner = (name: string): readonly Component[] => calendar.inner.filter((it) => it.name === name);
const events = inner("VEVENT");
const zones = inner("VTIMEZONE");

/** Faults for which programs have refused the calendars of others, or shown something else than was meant. */
describe("reported faults of calendars", () => {
  it("has no zone without a definition, by which Outlook is an hour off or complains", () => {
    // https://github.com/sebbo2002/ical-generator/issues/680, https://github.com/neokoenig/RoomBooking/issues/18
    const used = events.flatMap((it) => linesOf(it, "DTSTART").flatMap(({ params }) => params["TZID"] ?? []));
    const defined = zones.map((it) => valueOf(it, "TZID"));
    expect(new Set(used)).toEqual(new Set(defined));
    expect(used.length).toBeGreaterThan(3);
  });

  it("has no zone for a time in UTC, and no floating time", () => {
    // https://github.com/Gig-o-Matic/GO3/issues/375, https://github.com/webuildsg/webuild/issues/26
    for (const { params, value } of events.flatMap((it) => [...linesOf(it, "DTSTART"), ...linesOf(it, "DTEND")])) {
      expect(value.endsWith("Z")).toBe(params["TZID"] === undefined);
    }
  });

  it("is whole where a zone is GMT, which has no definition of its own", () => {
    // https://github.com/ietf-tools/datatracker/issues/8498
    expect(file).not.toMatch(/None|undefined|null|NaN/u);
    expect(file).toMatch(/UID:gmt-20261208T1300Z@7\.github\.com\r\n/u);
  });

  it("defines zones by yearly rules with a summer half, which is all that Outlook reads", () => {
    // https://github.com/iCalcreator/iCalcreator/issues/86, https://github.com/iCalcreator/iCalcreator/issues/106
    const berlin = zones.find((it) => valueOf(it, "TZID") === "Europe/Berlin")!;
    expect(berlin.inner.map(({ name }) => name).toSorted()).toEqual(["DAYLIGHT", "STANDARD"]);
    for (const rule of berlin.inner) expect(valueOf(rule, "RRULE")).toMatch(/^FREQ=YEARLY;/u);
    expect(file).not.toContain("RDATE");
  });

  it("defines no zone by offsets with seconds, for which Outlook on the web refuses the file", () => {
    // https://github.com/ical4j/ical4j/issues/611
    for (const line of rawLines(file).filter((it) => it.startsWith("TZOFFSET"))) expect(line).toMatch(/:[+-]\d{4}$/u);
  });

  it("defines each zone once, behind the calendar's properties and before the events", () => {
    // https://github.com/bitfireAT/davx5-ose/issues/2815; `readComponents` refuses properties behind components.
    const names = calendar.inner.map(({ name }) => name);
    expect(names.lastIndexOf("VTIMEZONE")).toBeLessThan(names.indexOf("VEVENT"));
    expect(new Set(zones.map((it) => valueOf(it, "TZID"))).size).toBe(zones.length);
  });

  it("has UID, DTSTAMP and SEQUENCE in each event", () => {
    // https://github.com/alphagov/calendars/pull/17, https://github.com/Radarr/Radarr/issues/2581 (DTSTART)
    for (const it of events) {
      for (const name of ["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND"]) expect(valueOf(it, name)).toBeTruthy();
    }
  });

  it("ends each line in CRLF, the last one too", () => {
    // https://github.com/stephenharris/Event-Organiser/pull/217, https://github.com/indico/indico/issues/255
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("folds by octets, between characters", () => {
    // https://github.com/JustAlex0000/Edupage-Extras/issues/50, https://github.com/libical/libical/issues/427,
    // https://github.com/TravellersMeet/travellers/issues/426
    const bytes = Buffer.from(file);
    for (let at = 0, start = 0; at < bytes.length; at++) {
      if (bytes[at] !== 0x0a) continue;
      const line = bytes.subarray(start, at - 1);
      expect(line.length).toBeLessThanOrEqual(75);
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(line)).not.toThrow();
      start = at + 1;
    }
  });

  it("takes no line of its own from a title with a carriage return", () => {
    // https://github.com/ifinavet/yggdrasil/pull/197
    expect(file).not.toMatch(/^X-EVIL/mu);
  });

  it("has an address that nothing was escaped in", () => {
    // https://github.com/hoodie/icalendar/issues/104, https://github.com/kewisch/ical.js/issues/287
    const link = events.find((it) => valueOf(it, "UID")?.startsWith("link"))!;
    expect(valueOf(link, "URL")).toBe("https://meet.example/a?b=1%2C2%3B3");
  });

  it("says in the title that a session is off, for programs that do not look at its status", () => {
    // https://github.com/sebbo2002/ical-generator/issues/87,
    // https://github.com/aluxnimm/outlookcaldavsynchronizer/issues/105
    const off = events.find((it) => valueOf(it, "UID")?.startsWith("off"))!;
    expect(valueOf(off, "STATUS")).toBe("CANCELLED");
    expect(valueOf(off, "SUMMARY")).toMatch(/^Cancelled: /u);
  });

  it("has a component where there is no session, and its name", () => {
    // https://github.com/collective/icalendar/issues/251, https://github.com/adamgibbons/ics/pull/148
    const empty = readComponents(toCalendar([], someSource));
    expect(empty.inner).toHaveLength(1);
    expect(valueOf(empty, "X-WR-CALNAME")).toBe("Office hours of acme/widgets");
  });
});
