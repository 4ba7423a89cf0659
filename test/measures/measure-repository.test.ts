import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measures } from "../../src/measures/index.ts";
import { measureRepository } from "../../src/measures/measure-repository.ts";
import { at, helper, marked } from "../helpers/timelines.ts";
import { aMeasuredThread, context } from "./measured.ts";

describe("a repository that is measured", () => {
  const one = aMeasuredThread({
    entries: [helper("10:00"), marked("11:00")],
    timeline: { number: 1 },
    observed: { labels: ["bug"] },
    watched: { priority: "p1", status: "answered", clocks: [] },
  });
  const other = aMeasuredThread({ timeline: { number: 2, opener: "maintainer" }, observed: { category: "ideas" } });

  it("has what each measure observes in each thread, and the thread's head", async () => {
    async function* pages() {
      yield [one];
      yield [other];
    }
    const { at: when, threads, observations } = await measureRepository(pages(), context);
    expect(when).toEqual(context.now);
    const { title, url } = one.timeline.observed;
    expect([...threads]).toEqual([
      [
        1,
        {
          number: 1,
          title,
          url,
          openedAt: at("09:00"),
          asker: "ann",
          category: "q-a",
          labels: ["bug"],
          priority: "p1",
          tier: "q-and-a",
        },
      ],
      [2, { number: 2, title, url, openedAt: at("09:00"), asker: "ann", category: "ideas", labels: [] }],
    ]);
    for (const measure of measures) {
      const expected = [one, other].flatMap((it) => measure.observe(it, context));
      expect([measure.name, observations.get(measure.name)]).toEqual([measure.name, expected]);
    }
    expect(observations.get("time-to-answer")).toHaveLength(1);
  });

  it("without threads has none", async () => {
    const measured = await measureRepository([], context);
    expect(measured.threads.size).toBe(0);
    expect([...measured.observations.values()].flat()).toEqual([]);
    expect(measured.lists).toEqual({ helpers: [], thorny: [], gaps: [], faq: [] });
  });
});

describe("the list of measures", () => {
  it("has every file, each with a measure of its name", () => {
    const files = readdirSync(new URL("../../src/measures/all", import.meta.url));
    expect(measures.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });

  it.each(measures)(
    "says what $name is in full sentences, and where that comes from",
    ({ definition, source, dated }) => {
      expect(definition).toMatch(/^[A-Z].{40,}\.$/su);
      expect(source).toMatch(/.{20,}[.)]$/su);
      expect(dated).toMatch(/^when /);
    },
  );
});
