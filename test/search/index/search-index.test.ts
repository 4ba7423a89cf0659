import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { SearchIndex, type ScoredTerm } from "../../../src/search/index/search-index.ts";
import { decodeParts } from "../../../src/search/snapshot/decode-parts.ts";
import { encodeParts } from "../../../src/search/snapshot/encode-parts.ts";
import { anyChanges, anyGroup, type Change, remaining, words } from "./any-items.ts";
import { plainScores } from "./plain-scores.ts";

const anyQuestion: fc.Arbitrary<readonly ScoredTerm[]> = fc.uniqueArray(
  fc.record({
    term: fc.constantFrom(...words, "unheard"),
    // Round weights make ties between documents and between terms.
    weight: fc.oneof(fc.constantFrom(1, 2, 0.25), fc.double({ min: 0.01, max: 10, noNaN: true })),
  }),
  { selector: ({ term }) => term },
);

interface IdWant {
  readonly limit: number;
  readonly isAllowed: (id: string) => boolean;
}

const anyWants: fc.Arbitrary<readonly IdWant[]> = fc.array(
  fc.record({ limit: fc.nat(6), ending: fc.constantFrom("0", "1", "01", "0123", "") }).map(({ limit, ending }) => ({
    limit,
    isAllowed: (id: string) => ending.includes(id.at(-1) ?? "-"),
  })),
  { maxLength: 3 },
);

function apply(index: SearchIndex, changes: readonly Change[]): SearchIndex {
  for (const { group, items } of changes) {
    index.dropGroups([group]);
    index.add(items);
  }
  return index;
}

function indexOf(items: readonly KnowledgeItem[]): SearchIndex {
  const index = new SearchIndex();
  index.add(items);
  return index;
}

function idAt(index: SearchIndex, slot: number): string {
  return index.entryAt(slot)?.id ?? "nobody";
}

/** The wanted lists, by id. */
function answers(index: SearchIndex, terms: readonly ScoredTerm[], wants: readonly IdWant[]) {
  const lists = index.search(
    terms,
    wants.map(({ limit, isAllowed }) => ({ limit, isAllowed: (slot) => isAllowed(idAt(index, slot)) })),
  );
  return lists.map((list) => list.map(({ slot, score }) => ({ id: idAt(index, slot), score })));
}

const everything: IdWant = { limit: 1_000, isAllowed: () => true };

