import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { notATime, tooManyBookings } from "../../../src/features/office-hours/messages/refusals.ts";
import { saySlot, toCommand } from "../../../src/features/office-hours/messages/say-slot.ts";
import { sessionList } from "../../../src/features/office-hours/messages/session-list.ts";
import { changeNotice } from "../../../src/features/office-hours/messages/change-notice.ts";
import { sessionSection, type SectionFacts } from "../../../src/features/office-hours/messages/session-section.ts";
import type { Session } from "../../../src/sessions/session.ts";
import { aBooking } from "../../helpers/bookings.ts";

const items = OfficeHoursConfig.parse({}).prepare;
const at = (time: string) => new Date(`2026-12-08T${time}:00Z`);
const session: Session = {
  series: "clinic",
  key: "2026-12-08T13:00Z",
  kind: "office-hours",
  title: "Office hours",
  start: at("13:00"),
  end: at("14:00"),
  timeZone: "Europe/Berlin",
  slots: [{ index: 0, start: at("13:00"), end: at("13:30") }],
  hosts: ["hana"],
  link: "https://meet.example.com/clinic",
  linkFor: "booked",
  languages: ["en"],
  topics: [],
};

const section = (given: Partial<Booking> = {}, facts: Partial<SectionFacts> = {}) =>
  sessionSection({
    booking: aBooking(given),
    session,
    items,
    isAnswered: false,
    mark: "outcome",
    ...facts,
  })(english);

describe("the section about a booking", () => {
  it("says when, in UTC and the session's zone, with a link to the reader's own time", () => {
    expect(section()).toContain(
      "**Tuesday, 8 December 2026, 13:00–13:30 UTC** (14:00–14:30 in Europe/Berlin, [in your time zone](<https://www.timeanddate.com/worldclock/fixedtime.html?iso=20261208T1300&p1=1440>))",
    );
  });

  it.each<readonly [string, Partial<Booking>, readonly string[]]>([
    [
      "booked",
      {},
      ["hana holds it", "[Where to meet]", "- [ ] Which versions", "/office-hours move", "/office-hours cancel"],
    ],
    ["without a host", { hosts: [] }, ["still to be named"]],
    ["with two hosts", { hosts: ["hana", "mia"] }, ["hana and mia hold it"]],
    ["prepared", { prepared: ["versions", "log", "tried"] }, ["is here:", "- [x] Which versions"]],
    ["over", { state: "over" }, ["hana, please write down", "`/outcome"]],
    ["over without a host", { state: "over", hosts: [] }, ["Whoever held it, please"]],
    ["missed", { state: "no-show" }, ["was missed", "The next word is", "/office-hours"]],
    [
      "called off by its session",
      { state: "cancelled", cancelled: "session-cancelled" },
      ["no longer planned. To have another one, comment `/office-hours`."],
    ],
    ["given back", { state: "cancelled", cancelled: "asked" }, ["given back"]],
    ["closed", { state: "cancelled", cancelled: "thread-closed" }, ["was closed"]],
    ["a meeting that is over, of which its request tells", { kind: "request", state: "over" }, ["was on"]],
    [
      "a meeting that was given back",
      { kind: "request", state: "cancelled", cancelled: "asked" },
      ["ask a maintainer for `/meeting`"],
    ],
    [
      "at another time",
      { moved: { from: "2026-12-08T12:00:00.000Z", to: "2026-12-08T12:30:00.000Z" } },
      ["Moved from Tuesday, 8 December 2026, 12:00 UTC."],
    ],
    [
      "of another length",
      { moved: { from: "2026-12-08T13:00:00.000Z", to: "2026-12-08T14:00:00.000Z" } },
      ["Before, it was to end on Tuesday, 8 December 2026, 14:00 UTC."],
    ],
    ["a meeting", { kind: "request" }, ["a meeting about this request"]],
  ])("is %s", (_, given, parts) => {
    const text = section(given);
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toContain("@");
    const showsLink = (given.state ?? "booked") === "booked";
    expect(text.includes("meet.example.com")).toBe(showsLink);
  });

  it("leaves it to what is told of the request to say that a bot speaks", () => {
    expect(section({ kind: "request" })).not.toContain("I am a bot");
    expect(section()).toContain("I am a bot");
  });

  it("asks nothing of a meeting about a request that is there to prepare questions", () => {
    expect(section({ kind: "request" })).not.toContain("- [ ]");
  });

  it("shows the outcome, and of a meeting where it stands", () => {
    const outcome = {
      by: "hana",
      at: "2026-12-08T14:00:00Z",
      text: "Done",
      comment: "DC_9",
      url: "https://example.com/12#c-9",
    };
    const text = section({ state: "done", outcome });
    expect(text).toContain("([comment](<https://example.com/12#c-9>)):\n\n> Done");
    expect(text).toContain("marked as the answer");
    expect(section({ state: "done", outcome }, { mark: "impossible" })).toContain("I marked none");
    expect(section({ kind: "request", state: "done", outcome })).toContain("[by hana](<https://example.com/12#c-9>)");
    expect(section({ kind: "request", state: "over" })).not.toContain("/outcome");
  });

  it("notifies nobody and links back to nothing, whatever people and configs call things", () => {
    const hostile = "@everyone #12 acme/widgets#3 <script> ](x) `/office-hours` fixes #4\n\n# h";
    const texts = [
      section({ sessionTitle: hostile, hosts: [hostile], timeZone: "Europe/Berlin" }),
      section({ state: "cancelled", cancelled: "session-full", sessionTitle: hostile }),
      section({}, { items: [{ name: "x", ask: hostile, "found-by": "log" }] }),
      tooManyBookings([aBooking({ title: hostile })], 1)(english),
      sessionList([{ ...session, title: hostile, hosts: [hostile], topics: [hostile] }], {
        taken: [],
        hosts: new Set([hostile]),
        notice: "4h",
        now: at("01:00"),
        kind: "office-hours",
        number: 12,
      })(english),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/@everyone|(?<!\\)#\d|<script>/u);
    }
  });
});

