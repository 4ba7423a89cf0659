import type { BusinessCalendar } from "../src/business-time/calendar.ts";
import type { CalendarsConfig } from "../src/business-time/calendars-config.ts";
import { calendarsOf } from "../src/business-time/calendars-of.ts";
import { readHolidays } from "../src/business-time/ics/read-holidays.ts";
import { loadConfig } from "../src/config/load.ts";
import { print } from "./figures.ts";

const from = new Date("2026-11-24T09:30:00Z");
const config = `calendars:
  office:
    timezone: Europe/Prague
    hours: { mon-fri: ["09:00-12:00", "13:00-17:00"] }
    holidays: [01-01, 05-01, 05-08, 07-05, 07-06, 09-28, 10-28, 11-17, 12-24..12-26, 2026-04-03, 2026-04-06]
    holidays-file: holidays.ics
`;

/** Fifteen holidays of every year, as a calendar program writes them. */
const holidays = icsOf(
  Array.from({ length: 15 }, (_, index) => [
    `DTSTART;VALUE=DATE:2020${two((index % 12) + 1)}${two(index + 3)}`,
    "RRULE:FREQ=YEARLY",
  ]),
);

const calendars = readCalendars();
once("a calendar from a config, with its file of 15 yearly rules", () => load());
once("the same again, which is known", () => load());
const calendar = load();
once("the first question, two weeks", () => calendar.secondsBetween(from, days(14)));
once("the first target of 2,000 h, a year ahead", () => calendar.addSeconds(from, 2_000 * 3600));
once("the first target of 87,600 h, 45 years ahead", () => calendar.addSeconds(from, 87_600 * 3600));
each("seconds between two moments of two weeks", (index) => calendar.secondsBetween(from, days(index % 14)));
each("seconds between two moments of ten years", (index) => calendar.secondsBetween(from, days(index % 3_650)));
each("a target of up to 80 h", (index) => calendar.addSeconds(from, (index % 80) * 3600));
each("a target of up to 20,000 h", (index) => calendar.addSeconds(from, (index % 20_000) * 3600));
each("is it open?", (index) => calendar.isOpenAt(days(index % 365)));
each("when does it open?", (index) => calendar.nextOpening(days(index % 365)));

console.log("\nfiles of holidays\n");

file("15 rules of every year", holidays);
file("2,000 days", icsOf(Array.from({ length: 2_000 }, (_, index) => [`DTSTART;VALUE=DATE:${icsDay(index)}`])));
file(
  "200 rules of every year",
  icsOf(Array.from({ length: 200 }, (_, index) => [`DTSTART;VALUE=DATE:${icsDay(index)}`, "RRULE:FREQ=YEARLY"])),
);
console.log("\nfiles that are made to take long\n");
file("each year since the year 1, 1,000 times", repeated("DTSTART:00010101", "RRULE:FREQ=YEARLY"));
const positions = Array.from({ length: 50 }, (_, index) => index + 1).join(",");
file(
  "one of fifty days, 1,000 times",
  repeated("DTSTART:20000101", `RRULE:FREQ=YEARLY;BYYEARDAY=${positions};BYSETPOS=50`),
);
file(
  "a rule that never comes true, 1,000 times",
  repeated("DTSTART:20000101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
);
file("a rule by seconds, 1,000 times", repeated("DTSTART:20000101", "RRULE:FREQ=SECONDLY"));
file(
  "10,000 events by the clock of a zone",
  icsOf(Array.from({ length: 10_000 }, () => ["DTSTART;TZID=Asia/Tokyo:20260101T090000", "DURATION:PT1H"])),
);

function load(): BusinessCalendar {
  const loaded = calendarsOf(calendars, new Map([["holidays.ics", holidays]])).byName.get("office");
  if (loaded === undefined) throw new Error("there is no such calendar");
  return loaded;
}

function readCalendars(): CalendarsConfig {
  const loaded = loadConfig(config);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.config.calendars;
}

function days(count: number): Date {
  return new Date(from.getTime() + count * 86_400_000);
}

function once(what: string, run: () => unknown): void {
  const start = performance.now();
  run();
  print(what, `${(performance.now() - start).toFixed(2)} ms`);
}

/** The same many times, each with another number. */
function each(what: string, run: (index: number) => unknown): void {
  const times = 200_000;
  for (let index = 0; index < times / 10; index++) run(index);
  const start = performance.now();
  for (let index = 0; index < times; index++) run(index);
  print(what, `${(((performance.now() - start) / times) * 1e6).toFixed(0)} ns`);
}

function file(what: string, text: string): void {
  const start = performance.now();
  const { closures, problems } = readHolidays(text, "Europe/Prague");
  const took = `${(performance.now() - start).toFixed(0)} ms, ${closures.days.length} days`;
  const [first] = problems;
  print(what, first === undefined ? took : `${took}; told: ${first.message}`);
}

function repeated(...lines: readonly string[]): string {
  return icsOf(Array.from({ length: 1_000 }, () => lines));
}

function icsOf(events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((it) => ["BEGIN:VEVENT", ...it, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** Days one after another, from 2020 on. */
function icsDay(index: number): string {
  return new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10).replaceAll("-", "");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
