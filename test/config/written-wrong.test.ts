import { describe, expect, it } from "vitest";
import { checkText } from "../../src/config/check-text.ts";
import { renderProblem } from "../../src/config/problem.ts";

const told = (text: string) => checkText(text).problems.map(renderProblem);

describe("a config that somebody has written wrong is answered with what is wrong, where, and what to write", () => {
  it.each([
    ["a tab", "docs:\n\tinclude: []\n", "2:1 The line has a tab in it: YAML takes spaces alone"],
    ["a tab behind a colon", "docs:\n  include:\t[a]\n", "2:11 The line has a tab in it: YAML takes spaces alone"],
    ["a tab before all else", "\tdocs: {}\n", "1:1 The line has a tab in it: YAML takes spaces alone"],
    [
      "a key twice, far apart",
      "faq:\n  file: docs/FAQ.md\n  label: a\n  file: FAQ.md\n",
      "4:3 `file` stands here a second time, and in line 2 before: keep one of them",
    ],
    [
      "two documents",
      "docs: {}\n---\nfaq: {}\n",
      "2:1 Here begins a second YAML document, and a config is one: take the line `---` out",
    ],
    ["a list at the top", "- docs\n", "1:1 the file: must be settings with names, and is a list"],
    [
      "a glob without quotes",
      "docs:\n  include:\n    - **/*.md\n",
      "3:8 A text that begins with `*` needs quotes: write `'**/*.md'`",
    ],
    [
      "a mention without quotes",
      "on-call:\n  team: @support\n",
      "2:9 A text that begins with `@` needs quotes: write `'@support'`",
    ],
    [
      "a quote that is never closed",
      "faq:\n  label: 'in\n  mdx: auto\n",
      "2:10 A quote is opened here and never closed: '",
    ],
    [
      "no space behind a colon",
      "faq:\n  file:docs/FAQ.md\n",
      "2:3 faq: must be settings with names, and is text: a space is missing behind the colon; did you mean `file: docs/FAQ.md`?",
    ],
    [
      "an apostrophe in a quote",
      "faq:\n  label: 'it's'\n",
      "2:14 YAML cannot read on from here: a text with `: `, `#` or quotes in it needs quotes around it",
    ],
    [
      "a bracket that is never closed",
      "docs:\n  include: [a, b\nfaq: {}\n",
      "3:1 A bracket or a quote that was opened before this line is not closed",
    ],
    [
      "a YAML tag",
      "docs: !!js/function x\n",
      "1:7 YAML tags are not read: put a text that begins with `!` into quotes",
    ],
    [
      "a merge key",
      "calendars:\n  a: &a { timezone: UTC, hours: 24/7 }\n  b: { <<: *a, timezone: UTC, hours: 24/7 }\n",
      "3:8 calendars.b.<<: merge keys are not part of YAML 1.2; write out what is to be merged",
    ],
    [
      "`yes`",
      "faq:\n  collect: yes\n",
      "2:12 faq.collect: must be `true` or `false`, and is text; did you mean `true`?",
    ],
    [
      "`No`",
      "faq:\n  collect: No\n",
      "2:12 faq.collect: must be `true` or `false`, and is text; did you mean `false`?",
    ],
    ["`false` for `off`", "watch:\n  mode: false\n", "2:9 watch.mode: must be one of `on`, `off`; did you mean `off`?"],
    ["a value left out", "watch:\n  mode:\n", "2:8 watch.mode: must be one of `on`, `off`, and is empty"],
    [
      "a number where text is expected",
      "feature-requests:\n  project: 3\n",
      '2:12 feature-requests.project: must be text, and is a number; did you mean `"3"`?',
    ],
    [
      "NUL bytes of UTF-16",
      "\uFFFD\uFFFDd\0o\0c\0s\0:\0",
      "1:4 The file holds a character that no text has (NUL): it looks like UTF-16; save it as UTF-8",
    ],
    ["brackets without end", `docs: ${"[".repeat(20_000)}`, "1:106 This is nested deeper than a hundred levels"],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ["related_answers: {}\n", "related-answers"],
    ["relatedAnswers: {}\n", "related-answers"],
    ["Docs: {}\n", "docs"],
    ["related-answer: {}\n", "related-answers"],
    ["livng-issue: {}\n", "living-issue"],
    ["office hours: {}\n", "office-hours"],
  ])("%j is told the setting it meant", (text, meant) => {
    expect(checkText(text).problems).toMatchObject([{ suggestion: meant, severity: "error" }]);
  });

  it.each([
    ["related-answers:\n  category: [a]\n", "categories"],
    ["related-answers:\n  mode: shadwo\n", "shadow"],
    ["related-answers:\n  mode: Live\n", "live"],
    ["docs:\n  site: { url: 'https://a.example', generator: docusarus }\n", "docusaurus"],
    ["watch:\n  priorities:\n    p1: { first_response: 4h }\n", "first-response"],
    ["calendars:\n  a: { timezone: UTC, hours: 24/7, holiday: [] }\n", "holidays"],
    ["sessions:\n  - { name: a, start: 2026-01-06 14:00, slot: 2 }\n", "slots"],
  ])("%j is told what it meant within a section", (text, meant) => {
    expect(checkText(text).problems).toMatchObject([{ suggestion: meant }]);
  });

  it("a setting that is known elsewhere is told where", () => {
    expect(told("threshold: 0.5\n")).toEqual([
      "1:1 threshold: there is no such setting here; it belongs to `related-answers`",
    ]);
  });

  it("a word like no other is told no other", () => {
    expect(told("xylophone: 1\n")).toEqual(["1:1 xylophone: there is no such setting"]);
  });

  // https://github.com/probot/stale/issues/216 and https://github.com/travis-ci/travis-ci/pull/9443: one key of a commented
  // template was taken into use with the space that stood behind its `#`, and the bot stayed silent for weeks.
  it("one key with a space too many is told where it stands", () => {
    expect(told("freshness: 48h\n#docs: {}\n faq: {}\n")).toEqual([
      "3:2 The line is not indented like those it belongs to",
    ]);
  });
});