describe("what is no time", () => {
  it.each([
    ["a date is written like `2026-12-15`; did you mean `2026-11-30`?", "`2026-11-30`? Write a day"],
    ["there is no such day", "there is no such day. Write a day"],
    [undefined, "as a time. Write a day"],
  ])("is refused in whole sentences: %s", (day, part) => {
    expect(notATime("tomorrow", day === undefined ? undefined : () => day)(english)).toContain(part);
  });
});

describe("the list of sessions", () => {
  const listed = (given: Partial<Session>, taken: Parameters<typeof sessionList>[1]["taken"] = [], now = at("01:00")) =>
    sessionList([{ ...session, ...given }], {
      taken,
      hosts: new Set(["hana"]),
      notice: "4h",
      now,
      kind: given.kind ?? "office-hours",
      number: 12,
    })(english);
  const slot = { number: 99, series: "clinic", session: session.key, slot: 0, start: at("13:00"), end: at("13:30") };

  it.each<readonly [string, string, readonly string[]]>([
    ["times in both zones", listed({}), ["13:00–14:00 UTC", "14:00–15:00 in Europe/Berlin", "in your time zone"]],
    [
      "languages and topics",
      listed({ languages: ["en", "de"], topics: ["deployment"] }),
      ["in English and German", "about deployment"],
    ],
    ["what is free, as a command", listed({}), ["**Free:** `/office-hours 2026-12-08 14:00`"]],
    [
      "what the discussion has itself, and that another one is taken instead",
      listed({ slots: [...session.slots, { index: 1, start: at("13:30"), end: at("14:00") }] }, [
        { ...slot, number: 12 },
      ]),
      ["This discussion has 14:00. **Free:** `/office-hours move 2026-12-08 14:30`"],
    ],
    ["that the rest is full", listed({}, [{ ...slot, number: 12 }]), ["This discussion has 14:00. **Else full.**"]],
    ["that it is full", listed({}, [slot]), ["**Full.**"]],
    ["that it is too late", listed({}, [], at("12:00")), ["Too late to book."]],
    ["a host who may triage", listed({ hosts: ["hana", "sam"] }), ["with hana. "]],
    ["that nobody is named", listed({ hosts: ["sam"] }), ["host to be named"]],
    ["the link that is for everyone", listed({ linkFor: "everyone" }), ["meet.example.com"]],
    [
      "that `/meeting` books of meetings",
      listed({ kind: "request" }),
      ["**1 free.**", "People with write rights book the next free one by `/meeting`"],
    ],
  ])("shows %s", (_, text, parts) => {
    for (const part of parts) expect(text).toContain(part);
  });

  it("shows no link that is for those who have a slot, and says when nothing is planned", () => {
    expect(listed({})).not.toContain("meet.example.com");
    const none = {
      taken: [],
      hosts: new Set<string>(),
      notice: "4h",
      now: at("01:00"),
      kind: "office-hours",
      number: 12,
    } as const;
    expect(sessionList([], none)(english)).toContain("No session is planned");
  });

  it("says once what those of a series are about, and for each when it is, with whom, and what is free", () => {
    const of = (day: number, more: Partial<Session> = {}): Session => {
      const start = new Date(`2026-12-${String(day).padStart(2, "0")}T13:00:00Z`);
      const end = new Date(start.getTime() + 1_800_000);
      return {
        ...session,
        start,
        end,
        slots: [{ index: 0, start, end }],
        languages: ["en", "pt-BR"],
        topics: ["a", "b", "c"],
        ...more,
      };
    };
    const sessions = [
      of(8),
      of(10, { title: "Roadmap", languages: [], topics: [], linkFor: "everyone" }),
      of(15, { hosts: [] }),
    ];
    const facts = { taken: [], hosts: new Set(["hana"]), notice: "4h", now: at("01:00"), number: 12 } as const;
    const lines = sessionList(sessions, { ...facts, kind: "office-hours" })(english).split("\n");
    expect(lines.filter((it) => !it.startsWith("- ") && it !== "")).toEqual([
      "The next sessions of **Office hours**, in English and Brazilian Portuguese, about a, b and c:",
      "The next sessions of **Roadmap**, [where to meet](<https://meet.example.com/clinic>):",
    ]);
    expect(lines.filter((it) => it.startsWith("- ")).map((it) => it.replace(/\(.+\)\),/u, "(…),"))).toEqual([
      "- **Tuesday, 8 December 2026, 13:00–13:30 UTC** (…), with hana. **Free:** `/office-hours 2026-12-08 14:00`",
      "- **Tuesday, 15 December 2026, 13:00–13:30 UTC** (…), host to be named. **Free:** `/office-hours 2026-12-15 14:00`",
      "- **Thursday, 10 December 2026, 13:00–13:30 UTC** (…), with hana. **Free:** `/office-hours 2026-12-10 14:00`",
    ]);
  });
});