describe("a search finds what adding up every document by hand finds", () => {
  it("for any documents in any order, question and wants", () => {
    fc.assert(
      fc.property(anyChanges, anyQuestion, anyWants, (changes, terms, wants) => {
        const found = answers(apply(new SearchIndex(), changes), terms, wants);
        const heaviestFirst = terms.toSorted((a, b) => b.weight - a.weight);
        const scores = plainScores(remaining(changes), heaviestFirst);
        const expected = wants.map(({ limit, isAllowed }) =>
          scores
            .filter(({ id }) => isAllowed(id))
            .slice(0, limit)
            .map(({ id, score }) => ({ id, score })),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("and matches say of each term and field what it counted", () => {
    fc.assert(
      fc.property(anyChanges, anyQuestion, (changes, terms) => {
        const index = apply(new SearchIndex(), changes);
        const scores = plainScores(remaining(changes), terms);
        const slots = scores.map(({ id }) => index.slotOf(id) ?? -1);
        const { frequencies } = index.matches(terms, slots);
        expect([...frequencies]).toEqual(scores.flatMap((score) => score.frequencies.flat()));
      }),
      { numRuns: 100 },
    );
  });

  it("though a document has none of the heavy words, and all of the light ones often", () => {
    const often = "birch cloud delta ".repeat(20).trim();
    const items = [
      { ...page(1, 1), title: "amber", body: "" },
      { ...page(2, 2), title: "", body: "amber" },
      { ...page(3, 3), title: often, body: "" },
    ];
    const terms = [
      { term: "amber", weight: 1 },
      { term: "birch", weight: 0.35 },
      { term: "cloud", weight: 0.35 },
      { term: "delta", weight: 0.28 },
    ];
    const [results = []] = answers(indexOf(items), terms, [{ limit: 1, isAllowed: () => true }]);
    expect(results.map(({ id }) => id)).toEqual(["page-3"]);
  });

  it("with hundreds of documents and few places, where most cannot win", () => {
    const items = Array.from({ length: 600 }, (_, i) => page(i, (i * 7919) % 601));
    const terms = words.map((term, i) => ({ term, weight: 10 / (i + 1) }));
    const scores = plainScores(items, terms).map(({ id, score }) => ({ id, score }));
    expect(answers(indexOf(items), terms, [{ limit: 5, isAllowed: () => true }, everything])).toEqual([
      scores.slice(0, 5),
      scores,
    ]);
  });
});

/** A document whose words follow from a number. */
function page(i: number, seed: number): KnowledgeItem {
  const chosen = words.filter((_, place) => (seed >> (place % 9)) % 2 === 0);
  return {
    id: `page-${i}`,
    group: `page-${i}`,
    kind: "docs",
    title: words[seed % words.length] ?? "",
    context: [],
    aliases: [],
    body: [...chosen, ...chosen.slice(seed % 5)].join(" "),
    code: "",
    answer: "",
    links: [],
    url: `https://docs.example/page-${i}`,
  };
}

describe("what an index knows depends only on what is in it", () => {
  it("not on the order of changes, nor on what was there before", () => {
    fc.assert(
      fc.property(anyChanges, anyQuestion, (changes, terms) => {
        const changed = apply(new SearchIndex(), changes);
        const fresh = indexOf(remaining(changes).toReversed());
        expect(changed.size).toBe(fresh.size);
        expect(answers(changed, terms, [everything])).toEqual(answers(fresh, terms, [everything]));
        for (const term of words) expect(changed.documentCount(term)).toBe(fresh.documentCount(term));
        for (const { id } of remaining(changes)) expect(knownOf(changed, id)).toEqual(knownOf(fresh, id));
      }),
      { numRuns: 100 },
    );
  });

  it("also when hundreds are dropped at once", () => {
    const items = Array.from({ length: 500 }, (_, i) => page(i, i));
    const index = indexOf(items);
    index.dropGroups(items.slice(0, 400).map(({ group }) => group));
    const terms = words.map((term) => ({ term, weight: 1 }));
    expect(answers(index, terms, [everything])).toEqual(answers(indexOf(items.slice(400)), terms, [everything]));
  });

  it("and the room of dropped documents is used again", () => {
    const index = indexOf(Array.from({ length: 20 }, (_, i) => page(i, i)));
    for (let round = 0; round < 300; round++)
      apply(index, [{ group: `page-${round % 20}`, items: [page(round % 20, round)] }]);
    expect(index.slots).toBe(20);
  });
});

/** All that an index tells of an item, slots and numbers of terms told by what stands there. */
function knownOf(index: SearchIndex, id: string): unknown {
  const slot = index.slotOf(id) ?? -1;
  return {
    entry: index.entryAt(slot),
    fingerprint: index.fingerprint(slot),
    kind: index.kindOf(slot),
    date: index.dateOf(slot),
    hasLinks: index.hasLinks(slot),
    atItsAddress: [...index.slotsAt(index.entryAt(slot)?.url ?? "")].map((at) => idAt(index, at)),
    targets: index.targetsOf(slot).map((slots) => new Set([...slots].map((target) => idAt(index, target)))),
    lengths: [0, 1, 2, 3, 4, 5].map((field) => index.fieldLength(slot, field)),
    terms: words.filter((term) => index.termIdsOf(slot).includes(index.termIdOf(term) ?? -1)),
  };
}

/** Through bytes, as a snapshot goes. */
function restoredFrom(index: SearchIndex): SearchIndex {
  const parts = decodeParts(encodeParts(index.toParts(), 1), 1);
  if (parts === undefined) throw new Error("The parts cannot be decoded.");
  return SearchIndex.fromParts(parts);
}

describe("an index restored from its parts", () => {
  it("answers as the original, and goes on changing as it would", () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, anyQuestion, (before, after, terms) => {
        const original = apply(new SearchIndex(), before);
        const restored = restoredFrom(original);
        for (const { id } of remaining(before)) expect(restored.slotOf(id)).toBe(original.slotOf(id));
        for (const [past, changes] of [[before, []] as const, [[...before, ...after], after] as const]) {
          apply(original, changes);
          apply(restored, changes);
          expect(restored.size).toBe(original.size);
          expect(answers(restored, terms, [everything])).toEqual(answers(original, terms, [everything]));
          for (const { id } of remaining(past)) expect(knownOf(restored, id)).toEqual(knownOf(original, id));
          for (const term of words) expect(restored.termIdOf(term)).toBe(original.termIdOf(term));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("holds the same parts again", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const parts = apply(new SearchIndex(), changes).toParts();
        expect(SearchIndex.fromParts(parts).toParts()).toEqual(parts);
      }),
      { numRuns: 50 },
    );
  });
});

describe("an index keeps no texts", () => {
  it("and gives back the rest of an item as it came", () => {
    fc.assert(
      fc.property(anyGroup("page"), (items) => {
        const index = indexOf(items);
        for (const { aliases: _a, body: _b, code: _c, answer: _d, ...entry } of items) {
          expect(index.entryAt(index.slotOf(entry.id) ?? -1)).toEqual(entry);
        }
      }),
    );
  });

  it("with what became of an issue, and why a page is retired", () => {
    const outcome = { state: "completed", shippedIn: "2.1" } as const;
    const index = indexOf([
      { ...page(1, 1), kind: "issue", outcome },
      { ...page(2, 2), retired: "archived" },
    ]);
    expect(index.entryAt(0)?.outcome).toEqual(outcome);
    expect(index.entryAt(1)?.retired).toBe("archived");
    expect([index.isRetired(0), index.isRetired(1)]).toEqual([false, true]);
  });

  it("but tells items that say the same from others", () => {
    const index = indexOf([page(1, 1), page(2, 1), { ...page(3, 1), answer: "moss" }, { ...page(4, 1), code: "moss" }]);
    const [first, second, third, fourth] = [0, 1, 2, 3].map((slot) => index.fingerprint(slot));
    expect(first).toBe(second);
    expect(new Set([first, third, fourth]).size).toBe(3);
  });
});