describe("line and column are those that editors show", () => {
  it.each([
    ["line feeds", "docs:\n  include: []\n  sight: x\n"],
    ["carriage returns and line feeds", "docs:\r\n  include: []\r\n  sight: x\r\n"],
    ["carriage returns", "docs:\r  include: []\r  sight: x\r"],
    ["a byte order mark", "\uFEFFdocs:\n  include: []\n  sight: x\n"],
    ["a very long line before", `docs:\n  include: ['${"x".repeat(900)}']\n  sight: x\n`],
  ])("with %s", (_, text) => {
    expect(checkText(text).problems.at(-1)).toMatchObject({ line: 3, column: 3, endLine: 3, endColumn: 7 });
  });

  it("with a byte order mark in the very line", () => {
    expect(checkText("\uFEFFdocss: {}\r\n").problems).toMatchObject([{ line: 1, column: 1, endColumn: 5 }]);
  });

  it("in an anchored part, which is told where it is written", () => {
    const text = "calendars:\n  a: &a { timezone: UTC, hours: { mon: 25:00 } }\n  b: *a\n";
    expect(checkText(text).problems.map(({ line }) => line)).toEqual([2, 2]);
  });

  it("of a section from which something is missing: its first line alone", () => {
    const text = "calendars:\n  a:\n    hours: 24/7\n    holidays: []\n";
    expect(checkText(text).problems).toMatchObject([{ line: 3, endLine: 3 }]);
  });
});

it.each([
  ["is empty", ""],
  ["has comments alone", "# later\n\n# perhaps\n"],
  ["has dates and times without quotes", "calendars:\n  a: { timezone: UTC, hours: 24/7, holidays: [2026-12-24] }\n"],
  ["has `on` and `off` without quotes", "watch: { mode: on }\nsurvey: { mode: off }\n"],
  ["has anchors and aliases", "related-answers: { categories: &c [q-a] }\nwatch: { categories: *c }\n"],
  ["begins with three hyphens", "---\ndocs: {}\n"],
])("a config that %s is good", (_, text) => {
  expect(told(text)).toEqual([]);
});

it("a config with a character that is not UTF-8 is used, with a warning", () => {
  expect(checkText("faq:\n  label: gel\uFFFDst\n")).toMatchObject({
    config: { faq: { label: "gel\uFFFDst" } },
    problems: [{ severity: "warning", line: 2, column: 13 }],
  });
});
