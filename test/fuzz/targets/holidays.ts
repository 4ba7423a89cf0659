import assert from "node:assert/strict";
import fc from "fast-check";
import { readHolidays } from "../../../src/business-time/ics/read-holidays.ts";
import { plainTarget } from "../target.ts";

const words = [
  "BEGIN:VCALENDAR\r\n",
  "END:VCALENDAR\r\n",
  "BEGIN:VEVENT\r\n",
  "END:VEVENT\r\n",
  "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
  "DTSTART;VALUE=DATE:20261224\r\n",
  "DTSTART:20261224T090000Z\r\n",
  "DTSTART;TZID=Europe/Berlin:20261224T090000\r\n",
  "DTSTART;TZID=Here:20261224T023000\r\n",
  "DTEND;VALUE=DATE:20261225\r\n",
  "DTEND;VALUE=DATE:99991231\r\n",
  "DURATION:P1D\r\n",
  "DURATION:-PT1S\r\n",
  "DURATION:P99999999W\r\n",
  "RRULE:FREQ=YEARLY\r\n",
  "RRULE:FREQ=DAILY;COUNT=1000000000\r\n",
  "RRULE:FREQ=SECONDLY;INTERVAL=0\r\n",
  "RRULE:FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=-1\r\n",
  "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
  "RRULE:FREQ=WEEKLY;UNTIL=00000000\r\n",
  "RDATE;VALUE=DATE:20261231,20270101\r\n",
  "EXDATE;VALUE=DATE:20261224\r\n",
  "RECURRENCE-ID;VALUE=DATE:20261224\r\n",
  "UID:1@example.com\r\n",
  "SEQUENCE:2\r\n",
  "SUMMARY:Day\\, off\r\n",
  "STATUS:CANCELLED\r\n",
  "TRANSP:TRANSPARENT\r\n",
  " folded\r\n",
  'X-A;B="c:d":e\r\n',
];

const event = fc
  .array(fc.constantFrom(...words.slice(5)), { maxLength: 8 })
  .map((lines) => `BEGIN:VEVENT\r\n${lines.join("")}END:VEVENT\r\n`);
const calendar = fc
  .array(fc.oneof(event, fc.constantFrom(...words)), { maxLength: 8 })
  .map((all) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${all.join("")}END:VCALENDAR\r\n`);

function check(input: string): void {
  const { closures, problems } = readHolidays(input, "Europe/Prague");
  const lines = input.split(/\r\n|\r|\n/u).length;
  for (const { line, column, message } of problems) {
    assert.ok(line >= 1 && line <= lines && column >= 1, `problem at ${line}:${column} of ${lines} lines`);
    assert.ok(message !== "" && message.length < 1_000, "a problem is said in words");
  }
  assert.ok(closures.days.every(Number.isSafeInteger), "days are days");
  for (const { from, to } of closures.spans) assert.ok(Number.isFinite(from) && from <= to, `from ${from} to ${to}`);
  assert.ok(closures.days.length + closures.spans.length < 60_000, "what is reckoned has a bound");
}

export const holidays = plainTarget({
  name: "holidays",
  oracle: "an iCalendar file is days and spans in their order, bounded, or problems with places; nothing throws",
  inputs: calendar,
  words,
  maxLength: 100_000,
  boundMs: 1_500,
  check,
});
