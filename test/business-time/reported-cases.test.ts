import { describe, expect, it } from "vitest";
import { addSecondsWithPauses, secondsWithoutPauses } from "../../src/business-time/pauses.ts";
import { calendarOf, hoursBetween } from "./calendar-of.ts";

const time = (text: string) => new Date(text).getTime();
const span = (from: string, to: string) => ({ from: time(from), to: time(to) });

/** What users of other tools reported about their calendars, with the address of the report. */
describe("what others got wrong", () => {
  // https://github.com/chatwoot/chatwoot/pull/13392: a deadline by the wall clock, Friday 17:30.
  it("goes on after the weekend", () => {
    const calendar = calendarOf("timezone: UTC\nhours: { mon-fri: 09:00-17:00 }");
    expect(calendar.addSeconds(new Date("2026-01-30T16:30Z"), 3600)).toEqual(new Date("2026-02-02T09:30Z"));
    expect(calendar.addSeconds(new Date("2026-01-28T10:00Z"), 7200)).toEqual(new Date("2026-01-28T12:00Z"));
    expect(calendar.addSeconds(new Date("2026-01-28T07:00Z"), 7200)).toEqual(new Date("2026-01-28T11:00Z"));
  });

  // https://github.com/zammad/zammad/issues/390: 48 h of 12-hour days are four days, when no feed calls St. Martin's a holiday.
  it("counts the hours of business days, and an observance is no holiday", () => {
    const feed = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "DTSTART;VALUE=DATE:20161111",
      "DTEND;VALUE=DATE:20161112",
      "UID:20161111_60o30d9hcco30c1g60o30dr56c@google.com",
      "DESCRIPTION:Gedenktag\\nDamit Gedenktage ausgeblendet werden\\, rufe die Google Kalender-Einstellungen auf",
      "SUMMARY:Martinstag",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n");
    const calendar = calendarOf("timezone: Europe/Berlin\nhours: { mon-sun: 09:00-21:00 }\nholidays-file: de.ics", {
      "de.ics": feed,
    });
    const due = calendar.addSeconds(new Date("2016-11-09T23:00+01:00"), 48 * 3600);
    expect(due).toEqual(new Date("2016-11-13T21:00+01:00"));
  });

  // https://github.com/zammad/zammad/issues/3180: around the clock was closed for the last minute of each day.
  it("is never closed around the clock", () => {
    for (const hours of ["24/7", "{ mon-sun: 00:00-24:00 }"]) {
      const calendar = calendarOf(`timezone: Europe/Vilnius\nhours: ${hours}`);
      expect(hoursBetween(calendar, "2020-09-04T12:00Z", "2020-09-11T12:00Z")).toBe(168);
    }
  });

  // https://github.com/zammad/zammad/issues/2497: hours up to 00:00 sent the reckoning into an endless loop.
  it("ends at midnight where 00:00 is the end", () => {
    const calendar = calendarOf("timezone: America/Los_Angeles\nhours: { mon-sat: 09:00-00:00 }");
    const due = calendar.addSeconds(new Date("2019-02-05T21:40:28Z"), 120 * 60);
    expect(due).toEqual(new Date("2019-02-05T23:40:28Z"));
    expect(hoursBetween(calendar, "2019-02-05T00:00-08:00", "2019-02-06T00:00-08:00")).toBe(15);
  });

  // https://github.com/zammad/zammad/issues/5076: the day after each holiday was one as well.
  it("does not close the day on which a holiday has ended", () => {
    const feed =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20240401\nDTEND;VALUE=DATE:20240402\nEND:VEVENT\nEND:VCALENDAR\n";
    const calendar = calendarOf("timezone: Europe/Berlin\nhours: { mon-fri: 09:00-17:00 }\nholidays-file: de.ics", {
      "de.ics": feed,
    });
    expect(hoursBetween(calendar, "2024-04-01T00:00+02:00", "2024-04-03T00:00+02:00")).toBe(8);
  });

  // https://github.com/zammad/zammad/issues/4432: reminders came at midnight and on weekends.
  it("tells when somebody is there to be reminded", () => {
    const calendar = calendarOf("timezone: Europe/Berlin\nhours: { mon-fri: 09:00-17:00 }");
    expect(calendar.nextOpening(new Date("2022-12-17T00:00+01:00"))).toEqual(new Date("2022-12-19T09:00+01:00"));
  });

  // https://github.com/chatwoot/chatwoot/issues/2882 and https://github.com/grafana-cold-storage/oncall/issues/3261:
  // the offset of the day on which the hours were written held for the whole year.
  it("opens at the same time of the wall clock in summer and in winter", () => {
    const calendar = calendarOf("timezone: Europe/London\nhours: { mon-sun: 08:30-17:30 }");
    expect(calendar.nextOpening(new Date("2023-10-28T00:00Z"))).toEqual(new Date("2023-10-28T07:30Z"));
    expect(calendar.nextOpening(new Date("2023-10-29T00:00Z"))).toEqual(new Date("2023-10-29T08:30Z"));
  });

  // https://github.com/chatwoot/chatwoot/issues/6733: "9pm - 2am on Monday" is Monday to midnight and Tuesday to two.
  it("takes hours that go past midnight", () => {
    const calendar = calendarOf("timezone: America/Chicago\nhours: { mon: 21:00-02:00 }");
    expect(hoursBetween(calendar, "2023-03-20T00:00-05:00", "2023-03-27T00:00-05:00")).toBe(5);
    expect(calendar.isOpenAt(new Date("2023-03-21T01:59-05:00"))).toBe(true);
  });

  // https://github.com/lennym/moment-business-time/issues/58: an hour added in the hour that is repeated was none.
  it("counts the hour that is repeated", () => {
    const calendar = calendarOf("timezone: Europe/Amsterdam\nhours: { mon-sun: 00:00-10:00 }");
    const due = calendar.addSeconds(new Date("2022-10-30T02:00+02:00"), 3600);
    expect(due).toEqual(new Date("2022-10-30T02:00+01:00"));
  });

  // https://github.com/chatwoot/chatwoot/issues/14009: a question at lunch counted as one in business hours.
  it("leaves lunch out", () => {
    const calendar = calendarOf('timezone: America/Sao_Paulo\nhours: { mon-fri: ["08:00-12:00", "13:30-18:00"] }');
    expect(calendar.isOpenAt(new Date("2026-04-06T12:30-03:00"))).toBe(false);
    expect(calendar.addSeconds(new Date("2026-04-06T12:30-03:00"), 3600)).toEqual(new Date("2026-04-06T14:30-03:00"));
  });

  // https://github.com/chatwoot/chatwoot/pull/12058, https://github.com/chatwoot/chatwoot/issues/7679: the days between
  // a close and a reopening counted.
  it("leaves out the time between a close and a reopening", () => {
    const calendar = calendarOf("timezone: UTC\nhours: 24/7");
    const closed = span("2025-07-21T09:05Z", "2025-07-25T14:00Z");
    const seconds = secondsWithoutPauses(calendar, span("2025-07-21T09:00Z", "2025-07-25T14:10Z"), [closed]);
    expect(seconds).toBe(15 * 60);
    expect(addSecondsWithPauses(calendar, time("2025-07-21T09:00Z"), 15 * 60, [closed])).toEqual(
      new Date("2025-07-25T14:10Z"),
    );
  });

  // https://github.com/zammad/zammad/issues/3140: the clock ran while the customer was to answer.
  it("leaves out the time of waiting, in business hours alone", () => {
    const calendar = calendarOf("timezone: UTC\nhours: { mon-fri: 09:00-17:00 }");
    const waiting = [span("2026-11-23T16:00Z", "2026-11-24T10:00Z"), span("2026-11-24T09:30Z", "2026-11-24T11:00Z")];
    expect(secondsWithoutPauses(calendar, span("2026-11-23T15:00Z", "2026-11-24T12:00Z"), waiting) / 3600).toBe(2);
    expect(addSecondsWithPauses(calendar, time("2026-11-23T15:00Z"), 2 * 3600, waiting)).toEqual(
      new Date("2026-11-24T12:00Z"),
    );
  });
});
