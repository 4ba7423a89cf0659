import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { renderProblem } from "../../src/config/problem.ts";
import { defaultConfig } from "../../src/config/schema.ts";

const problemsOf = (text: string) => {
  const loaded = loadConfig(text);
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
};

const layers = (more: string) => `on-call:\n  layers:\n    - { name: a, start: 2026-01-05, ${more} }\n`;

describe("a config", () => {
  it.each([
    ["empty", ""],
    ["a comment", "# nothing yet\n"],
    ["null", "~"],
    ["an empty mapping", "{}"],
    ["empty sections", "docs: {}\n"],
  ])("that is %s means the defaults", (_, text) => {
    expect(loadConfig(text)).toEqual({ config: defaultConfig });
  });

  it("is read with what it sets", () => {
    const loaded = loadConfig(
      "docs:\n  include: ['guide/**']\n  site: https://d.example\nrelated-answers:\n  categories: [help]\n",
    );
    expect(loaded).toMatchObject({
      config: {
        docs: { include: ["guide/**"], site: { url: "https://d.example", generator: "auto" } },
        "related-answers": { categories: ["help"], mode: "live", limit: 3 },
      },
    });
  });

  it.each([
    ["unknown section", "faqs:\n  file: x\n", ["1:1 faqs: there is no such setting; did you mean `faq`?"]],
    ["unknown key", "docs:\n  include: []\n  sight: x\n", ["3:3 docs.sight: there is no such setting"]],
    ["value out of range", "related-answers:\n  threshold: 3\n", ["2:14 related-answers.threshold: must be at most 1"]],
    [
      "a value that is none of several",
      "related-answers:\n  threshold: high\n",
      ["2:14 related-answers.threshold: must be `auto` or a number from 0 to 1"],
    ],
    ["wrong type", "docs: yes please\n", ["1:7 docs: must be settings with names, and is text"]],
    [
      "no generator that we know",
      "docs:\n  site:\n    url: https://d.example\n    generator: hugo\n",
      [expect.stringContaining("docs.site")],
    ],
    ["no URL", "docs:\n  site: ftp://x\n", ["2:9 docs.site: must be a URL that starts with http:// or https://"]],
    [
      "a glob that would take for ever",
      "docs:\n  include: ['*a*b*c*d*']\n",
      ["2:13 docs.include.0: is empty, too long, or has too many wildcards to be tried on every file"],
    ],
    ["a list instead of a mapping", "- a\n", ["1:1 the file: must be settings with names, and is a list"]],
    ["a setting that is missing", "calendars:\n  a: { hours: 24/7 }\n", ["2:6 calendars.a.timezone: is missing"]],
    [
      "another of a few words",
      "timeline:\n  backfill: no\n",
      ["2:13 timeline.backfill: must be one of `on`, `off`; did you mean `on`?"],
    ],
    [
      "a text for a list",
      "docs:\n  include: docs\n",
      ["2:12 docs.include: must be a list, and is text; did you mean `[docs]`?"],
    ],
    ["nothing for a text", "resolution:\n  keep-open: ''\n", ["2:14 resolution.keep-open: must not be empty"]],
    ["a list of nobody", layers("people: []"), ["3:45 on-call.layers.0.people: must list at least 1"]],
    [
      "a number for a span",
      "freshness: 48\n",
      ["1:12 freshness: must be hours, minutes or seconds, such as `16h`, `90m` or `1h30m`; a day is the hours it has"],
    ],
    [
      "the same key twice",
      "docs: {}\ndocs: {}\n",
      ["2:1 `docs` stands here a second time, and in line 1 before: keep one of them"],
    ],
    ["broken YAML", "docs: [\n", [expect.stringMatching(/^\d+:\d+ /)]],
  ])("with %s is answered with the place and the mistake", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    [
      "a calendar that there is not",
      "calendars:\n  office: { timezone: UTC, hours: 24/7 }\nwatch:\n  calendar: offce\n",
      ["4:13 watch.calendar: there is no calendar `offce` in `calendars`; there are `office`"],
    ],
    [
      "a calendar of a priority that there is not",
      "watch:\n  priorities:\n    p1: { calendar: night }\n",
      ["3:21 watch.priorities.p1.calendar: there is no calendar `night` in `calendars`; none is set"],
    ],
    [
      "a priority that there is not",
      "watch:\n  priorities:\n    p0: { resolution: 1h }\n",
      ["3:5 watch.priorities.p0: there is no such setting; did you mean `p1`?"],
    ],
    [
      "a default priority that there is not",
      "watch:\n  default-priority: high\n",
      ["2:21 watch.default-priority: must be one of p1, p2, p3, p4"],
    ],
    [
      "a rule for a priority that there is not",
      "watch:\n  rules:\n    - { category: q-a, priority: urgent }\n",
      ["3:34 watch.rules.0.priority: must be one of p1, p2, p3, p4"],
    ],
    [
      "a rule without a condition",
      "watch:\n  rules:\n    - priority: p1\n",
      ["3:7 watch.rules.0: says no condition; add category, label, form or title"],
    ],
    [
      "two priorities of one label",
      "watch:\n  priorities:\n    p2:\n      label: P1\n",
      ["4:14 watch.priorities.p2.label: p2 and p1 have the same label P1; one could not be told from the other"],
    ],
    [
      "a target in days",
      "watch:\n  priorities:\n    p1:\n      resolution: 2d\n",
      [
        "4:19 watch.priorities.p1.resolution: must be hours, minutes or seconds, such as `16h`, `90m` or `1h30m`; a day is the hours it has",
      ],
    ],
    [
      "a target of an age",
      "watch:\n  priorities:\n    p1:\n      categories: { q-a: { first-response: 99999h } }\n",
      ["4:44 watch.priorities.p1.categories.q-a.first-response: must be at most 87600h, which is ten years"],
    ],
    [
      "a text with a name that means nothing",
      "watch:\n  priorities:\n    p1:\n      expectation: By {when}.\n",
      ["4:20 watch.priorities.p1.expectation: there is no {when}; write {by} for the time, or {priority}"],
    ],
  ])("of the watch with %s is answered with the place and the mistake", (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("of the watch may have targets of zero and of years, and one calendar that nobody names", () => {
    const text = "watch:\n  priorities:\n    p1: { first-response: 0h, resolution: 43800h }\n";
    expect(problemsOf(text)).toEqual([]);
  });

  it("that is far too long is refused before it is read", () => {
    expect(problemsOf(`# ${"x".repeat(70_000)}`)).toEqual(["1:1 The file is longer than 64 KB"]);
  });

  it("never throws, whatever it says", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json()), (text) => {
        const loaded = loadConfig(text);
        expect("config" in loaded || loaded.problems.length > 0).toBe(true);
      }),
    );
  });

  it("with aliases that multiply does not take long or much", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghi".split("").map((it, i) => `${it}: &${it} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`),
    ].join("\n");
    expect(problemsOf(bomb).length).toBeGreaterThan(0);
  });

  it("with aliases of a map of mistakes is refused before the mistakes are multiplied", () => {
    const mistakes = Array.from({ length: 400 }, (_, i) => `k${i}: 1`).join(", ");
    const aliases = Array.from({ length: 400 }, (_, i) => `  c${i}: *a`).join("\n");
    expect(problemsOf(`calendars:\n  base: &a { ${mistakes} }\n${aliases}\n`)).toEqual([
      "1:1 The file repeats too much by its aliases (`*name`)",
    ]);
    expect(problemsOf("calendars: &a { default: *a }")).toEqual([
      "1:1 The file repeats too much by its aliases (`*name`)",
    ]);
  });

  it("with thousands of mistakes is told some hundreds of them", () => {
    const keys = Array.from({ length: 5_000 }, (_, i) => `k${i}: 1`).join("\n");
    expect(problemsOf(keys)).toHaveLength(300);
  });

  it.each([
    ["a key", `? ${"k".repeat(5_000)}\n: 1\n`],
    ["an alias", `freshness: *${"a".repeat(5_000)}\n`],
    ["a tag", `freshness: !${"a".repeat(5_000)} 1\n`],
    ["a value", `on-call: { calendar: ${"c".repeat(5_000)} }\n`],
  ])("is told its mistake briefly, however long %s is", (_, text) => {
    const problems = problemsOf(text);
    expect(problems).not.toEqual([]);
    for (const it of problems) expect(it.length).toBeLessThan(700);
  });
});
