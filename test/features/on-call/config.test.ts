import { describe, expect, it } from "vitest";
import { loadConfig } from "../../../src/config/load.ts";
import { renderProblem } from "../../../src/config/problem.ts";

/** What is wrong with an `on-call:` section, `line:column` counted from its first line. */
function problemsOf(section: string): string[] {
  const loaded = loadConfig(`on-call:\n${section}`);
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
}

const layer = (more: string) => `  layers:\n    - name: main\n${more.replaceAll(/^/gmu, "      ")}\n`;
const people = "people: [ann, bob]\nstart: 2026-01-05";

describe("a rota in the config", () => {
  it.each([
    ["turns of a week by default", people],
    ["turns of days", `${people}\nrotation: 3 days\nhandover: 9:30`],
    ["a handover on the weekday of its start", `${people}\nrotation: 2 weeks\nhandover: mon 23:59`],
    ["one person", "people: [ann]\nstart: 2024-02-29"],
    ["a team", "team: support\nstart: 2026-01-05"],
    ["a login of an enterprise", "people: [ann_acme]\nstart: 2026-01-05"],
  ])("may have %s", (_, more) => {
    expect(problemsOf(layer(more))).toEqual([]);
  });

  it.each([
    [
      "a person twice",
      "people: [ann, bob, Ann]\nstart: 2026-01-05",
      "4:26 on-call.layers.0.people.2: Ann is listed twice",
    ],
    ["nobody", "start: 2026-01-05", "3:7 on-call.layers.0: needs either `people` or `team`"],
    ["people and a team", `${people}\nteam: support`, "3:7 on-call.layers.0: needs either `people` or `team`"],
    ["an empty list", "people: []\nstart: 2026-01-05", "4:15 on-call.layers.0.people:"],
    ["a mention", "people: ['@ann']\nstart: 2026-01-05", "4:16 on-call.layers.0.people.0: must be a login"],
    ["no start", "people: [ann]", "3:7 on-call.layers.0.start:"],
    [
      "a day that there is not",
      "people: [ann]\nstart: 2026-02-29",
      "5:14 on-call.layers.0.start: must be a day that there is",
    ],
    [
      "a start on another day",
      `${people}\nhandover: Friday 09:00`,
      "5:14 on-call.layers.0.start: 2026-01-05 is a Monday, and the handover is on a Friday: write 2026-01-02 or 2026-01-09",
    ],
    [
      "a weekday in turns of days",
      `${people}\nrotation: day\nhandover: Monday 09:00`,
      "5:14 on-call.layers.0.start: has turns of days",
    ],
    ["a turn of no time", `${people}\nrotation: 0 weeks`, "6:17 on-call.layers.0.rotation: must be `day`"],
    [
      "a time that there is not",
      `${people}\nhandover: "24:00"`,
      "6:17 on-call.layers.0.handover: must be a time of day",
    ],
    [
      "an unknown zone",
      `${people}\ntimezone: Europe/Atlantis`,
      "6:17 on-call.layers.0.timezone: there is no such time zone",
    ],
    [
      "an offset for a zone",
      `${people}\ntimezone: "+02:00"`,
      "6:17 on-call.layers.0.timezone: there is no such time zone",
    ],
    [
      "an unknown calendar",
      `${people}\ncalendar: nights`,
      "6:17 on-call.layers.0.calendar: there is no calendar `nights`",
    ],
    ["an unknown setting", `${people}\nhours: 9-5`, "6:7 on-call.layers.0.hours: there is no such setting"],
  ])("is refused with %s, at its place", (_, more, problem) => {
    expect(problemsOf(layer(more)).join("\n")).toContain(problem);
  });

  it("names its layers apart", () => {
    const twice = `${layer(people)}    - name: main\n      people: [cy]\n      start: 2026-01-05`;
    expect(problemsOf(twice)).toEqual(["6:13 on-call.layers.1.name: there are two layers of the name main"]);
  });

  it("names a calendar that there is", () => {
    expect(problemsOf("  calendar: office")).toEqual([
      "2:13 on-call.calendar: there is no calendar `office` in `calendars`",
    ]);
  });
});

describe("a cover in the config", () => {
  const covers = (...lines: string[]) => `${layer(people)}  covers:\n${lines.map((it) => `    - ${it}`).join("\n")}`;

  it.each([
    ["of days", "{ who: cy, from: 2026-08-03, to: 2026-08-03 }"],
    ["of hours", "{ who: cy, from: 2026-08-03 09:00, to: 2026-08-03T17:00 }"],
    ["of a person", "{ who: cy, from: 2026-08-03, to: 2026-08-09, for: ANN }"],
    ["over the hour that is skipped", "{ who: cy, from: 2026-03-29 02:30, to: 2026-03-29 04:00 }"],
  ])("may be %s", (_, cover) => {
    expect(problemsOf(covers(cover))).toEqual([]);
  });

  it.each([
    [
      "runs backwards",
      "{ who: cy, from: 2026-08-03, to: 2026-08-02 }",
      "7:40 on-call.covers.0.to: 2026-08-02 is not after 2026-08-03",
    ],
    ["is empty", "{ who: cy, from: 2026-08-03 09:00, to: 2026-08-03 09:00 }", "7:46 on-call.covers.0.to:"],
    [
      "is on a day that there is not",
      "{ who: cy, from: 2026-06-31, to: 2026-07-02 }",
      "7:24 on-call.covers.0.from: must be a day that there is",
    ],
    [
      "is for somebody unknown",
      "{ who: cy, from: 2026-08-03, to: 2026-08-04, for: zed }",
      "7:57 on-call.covers.0.for: zed is in no layer",
    ],
    [
      "is of an unknown layer",
      "{ who: cy, from: 2026-08-03, to: 2026-08-04, layer: x }",
      "7:59 on-call.covers.0.layer: there is no layer x",
    ],
  ])("is refused when it %s, at its place", (_, cover, problem) => {
    expect(problemsOf(covers(cover)).join("\n")).toContain(problem);
  });

  it("does not overlap with another, unless they are for different people", () => {
    const one = (more: string) => `{ who: cy, from: 2026-08-03, to: 2026-08-05${more} }`;
    const other = (more: string) => `{ who: dan, from: 2026-08-05 23:59, to: 2026-08-09${more} }`;
    expect(problemsOf(covers(one(""), other("")))).toEqual([
      "8:7 on-call.covers.1: dan and cy (from 2026-08-03 to 2026-08-05) cover the same time: only one can be on call",
    ]);
    expect(problemsOf(covers(one(", for: ann"), other(", for: bob")))).toEqual([]);
    expect(problemsOf(covers(one(", for: ann"), other(", layer: main")))).toHaveLength(1);
    expect(problemsOf(covers(one(""), "{ who: dan, from: 2026-08-06, to: 2026-08-09 }"))).toEqual([]);
  });

  it("says nothing of other mistakes when its zone is one", () => {
    expect(problemsOf(`  timezone: Nowhere\n${covers("{ who: cy, from: 2026-08-03, to: 2026-08-04 }")}`)).toEqual([
      "2:13 on-call.timezone: there is no such time zone; write its name in the IANA list, such as `Europe/Prague` or `UTC`",
    ]);
  });
});
