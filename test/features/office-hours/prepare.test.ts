import { describe, expect, it } from "vitest";
import { OfficeHoursConfig } from "../../../src/features/office-hours/config.ts";
import { findSigns, type Sign } from "../../../src/features/office-hours/prepare/find-signs.ts";
import { preparedIn } from "../../../src/features/office-hours/prepare/prepare-items.ts";
import { aComment, aThread } from "../../helpers/builders.ts";
import { knownThreads, laterThreads, type SupportThread } from "./support-threads.ts";

const signs: readonly Sign[] = ["versions", "log", "tried"];
const found = (text: string) => signs.filter((it) => findSigns(text).has(it));

/** How many of three judgements for each thread are right. */
function right(threads: readonly SupportThread[]): number {
  return threads.flatMap(({ text, holds }) => signs.filter((it) => findSigns(text).has(it) === holds.includes(it)))
    .length;
}

describe("what a question holds", () => {
  it.each([...knownThreads, ...laterThreads])("is found in $from, or not", ({ text, holds, found: instead }) => {
    expect(found(text)).toEqual(instead ?? holds);
  });

  it("is found as often as the docs say", () => {
    expect([right(knownThreads), knownThreads.length * 3]).toEqual([64, 66]);
    expect([right(laterThreads), laterThreads.length * 3]).toEqual([39, 48]);
  });

  it.each([
    ["an address is no version", "It listens on 127.0.0.1:8080 and 192.168.1.20.", []],
    ["a version of four parts is one", "I run nextcloud 22.2.0.2.", ["versions"]],
    ["a heading with nothing under it says nothing", "### Version\n\n_No response_\n\n### Logs\n\nNone", []],
    ["a heading with something under it does", "### Relevant log output\n\nit hangs", ["log"]],
    ["an option in a line of text is no log", "Set `level: error` there.", []],
    ["quotes are others' words", "> I tried it with v2.3.1", []],
    ["what was tried, in German", "Ich habe es schon mit einem Neustart versucht.", ["tried"]],
    ["nothing", "", []],
  ] as const)("%s", (_, text, holds) => {
    expect(found(text)).toEqual(holds);
  });

  it("is not looked for in what is too long to be read, which is a log", () => {
    expect(found("[".repeat(300_000))).toEqual(["log"]);
  });
});

describe("what is needed to prepare", () => {
  const items = OfficeHoursConfig.parse({}).prepare;
  const ann = (body: string, given = {}) =>
    aComment({ id: `DC_${body}`, author: { login: "ann", isBot: false }, body, ...given });

  it("is ticked off by the question and by what its asker adds, and by nobody else", () => {
    expect(preparedIn(aThread({ body: "With v2.3.1." }), items)).toEqual(["versions"]);
    expect(preparedIn(aThread({ comments: [ann("With v2.3.1.")] }), items)).toEqual(["versions"]);
    expect(preparedIn(aThread({ comments: [aComment({ body: "With v2.3.1." })] }), items)).toEqual([]);
    expect(preparedIn(aThread({ comments: [ann("With v2.3.1.", { isMinimized: true })] }), items)).toEqual([]);
  });

  it("can be a project's own, found by words", () => {
    const own = OfficeHoursConfig.parse({
      prepare: [{ name: "config", ask: "Your config", "found-by": ["widgets.toml"] }],
    });
    expect(preparedIn(aThread({ body: "In my Widgets.TOML there is" }), own.prepare)).toEqual(["config"]);
    expect(preparedIn(aThread({ body: "v2.3.1" }), own.prepare)).toEqual([]);
  });

  it("is named once in a config", () => {
    const twice = { name: "config", ask: "Your config", "found-by": "log" };
    expect(() => OfficeHoursConfig.parse({ prepare: [twice, twice] })).toThrow("named twice");
    expect(() => OfficeHoursConfig.parse({ prepare: [{ ...twice, "found-by": "/(a+)+$/" }] })).toThrow("found-by");
  });
});
