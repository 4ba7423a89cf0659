import { type ReadRule, type Frequency, frequencies, type Rule, type Weekday, weekdays } from "./rule.ts";
import { misfit } from "./rule-misfits.ts";
import { readUntil } from "./read-until.ts";

/**
 * The value of an RRULE as RFC 5545 has it (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10), with or without
 * `RRULE:` before it. Libraries take what they do not know for nothing (a `BYMONTHDAY=45` is left out, and the session is
 * held on other days), so each part is read here, and refused with the reason. So is what no series of sessions needs, and
 * what cannot be reckoned in bounded time: more than once an hour, seconds, other calendars.
 */
export function readRule(text: string): ReadRule {
  const parts = splitParts(text.trim().replace(/^RRULE:/iu, ""));
  if ("problem" in parts) return parts;
  let read: Partial<Rule> = {};
  for (const [name, value] of parts.values) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    const part = reader ? reader(value) : unknownPart(name);
    if (typeof part === "string") return { problem: part };
    read = { ...read, ...part };
  }
  const { frequency } = read;
  if (!frequency) return { problem: "has no `FREQ`: begin with `FREQ=WEEKLY;`" };
  const rule: Rule = { interval: 1, weekStart: "MO", ...read, frequency };
  const problem = misfit(rule);
  return problem === undefined ? { rule } : { problem };
}

function splitParts(text: string): { readonly values: ReadonlyMap<string, string> } | { readonly problem: string } {
  if (!text.includes("=")) return { problem: "must be an RRULE such as `FREQ=WEEKLY;BYDAY=TU`" };
  if (/\s/u.test(text)) {
    return { problem: "must be one RRULE without spaces or lines: other dates go into `extra` and `except`" };
  }
  const values = new Map<string, string>();
  for (const part of text.split(";")) {
    const [, name, value] = /^([A-Z-]+)=(.+)$/iu.exec(part) ?? [];
    if (part === "") return { problem: "has a `;` too many" };
    if (name === undefined || value === undefined) {
      return { problem: `\`${part}\` is no part of a rule: write parts as \`FREQ=WEEKLY;BYDAY=TU\`` };
    }
    if (values.has(name.toUpperCase())) return { problem: `has \`${name.toUpperCase()}\` twice` };
    values.set(name.toUpperCase(), value.toUpperCase());
  }
  return { values };
}

/** What a part says, or what is wrong with it. */
type Reader = (value: string) => Partial<Rule> | string;

const readers: Readonly<Record<string, Reader>> = {
  FREQ: (value) => {
    const frequency = frequencies.find((it) => it === value);
    return frequency ? { frequency } : freqProblem(value);
  },
  INTERVAL: (value) => {
    const interval = wholeNumber(value) ?? 0;
    return interval >= 1 && interval <= 1_000 ? { interval } : "`INTERVAL` must be a whole number from 1 to 1000";
  },
  COUNT: (value) => {
    const count = wholeNumber(value) ?? 0;
    if (count >= 1 && count <= maxCount) return { count };
    return `\`COUNT\` must be a whole number from 1 to ${maxCount}; leave it out for a series that goes on`;
  },
  UNTIL: (value) => {
    const until = readUntil(value);
    if (until) return { until };
    return "`UNTIL` must be a day that there is, such as `20261231`, or a time such as `20261231T170000Z`";
  },
  BYDAY: (value) => {
    const byDay = value.split(",").map((it) => it.replace(/^\+/u, ""));
    const wrong = byDay.find((it) => !isDay(it));
    if (wrong === undefined) return { byDay };
    return `\`BYDAY\` must list days such as \`TU\`, \`1TU\` or \`-1FR\`, and has \`${wrong}\``;
  },
  WKST: (value) => {
    const weekStart = weekdays.find((it) => it === value);
    return weekStart ? { weekStart } : `\`WKST\` must be one of ${weekdays.join(", ")}`;
  },
  BYMONTH: numbers("BYMONTH", "byMonth", { from: 1, to: 12 }),
  BYMONTHDAY: numbers("BYMONTHDAY", "byMonthDay", { from: 1, to: 31, fromEnd: true }),
  BYYEARDAY: numbers("BYYEARDAY", "byYearDay", { from: 1, to: 366, fromEnd: true }),
  BYWEEKNO: numbers("BYWEEKNO", "byWeekNo", { from: 1, to: 53, fromEnd: true }),
  BYHOUR: numbers("BYHOUR", "byHour", { from: 0, to: 23 }),
  BYMINUTE: numbers("BYMINUTE", "byMinute", { from: 0, to: 59 }),
  BYSETPOS: numbers("BYSETPOS", "bySetPos", { from: 1, to: 366, fromEnd: true }),
};

/** Twenty years of weeks. */
const maxCount = 1_000;

/** Each odd week of a year has room, and a year written day by day has not: it would take a hundred times as long. */
const maxValues = 31;

type NumbersKey = "byMonth" | "byMonthDay" | "byYearDay" | "byWeekNo" | "byHour" | "byMinute" | "bySetPos";

interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether `-1` is the last. */
  readonly fromEnd?: true;
}

function numbers(name: string, key: NumbersKey, { from, to, fromEnd }: Range): Reader {
  return (value) => {
    const read = value.split(",").map((it) => ({ written: it, number: wholeNumber(it, fromEnd) }));
    const wrong = read.find(({ number = Number.NaN }) => !(Math.abs(number) >= from && Math.abs(number) <= to));
    if (wrong) {
      const last = fromEnd ? `, or from -1 to -${to}, counted from the end` : "";
      return `\`${name}\` must list whole numbers from ${from} to ${to}${last}, and has \`${wrong.written}\``;
    }
    if (read.length > maxValues) return `\`${name}\` lists ${read.length} values, and at most ${maxValues} are read`;
    return { [key]: [...new Set(read.map(({ number = 0 }) => number))].toSorted((a, b) => a - b) };
  };
}

function wholeNumber(text: string, mayBeNegative?: true): number | undefined {
  const isNumber = (mayBeNegative ? /^[+-]?\d{1,6}$/u : /^\d{1,6}$/u).test(text);
  return isNumber ? Number(text) : undefined;
}

function isDay(text: string): boolean {
  const [, number, day] = /^(-?\d{1,2})?([A-Z]{2})$/u.exec(text) ?? [];
  const isWeekday = weekdays.some((it: Weekday) => it === day);
  return isWeekday && (number === undefined || (Number(number) !== 0 && Math.abs(Number(number)) <= 53));
}

function freqProblem(value: string): string {
  const often: readonly string[] = ["HOURLY", "MINUTELY", "SECONDLY"];
  const list = frequencies.map((it: Frequency) => `\`${it}\``).join(", ");
  if (!often.includes(value)) return `\`FREQ\` must be one of ${list}, and is \`${value}\``;
  return `\`FREQ=${value}\` is too often for sessions: for several a day write \`FREQ=DAILY;BYHOUR=9,15\``;
}

function unknownPart(name: string): string {
  switch (name) {
    case "BYSECOND":
      return "`BYSECOND` cannot be: sessions start at full minutes";
    case "RSCALE":
    case "SKIP":
      return `\`${name}\` cannot be: rules are of the Gregorian calendar`;
    case "DTSTART":
      return "`DTSTART` goes into `start` and `timezone`";
    case "EXDATE":
      return "`EXDATE` goes into `except`";
    case "RDATE":
      return "`RDATE` goes into `extra`";
    default:
      return `\`${name}\` is no part of a rule; there are ${Object.keys(readers).join(", ")}`;
  }
}