describe("the comment about a changed time", () => {
  it("says once that a slot is called off, and why", () => {
    const text = changeNotice(aBooking({ state: "cancelled", cancelled: "session-full" }), [])(english);
    expect(text).toMatch(
      /^@ann, your slot in \*\*Office hours\*\* on \*\*Tuesday, .+ is called off\. The session has fewer slots than before\.$/mu,
    );
  });

  it("calls the asker, and nobody else", () => {
    const text = changeNotice(aBooking({ hosts: ["hana"] }), [])(english);
    expect(text.match(/@\w+/gu)).toEqual(["@ann"]);
    expect(text).toContain("/office-hours move");
    const { for: _, ...ofNobody } = aBooking({ state: "cancelled", cancelled: "session-cancelled" });
    expect(changeNotice(ofNobody, [])(english)).not.toContain("@");
  });

  it("tells what has changed: the time, or how long it is", () => {
    const end = "2026-12-08T14:00:00.000Z";
    expect(changeNotice(aBooking({ moved: { from: "2026-12-08T12:00:00.000Z", to: end } }), [])(english)).toContain(
      "is at another time now",
    );
    expect(changeNotice(aBooking({ moved: { from: "2026-12-08T13:00:00.000Z", to: end } }), [])(english)).toContain(
      "has another length now",
    );
  });

  it("offers what is free instead", () => {
    const cancelled = aBooking({ state: "cancelled", cancelled: "session-full" });
    const next = [{ session, slot: session.slots[0]! }];
    expect(changeNotice(cancelled, next)(english)).toContain("`/office-hours 2026-12-08 14:00`");
    expect(changeNotice({ ...cancelled, kind: "request" }, [])(english)).toContain("`/meeting`");
    expect(changeNotice(cancelled, undefined)(english)).toContain("No other session is planned, so it goes on");
    expect(changeNotice({ ...cancelled, kind: "request" }, undefined)(english)).toContain(
      "No other meeting is planned",
    );
  });
});

describe("a time", () => {
  it("is said once where the session's zone is UTC", () => {
    expect(saySlot({ start: at("13:00"), end: at("13:30"), timeZone: "UTC" })(english)).not.toContain("in UTC,");
  });

  it("is each of the two where the session's clocks show one hour twice", () => {
    // https://github.com/CarsonHoffman/office-hours-queue/issues/16
    const twice = (hour: string) => new Date(`2026-10-25T${hour}:00Z`);
    const first = saySlot({ start: twice("00:30"), end: twice("01:00"), timeZone: "Europe/Berlin" })(english);
    const second = saySlot({ start: twice("01:30"), end: twice("02:00"), timeZone: "Europe/Berlin" })(english);
    expect(first).toContain("00:30–01:00 UTC** (02:30–02:00 in Europe/Berlin");
    expect(second).toContain("01:30–02:00 UTC** (02:30–03:00 in Europe/Berlin");
    const slots = ["00:30", "01:30"].map((it, index) => ({ index, start: twice(it), end: twice("02:00") }));
    const commands = slots.map((slot) => toCommand({ session, slot }));
    expect(commands).toEqual(["`/office-hours 2026-10-25 02:30`", "`/office-hours 2026-10-25 01:30Z`"]);
  });
});
