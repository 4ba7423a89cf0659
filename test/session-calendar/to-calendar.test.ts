import ical, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { plannedEvent } from "../../src/session-calendar/calendar-event.ts";
import { toCalendar } from "../../src/session-calendar/to-calendar.ts";
import { linesOf, readComponents, unescaped, valueOf } from "./read-lines.ts";
import { someEvent, someSession, someSource } from "./some-session.ts";

/** The events as another library reads them. */
function eventsOf(file: string): VEvent[] {
  return Object.values(ical.sync.parseICS(file)).filter((it): it is VEvent => it?.type === "VEVENT");
}

const read = (...events: Parameters<typeof toCalendar>[0]) => eventsOf(toCalendar(events, someSource));
const only = (...events: Parameters<typeof toCalendar>[0]) => read(...events)[0]!;

describe("toCalendar", () => {
  it("tells another library what the session is", () => {
    const session = someSession({ topics: ["plugins", "proxies"], languages: ["en", "de"], hosts: ["hana", "mia"] });
    const event = only(someEvent(session, { free: [1], sequence: 3 }));
    expect(event.start.getTime()).toBe(session.start.getTime());
    expect(event.end?.getTime()).toBe(session.end.getTime());
    expect(event.start).toHaveProperty("tz", "Europe/Berlin");
    expect(event.dtstamp.getTime()).toBe(Date.parse("2026-11-01T09:00:00Z"));
    expect(event.lastmodified?.getTime()).toBe(Date.parse("2026-11-01T09:00:00Z"));
    expect(event).toMatchObject({
      uid: "clinic-20261208T1300Z@7.github.com",
      sequence: 3,
      summary: "Office hours",
      status: "CONFIRMED",
      transparency: "TRANSPARENT",
      location: "https://github.com/acme/widgets/discussions",
    });
    expect(event.description).toBe(
      [
        "Topics: plugins, proxies",
        "Languages: en, de",
        "Hosts: hana, mia",
        "1 of 2 slots free, 30 minutes each: 14:30 (Europe/Berlin)",
        "",
        "To book a slot, write /office-hours in your discussion: https://github.com/acme/widgets/discussions",
      ].join("\n"),
    );
  });

  it("has what RFC 5545 requires of a calendar and of an event, each once", () => {
    const calendar = readComponents(toCalendar([someEvent()], someSource));
    for (const name of ["PRODID", "VERSION", "CALSCALE", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"]) {
      expect({ name, value: valueOf(calendar, name) }).toEqual({ name, value: expect.stringMatching(/./u) });
    }
    expect(valueOf(calendar, "VERSION")).toBe("2.0");
    expect(calendar.inner.map(({ name }) => name)).toEqual(["VTIMEZONE", "VEVENT"]);
    const event = calendar.inner[1]!;
    for (const name of ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "LAST-MODIFIED", "STATUS", "SUMMARY"]) {
      expect({ name, value: valueOf(event, name) }).toEqual({ name, value: expect.stringMatching(/./u) });
    }
    // A feed is no message of an organizer, and has nobody's address.
    expect([...linesOf(calendar, "METHOD"), ...linesOf(event, "ORGANIZER"), ...linesOf(event, "ATTENDEE")]).toEqual([]);
  });

  it("is byte for byte the same for the same sessions, in whatever order and zone of the machine", () => {
    const events = [
      someEvent(),
      someEvent(someSession({ series: "other" })),
      someEvent(someSession({ series: "abc" })),
    ];
    const file = toCalendar(events, someSource);
    const before = process.env["TZ"];
    process.env["TZ"] = "Asia/Tokyo";
    try {
      expect(toCalendar(events.toReversed(), someSource)).toBe(file);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });

  it("knows a session by series and start by the rule, wherever it is moved", () => {
    const moved = someSession({ key: "2026-12-08T13:00Z", start: new Date("2026-12-10T08:00:00Z") });
    expect(only(someEvent(moved)).uid).toBe(only(someEvent()).uid);
    const uids = new Set([
      only(someEvent()).uid,
      only(someEvent(someSession({ series: "meetings" }))).uid,
      only(someEvent(someSession({ key: "2026-12-15T13:00Z" }))).uid,
      eventsOf(toCalendar([someEvent()], { ...someSource, id: "8.github.com" }))[0]!.uid,
    ]);
    expect(uids.size).toBe(4);
  });

  it("says in status and title that a session is called off, and nothing of how to get there", () => {
    const session = someSession({ link: "https://meet.example/room", linkFor: "everyone" });
    const event = only(someEvent(session, { status: "cancelled" }));
    expect(event).toMatchObject({ status: "CANCELLED", summary: "Cancelled: Office hours" });
    expect(JSON.stringify(event)).not.toContain("meet.example");
  });

  it.each([
    ["everyone", "https://meet.example/room", true],
    ["booked", "https://github.com/acme/widgets/discussions", false],
  ] as const)("shows the link that is for %s where it may", (linkFor, place, isShown) => {
    const session = someSession({ link: "https://meet.example/room", linkFor });
    const file = toCalendar([someEvent(session)], someSource);
    const [event] = eventsOf(file);
    expect(event).toMatchObject({ location: place, url: { val: place } });
    expect(file.includes("meet.example")).toBe(isShown);
    expect(event!.description).toMatch(isShown ? /Meet at https:/u : /shown in the discussions that have a slot/u);
  });

  it("tells how to book a meeting about a feature request", () => {
    expect(only(someEvent(someSession({ kind: "request" }))).description).toContain(
      "write /meeting in its feature request",
    );
  });

  it("links to the feature requests that are talked about, by their slot's time", () => {
    const agenda = [{ slot: 1, number: 12 }];
    const { description } = only(someEvent(someSession({ kind: "request" }), { free: [0], agenda }));
    expect(description).toContain("\n14:30: https://github.com/acme/widgets/discussions/12\n");
    expect(
      only(someEvent(someSession({ kind: "request" }), { agenda, status: "cancelled" })).description,
    ).not.toContain("/12");
  });

  it("says where nobody holds it, and where nothing is free", () => {
    const { description } = only(someEvent(someSession({ hosts: [] }), { free: [] }));
    expect(description).toContain("Host: to be named\n0 of 2 slots free, 30 minutes each\n");
  });

  it("names the first dozen of many free slots", () => {
    const session = someSession({ slotCount: 20 });
    expect(only(someEvent(session)).description).toContain("20 of 20 slots free, 3 minutes each: 14:00, 14:03,");
    expect(only(someEvent(session)).description).toContain("14:33, … (Europe/Berlin)");
  });

  it("can be written of a config alone, without an address of discussions", () => {
    const file = toCalendar([plannedEvent(someSession(), new Date("2026-01-01T00:00:00Z"))], {
      name: "frontdesk.yml",
      id: "local",
    });
    const [event] = eventsOf(file);
    expect(event).toMatchObject({ sequence: 0, status: "CONFIRMED" });
    expect(event!.description).toMatch(
      /2 of 2 slots free[^]*To book a slot, write \/office-hours in your discussion$/u,
    );
  });

  it.each([
    ["commas; semicolons and \\ backslashes", "commas; semicolons and \\ backslashes"],
    ["two\nlines and\r\nthree", "two lines and three"],
    ["END:VEVENT\r\nBEGIN:VEVENT", "END:VEVENT BEGIN:VEVENT"],
    ["\u0000\u0007bell\u001B[31m\u009F", "bell[31m"],
    ["\u202Etxet\u202C \uFEFFmark", "txet mark"],
    ["lone \uD800 half", "lone \uFFFD half"],
    ["line\u2028separator\u2029s", "line separator s"],
    ["**bold** `code` [link](https://x.example)", "**bold** `code` [link](https://x.example)"],
    [
      "<b>bold</b> <img src=x onerror=alert(1)> a < b",
      "<\u200Bb>bold<\u200B/b> <\u200Bimg src=x onerror=alert(1)> a < b",
    ],
    ["日本語の🧑‍💻テキスト".repeat(9), "日本語の🧑‍💻テキスト".repeat(9)],
    ["\\n is no line end, \\, no comma", "\\n is no line end, \\, no comma"],
    ["\u202E\u0000", "clinic"],
  ])("keeps the title %j as plain text", (title, shown) => {
    const event = readComponents(toCalendar([someEvent(someSession({ title }))], someSource)).inner[1]!;
    expect(unescaped(valueOf(event, "SUMMARY"))).toBe(shown);
    // The library takes a backslash before an n for a line end.
    if (!shown.includes("\\n")) expect(only(someEvent(someSession({ title }))).summary).toBe(shown);
  });

  it("keeps hostile names, topics, logins and zones where they belong", () => {
    const hostile = "a,b;c\\d\r\nATTENDEE:mailto:x@y.example\u0000";
    const session = someSession({
      topics: [hostile],
      languages: [hostile],
      hosts: [hostile],
      link: 'https://meet.example/a,b;c\\d?e=\r\nX:1#f"g',
      linkFor: "everyone",
      timeZone: "europe/berlin",
    });
    const calendar = readComponents(toCalendar([someEvent(session)], { ...someSource, name: hostile }));
    const shown = "a,b;c\\d ATTENDEE:mailto:x@y.example";
    for (const it of ["NAME", "X-WR-CALNAME"]) {
      expect(valueOf(calendar, it)).toBe("a\\,b\\;c\\\\d ATTENDEE:mailto:x@y.example");
    }
    const event = calendar.inner.find(({ name }) => name === "VEVENT")!;
    expect(linesOf(event, "ATTENDEE")).toEqual([]);
    expect(unescaped(valueOf(event, "DESCRIPTION"))).toContain(
      `Topics: ${shown}\nLanguages: ${shown}\nHost: ${shown}\n`,
    );
    // An address is no text, and is not escaped.
    expect(valueOf(event, "URL")).toBe("https://meet.example/a%2Cb%3Bc/d?e=X:1#f%22g");
    expect(linesOf(event, "DTSTART")[0]).toMatchObject({ params: { TZID: "Europe/Berlin" } });
  });

  it("leaves out a link that is no web address", () => {
    const session = someSession({ link: "javascript:alert(1)", linkFor: "everyone" });
    expect(toCalendar([someEvent(session)], someSource)).not.toContain("javascript");
  });
});
