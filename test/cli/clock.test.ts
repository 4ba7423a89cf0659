import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { answer } from "../../src/cli/clock/answer.ts";
import { Refusal } from "../../src/cli/clock/refusal.ts";

const root = mkdtempSync(join(tmpdir(), "frontdesk-clock-"));
mkdirSync(join(root, ".github"));
afterAll(() => rmSync(root, { recursive: true }));

const path = (name: string) => join(root, name);
function file(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

/** What is answered to options as typed, without the second that a process takes. */
async function asked(...args: readonly string[]): Promise<string> {
  const text = { type: "string" } as const;
  const options = { config: text, calendar: text, from: text, to: text, target: text } as const;
  const { values } = parseArgs({ args: [...args], options: { ...options, pause: { type: "string", multiple: true } } });
  return answer({ config: none, pause: [], json: true, ...values });
}

function clock(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "clock", ...options], {
    encoding: "utf8",
    // The machine's own zone is nobody's business.
    env: { PATH: process.env["PATH"], TZ: "Pacific/Kiritimati" },
  });
  return { status, stdout, stderr };
}

const office = file(
  ".github/frontdesk.yml",
  `calendars:
  default:
    timezone: Europe/Prague
    hours: { mon-fri: ["09:00-12:00", "13:00-17:00"] }
    holidays: [12-24]
    holidays-file: .github/holidays.ics
  night:
    timezone: Australia/Lord_Howe
    hours: { mon-sun: 22:00-03:00 }
`,
);
file(
  ".github/holidays.ics",
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20241225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
);
const many = file("many.yml", "calendars: { a: { timezone: UTC, hours: 24/7 }, b: { timezone: UTC, hours: 24/7 } }");
const one = file("one.yml", "calendars: { only: { timezone: Asia/Kolkata, hours: { mon-fri: 09:30-17:30 } } }");
const none = file("none.yml", "docs: {}");

