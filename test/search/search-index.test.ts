import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { find } from "../../src/search/find.ts";
import { SearchIndex } from "../../src/search/index/search-index.ts";
import { ask, lantern } from "./lantern-docs.ts";

const questions = [
  ask("Styles missing after deployment to GitHub Pages"),
  ask("Heap out of memory", "The build of our site fails since we upgraded."),
  ask("draft posts and images in the preview server"),
];

function indexOf(items: readonly KnowledgeItem[]): SearchIndex {
  const index = new SearchIndex();
  index.add(items);
  return index;
}

function answers(index: SearchIndex): unknown {
  return questions.map((question) => find(index, question, 10));
}

const groups = [...new Set(lantern.map(({ group }) => group))];

describe("what an index answers depends only on what is in it", () => {
  it("not on the order of adding", () => {
    const expected = answers(indexOf(lantern));
    const shuffled = fc.shuffledSubarray([...lantern], { minLength: lantern.length });
    fc.assert(
      fc.property(shuffled, (items) => {
        expect(answers(indexOf(items))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("not on what was added and dropped before", () => {
    const step = fc.record({ group: fc.constantFrom(...groups), keep: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const changed = new SearchIndex();
        const present = new Set<string>();
        for (const { group, keep } of steps) {
          changed.dropGroups([group]);
          present.delete(group);
          if (!keep) continue;
          changed.add(lantern.filter((item) => item.group === group));
          present.add(group);
        }
        const fresh = indexOf(lantern.filter(({ group }) => present.has(group)));
        expect(changed.size).toBe(fresh.size);
        expect(answers(changed)).toEqual(answers(fresh));
      }),
      { numRuns: 60 },
    );
  });

  it("also after thousands of changes, when the room of dropped items is used again", () => {
    const changed = indexOf(lantern);
    for (let round = 0; round < 300; round++) {
      const group = groups[round % groups.length] ?? "";
      changed.dropGroups([group]);
      changed.add(lantern.filter((item) => item.group === group));
    }
    expect(answers(changed)).toEqual(answers(indexOf(lantern)));
    expect(changed.slots).toBeLessThan(400);
  });
});

describe("small and strange corpora", () => {
  const [one] = lantern;

  it("an empty index finds nothing", () => {
    expect(find(new SearchIndex(), ask("Installation"), 3)).toEqual([]);
  });

  it("a single document is found by its words and by no others", () => {
    const index = indexOf([one!]);
    expect(find(index, ask("Installation on Windows"), 3)).toHaveLength(1);
    expect(find(index, ask("Tax return"), 3)).toEqual([]);
  });

  it("documents of equal score come in the order of their ids", () => {
    const items = ["c", "a", "b"].map((name) => ({
      ...one!,
      id: name,
      group: name,
      body: `${one!.body} ${name}${name}`,
    }));
    expect(find(indexOf(items), ask("Installation"), 3).map(({ item }) => item.id)).toEqual(["a", "b", "c"]);
  });

  it("dropping an unknown group changes nothing", () => {
    const index = indexOf(lantern);
    index.dropGroups(["page:nowhere.md"]);
    expect(index.size).toBe(lantern.length);
  });
});
