import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import * as formats from "ajv-formats";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { configJsonSchema, type JsonSchema } from "../../src/config/json-schema.ts";
import { loadConfig } from "../../src/config/load.ts";

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats.default.default(ajv);
const isByEditor = ajv.compile(configJsonSchema());
const isByLoader = (text: string) => "config" in loadConfig(text);

const right = [
  "freshness: 72h",
  "docs: { include: ['guide/**'], exclude: [], site: 'https://d.example' }",
  "docs: { site: { url: 'https://d.example', generator: mkdocs, ending: / } }",
  "calendars: { a: { timezone: UTC, hours: { mon-fri: ['09:00-12:00', '13:00-17:00'] }, holidays: [2026-12-24, { date: 12-25 }] } }",
  "related-answers: { mode: shadow, threshold: auto, limit: 1 }",
  "related-answers: { threshold: 0.5 }",
  "feature-requests: { labels: { asked: null }, project: '3', planning: { forecast: off } }",
  "watch: { priorities: { p1: { first-response: 4h, categories: { q-a: { resolution: 8h } } } } }",
  "sessions: [{ name: clinic, start: 2026-01-06 14:00, rule: FREQ=WEEKLY, host: [ann, ben] }]",
  "resolution: { close-after: 30 }",
  "office-hours: { prepare: [{ name: log, ask: The log, found-by: [log, trace] }] }",
];

const wrong = [
  "xyz: 1",
  "docs: { sight: x }",
  "docs: yes please",
  "related-answers: { mode: loud }",
  "related-answers: { threshold: 3 }",
  "related-answers: { limit: 1.5 }",
  "faq: { collect: yes }",
  "faq: { file: docs/faq.txt }",
  "calendars: { a: { hours: 24/7 } }",
  "on-call: { layers: [{ name: a, people: [], start: 2026-01-05 }] }",
  "watch: { priorities: { p5: {} } }",
  "resolution: { close-after: never }",
  "sessions: [{ name: Clinic One, start: 2026-01-06 14:00 }]",
  "feature-requests: { labels: { asked: '' } }",
];

/** What no JSON Schema can say: that a zone, a day, a calendar is there, and what settings mean together. */
const wrongToTheLoaderAlone = [
  "calendars: { a: { timezone: Mars/Olympus, hours: 24/7 } }",
  "watch: { calendar: office }",
  "freshness: 2d",
  "resolution: { close-after: 30, remind-after: 0 }",
];

describe("editors and Frontdesk agree that a config", () => {
  it.each(right)("is right: %s", (text) => {
    expect([isByEditor(load(text)), isByLoader(text)]).toEqual([true, true]);
  });

  it.each(wrong)("is wrong: %s", (text) => {
    expect([isByEditor(load(text)), isByLoader(text)]).toEqual([false, false]);
  });

  it.each(["docs/examples/frontdesk.yml", "demo/content/repository/.github/frontdesk.yml"])("%s is right", (path) => {
    const text = readFileSync(path, "utf8");
    expect([isByEditor(load(text)), isByLoader(text)]).toEqual([true, true]);
  });
});

it.each(wrongToTheLoaderAlone)("%s is wrong as only Frontdesk can tell", (text) => {
  expect([isByEditor(load(text)), isByLoader(text)]).toEqual([true, false]);
});

it("the schema never refuses what Frontdesk takes, whatever it is", () => {
  const value = fc.oneof(
    fc.constantFrom("on", "off", "auto", "48h", "q-a", "docs/FAQ.md", "", null, true, false),
    fc.integer({ min: -1, max: 400 }),
    fc.constantFrom([], ["a"], {}),
  );
  const settings = pathsOf(configJsonSchema());
  fc.assert(
    fc.property(fc.constantFrom(...settings), value, (path, it) => {
      const data = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), it);
      if (isByLoader(JSON.stringify(data))) expect(isByEditor(data)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it("has a name and an explanation for each setting, which editors show", () => {
  const bare: string[] = [];
  const visit = (schema: JsonSchema, name: string) => {
    for (const [key, it] of Object.entries(schema.properties ?? {})) {
      if (!it.description || !it.title) bare.push(`${name}${key}`);
      visit(it, `${name}${key}.`);
    }
    for (const it of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]) if (it) visit(it, name);
  };
  visit(configJsonSchema(), "");
  expect(bare).toEqual([]);
});

it("is of the draft that editors know, and has an id", () => {
  expect(configJsonSchema()).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: expect.any(String),
  });
});

/** Paths of all settings that have names of their own. */
function pathsOf(schema: JsonSchema, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, it]) => [
    [...path, key],
    ...pathsOf(it, [...path, key]),
  ]);
}