describe("frontdesk clock", () => {
  it.each<[what: string, options: readonly string[], printed: unknown]>([
    [
      "seconds over a weekend",
      ["--config", office, "--from", "2026-11-27T16:00:00+01:00", "--to", "2026-11-30T10:00:00+01:00"],
      { businessSeconds: 7200 },
    ],
    [
      "a due time over holidays, one of a file",
      ["--config", office, "--from", "2026-12-23T10:00:00Z", "--target", "16h"],
      { dueAt: "2026-12-29T13:00:00Z" },
    ],
    [
      "a calendar by name",
      ["--config", office, "--calendar", "night", "--from", "2026-10-03T00:00:00Z", "--to", "2026-10-03T16:00:00Z"],
      { businessSeconds: 4.5 * 3600 },
    ],
    [
      "the only calendar",
      ["--config", one, "--from", "2026-11-24T04:00:00Z", "--target", "90m"],
      { dueAt: "2026-11-24T05:30:00Z" },
    ],
    [
      "no calendar, around the clock",
      ["--config", none, "--from", "2026-12-25T00:00:00Z", "--target", "1h30m"],
      { dueAt: "2026-12-25T01:30:00Z" },
    ],
    [
      "pauses that overlap and reach out of the span",
      [
        "--config",
        none,
        "--from",
        "2026-11-24T10:00:00Z",
        "--to",
        "2026-11-24T16:00:00Z",
        "--pause",
        "2026-11-24T11:00:00Z/2026-11-24T13:00:00Z",
        "--pause",
        "2026-11-24T12:00:00Z/2026-11-24T14:00:00Z",
        "--pause",
        "2026-11-24T09:00:00Z/2026-11-24T10:30:00Z",
        "--pause",
        "2026-11-20T09:00:00Z/2026-11-21T10:30:00Z",
      ],
      { businessSeconds: 2.5 * 3600 },
    ],
    [
      "a due time with pauses in any order",
      [
        "--config",
        none,
        "--from",
        "2026-11-24T10:00:00Z",
        "--target",
        "2h",
        "--pause",
        "2026-11-24T13:00:00Z/2026-11-24T14:00:00Z",
        "--pause",
        "2026-11-24T10:30:00Z/2026-11-24T12:00:00Z",
        "--pause",
        "2026-11-23T10:30:00Z/2026-11-23T12:00:00Z",
      ],
      { dueAt: "2026-11-24T14:30:00Z" },
    ],
    [
      "a due time that a pause begins with",
      [
        "--config",
        none,
        "--from",
        "2026-11-24T10:00:00Z",
        "--target",
        "1h",
        "--pause",
        "2026-11-24T11:00:00Z/2026-11-24T14:00:00Z",
      ],
      { dueAt: "2026-11-24T11:00:00Z" },
    ],
    [
      "an empty pause",
      [
        "--config",
        none,
        "--from",
        "2026-11-24T10:00:00Z",
        "--target",
        "1h",
        "--pause",
        "2026-11-24T10:30:00Z/2026-11-24T10:30:00Z",
      ],
      { dueAt: "2026-11-24T11:00:00Z" },
    ],
    [
      "no target",
      ["--config", office, "--from", "2026-11-28T10:00:00Z", "--target", "0h"],
      { dueAt: "2026-11-28T10:00:00Z" },
    ],
    [
      "a target of years",
      ["--config", none, "--from", "2026-11-28T10:00:00Z", "--target", "87600h"],
      { dueAt: "2036-11-25T10:00:00Z" },
    ],
    [
      "whole seconds of parts",
      ["--config", none, "--from", "2026-11-28T10:00:00.400Z", "--to", "2026-11-28T10:00:02Z"],
      { businessSeconds: 1 },
    ],
    [
      "parts of a second where they are asked for",
      ["--config", none, "--from", "2026-11-28T10:00:00.600Z", "--target", "1s"],
      { dueAt: "2026-11-28T10:00:01.6Z" },
    ],
  ])("reckons %s", async (_, options, printed) => {
    expect(JSON.parse(await asked(...options))).toEqual(printed);
  });

  it("prints JSON, whatever the zone of the machine", () => {
    const pauses = ["--pause", "2026-11-24T10:00Z/2026-11-24T11:00Z", "--pause", "2026-11-24T13:30Z/2026-11-24T14:00Z"];
    const span = ["--from", "2026-11-24T09:30:00Z", "--to", "2026-11-24T17:00:00Z"];
    const { status, stdout, stderr } = clock("--config", office, ...span, ...pauses, "--json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    // 10:30 to 11:00, and 13:00 to 17:00 without half an hour.
    expect(stdout).toBe('{"businessSeconds":14400}\n');
  });

  it.each([
    ["2026-12-23T10:00Z", { target: "16h" }, "Due Tuesday, 2026-12-29 at 14:00:00"],
    ["2026-11-27T15:00Z", { to: "2026-11-30T08:30:05Z" }, "1 h 30 min 5 s of business time pass"],
    ["2026-11-28T15:00Z", { to: "2026-11-28T16:00Z" }, "0 s of business time pass"],
  ])("says to people what is %s, %j", async (from, asked, said) => {
    const answered = await answer({ config: office, pause: [], from, ...asked });
    expect(answered).toBe(`${said} in the calendar default (Europe/Prague).`);
  });

  const broken = file("broken.yml", "calendars:\n  team:\n    timezone: Europe/Pragu\n    hours: 24/7\n");
  const away = file(
    "away.yml",
    "calendars:\n  team:\n    timezone: UTC\n    hours: 24/7\n    holidays-file: away.ics\n",
  );
  const torn = file("torn.yml", "calendars: { team: { timezone: UTC, hours: 24/7, holidays-file: torn.ics } }");
  file("torn.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026-12-24\nEND:VEVENT\nEND:VCALENDAR\n");
  const rare = file("rare.yml", "calendars: { team: { timezone: UTC, hours: { mon: 09:00-10:00 } } }");
  const from = ["--from", "2026-11-24T10:00:00Z"];
  const target = [...from, "--target", "1h"];
  it.each<[what: string, options: readonly string[], message: string]>([
    ["a config that is not there", ["--config", path("no.yml"), ...target], `${path("no.yml")} cannot be read\n`],
    [
      "a config that is wrong",
      ["--config", broken, ...target],
      `${broken}:3:15 calendars.team.timezone: there is no such time zone`,
    ],
    [
      "a file of holidays that is not there",
      ["--config", away, ...target],
      `${away}:5:20 ${path("away.ics")} cannot be read\n`,
    ],
    [
      "a file of holidays that is wrong",
      ["--config", torn, ...target],
      `${path("torn.ics")}:3:9 "2026-12-24" is no date, such as \`20261224\`\n`,
    ],
    [
      "which of several calendars",
      ["--config", many, ...target],
      `${many} has several calendars; say which one by --calendar: a, b\n`,
    ],
    [
      "a calendar that is not there",
      ["--config", many, "--calendar", "c", ...target],
      `${many} has no calendar "c"; it has a, b\n`,
    ],
    [
      "a calendar of a config without any",
      ["--config", none, "--calendar", "toString", ...target],
      `${none} has no calendar "toString"; it has none\n`,
    ],
    ["neither end nor target", ["--config", none, ...from], "give either --to or --target\n"],
    ["both", ["--config", none, ...target, "--to", "2026-11-25T10:00:00Z"], "give either --to or --target\n"],
    ["no start", ["--config", none, "--target", "1h"], "--from must be a time with its offset"],
    [
      "a time without an offset",
      ["--config", none, "--from", "2026-11-24T10:00:00", "--target", "1h"],
      "--from must be a time with its offset, such as 2026-12-24T09:00:00Z or",
    ],
    ["a day for a time", ["--config", none, "--from", "2026-11-24", "--target", "1h"], "--from must be a time"],
    ["a time that there is not", ["--config", none, ...from, "--to", "2026-02-30T10:00:00Z"], "--to must be a time"],
    ["an end before the start", ["--config", none, ...from, "--to", "2026-11-23T10:00:00Z"], "--to is before --from\n"],
    ["a target in days", ["--config", none, ...from, "--target", "2d"], "--target must be hours, minutes or seconds"],
    [
      "a target of more than ten years",
      ["--config", none, ...from, "--target", "87601h"],
      "--target must be at most 87600h",
    ],
    [
      "a target of centuries",
      ["--config", rare, ...from, "--target", "87600h"],
      "--target: the calendar team has fewer than 315360000 business seconds in 200 years\n",
    ],
    [
      "a pause backwards",
      ["--config", none, ...target, "--pause", "2026-11-24T12:00:00Z/2026-11-24T11:00:00Z"],
      "--pause 2026-11-24T12:00:00Z/2026-11-24T11:00:00Z ends before it begins\n",
    ],
    [
      "half a pause",
      ["--config", none, ...target, "--pause", "2026-11-24T12:00:00Z"],
      "--pause must be two times with a slash between",
    ],
    [
      "a pause without offsets",
      ["--config", none, ...target, "--pause", "2026-11-24T12:00/2026-11-24T13:00"],
      "--pause must be a time with its offset",
    ],
  ])("refuses %s", async (_, options, message) => {
    const said = await asked(...options).catch((error: unknown) => (error instanceof Refusal ? error.message : error));
    expect(said).toMatch(/^.+$/u);
    expect(`${String(said)}\n`.slice(0, message.length)).toBe(message);
  });

  it("refuses in one line, with status 2", () => {
    const { status, stdout, stderr } = clock("--config", broken, ...target, "--json");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/broken\.yml:3:15 [^\n]+\n$/u);
  });
});
