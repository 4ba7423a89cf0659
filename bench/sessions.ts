import { loadConfig } from "../src/config/load.ts";
import { calendarsOf } from "../src/business-time/calendars-of.ts";
import { toRota } from "../src/rota/to-rota.ts";
import type { SessionRules } from "../src/sessions/session-rules.ts";
import { findSession, sessionsBetween } from "../src/sessions/sessions-between.ts";
import { print } from "./figures.ts";

const from = new Date("2026-11-24T09:30:00Z");
const yearMs = 366 * 86_400_000;
const until = (years: number) => new Date(from.getTime() + years * yearMs);
const head = `calendars:
  office: { timezone: Europe/Prague, hours: { mon-fri: 09:00-17:00 }, holidays: [01-01, 05-01, 12-24..12-26] }
on-call:
  layers:
    - { name: main, people: [ann, bob], start: 2026-01-05, calendar: office }
sessions:
`;
const clinic = series("clinic", "FREQ=WEEKLY;BYDAY=TU", "calendar: office, except: [2026-12-29]");

console.log("milliseconds of CPU\n");
once("a config with one weekly series is read, for the first time", () => rulesOf(clinic));
once("the same again", () => rulesOf(clinic));
const rules = rulesOf(clinic);
once("its sessions of a year, for the first time", () => sessionsBetween(rules, from, until(1)));
each("its sessions of four weeks", 2_000, () =>
  sessionsBetween(rules, from, new Date(from.getTime() + 28 * 86_400_000)),
);
each("its sessions of a year", 200, () => sessionsBetween(rules, from, until(1)));
each("its sessions of ten years", 20, () => sessionsBetween(rules, from, until(10)));
each("one session by its key", 2_000, () => findSession(rules, { series: "clinic", session: "2026-12-08T13:00Z" }));
const named = rulesOf(series("named", "FREQ=WEEKLY;BYDAY=TU", "host: ann"));
each("a year of sessions whose host is named", 200, () => sessionsBetween(named, from, until(1)));

console.log("\nrules that are made to take long, one year\n");
const yearDays = Array.from({ length: 30 }, (_, index) => index + 101).join(",");
for (const [what, rule] of [
  ["twice a day", "FREQ=DAILY;BYHOUR=14,18"],
  ["31 days of a year", `FREQ=YEARLY;BYYEARDAY=6,${yearDays}`],
  ["all weekdays by their position", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,2,3,4,5,6,-1,-2,-3,-4,-5"],
  ["a count of a thousand", "FREQ=WEEKLY;COUNT=1000"],
] as const) {
  const it = rulesOf(series("long", rule, "host: ann"));
  each(what, 20, () => sessionsBetween(it, from, until(1)));
}

console.log("\nconfigs that are made to take long\n");
const days = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 0, 6 + index * step)).toISOString().slice(0, 10));
check("50 weekly series with 20 exceptions each", (index) =>
  series(`s${index}`, "FREQ=WEEKLY;BYDAY=TU", `host: h${index}, except: [${days(20, 7).join(", ")}]`),
);
check("50 series of 31 days of a year, with 20 exceptions each", (index) =>
  series(`s${index}`, `FREQ=YEARLY;BYYEARDAY=6,${yearDays}`, `host: h${index}, except: [${yearsOf(20)}]`),
);
check("50 rules that never match", (index) => series(`s${index}`, "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", ""));
check("50 rules with exceptions that never match", (index) =>
  series(`s${index}`, `FREQ=YEARLY;BYYEARDAY=6,${yearDays}`, `except: [${days(20, 1).slice(1).join(", ")}]`),
);
check("50 series of one host", (index) => series(`s${index}`, "FREQ=DAILY", "host: ann"));

function yearsOf(count: number): string {
  return Array.from({ length: count }, (_, index) => `${2026 + index}-01-06`).join(", ");
}

function series(name: string, rule: string, rest: string): string {
  const more = rest === "" ? "" : `, ${rest}`;
  return `  - { name: ${name}, rule: "${rule}", start: 2026-01-06 14:00, timezone: Europe/Berlin${more} }\n`;
}

function rulesOf(text: string): SessionRules {
  const loaded = loadConfig(head + text);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  const { sessions, calendars, "on-call": onCall } = loaded.config;
  const { byName } = calendarsOf(calendars, new Map());
  return { series: sessions, calendars: byName, rota: toRota(onCall, byName) };
}

function check(what: string, one: (index: number) => string): void {
  const text = head + Array.from({ length: 50 }, (_, index) => one(index)).join("");
  const spent = stopwatch();
  const loaded = loadConfig(text);
  const took = `${spent().toFixed(0)} ms`;
  print(what, "problems" in loaded ? `${took}; ${loaded.problems.length} problems told` : took);
}

function once(what: string, run: () => unknown): void {
  const spent = stopwatch();
  run();
  print(what, `${spent().toFixed(2)} ms`);
}

function each(what: string, times: number, run: () => unknown): void {
  for (let index = 0; index < times / 10; index++) run();
  const spent = stopwatch();
  for (let index = 0; index < times; index++) run();
  print(what, `${(spent() / times).toFixed(3)} ms`);
}

/** Milliseconds of CPU since then: what else the machine does is left out. */
function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
}
