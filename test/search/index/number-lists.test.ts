import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberLists } from "../../../src/search/index/number-lists.ts";
import { UnusablePartsError } from "../../../src/search/snapshot/parts.ts";

const mostLists = 5;
const anyNumber = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffff_ffff }));

type Step =
  | { readonly does: "insert"; readonly list: number; readonly value: number }
  | { readonly does: "remove"; readonly list: number; readonly from: number; readonly to: number }
  | { readonly does: "set"; readonly list: number; readonly values: readonly number[] }
  | { readonly does: "filter"; readonly odd: boolean }
  | { readonly does: "restore" };

const list = fc.nat(mostLists - 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ does: fc.constant("insert" as const), list, value: anyNumber }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("remove" as const), list, from: fc.nat(20), to: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("set" as const),
      list,
      values: fc.array(anyNumber).map((values) => values.toSorted((a, b) => a - b)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("filter" as const), odd: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ does: "restore" as const }) },
);

/** What a step does to lists of their own. */
function expected(lists: readonly (readonly number[])[], step: Step): (readonly number[])[] {
  return lists.map((values, i) => {
    if (step.does === "restore") return values;
    if (step.does === "filter") return values.filter((value) => (value % 2 === 1) === step.odd);
    if (step.list !== i) return values;
    if (step.does === "set") return step.values;
    if (step.does === "insert") return [...values, step.value].sort((a, b) => a - b);
    return values.filter((value) => value < step.from || value >= step.to);
  });
}

function take(lists: NumberLists, step: Step): NumberLists {
  if (step.does === "restore") return NumberLists.fromParts(lists.toParts());
  if (step.does === "filter") lists.filter((value) => (value % 2 === 1) === step.odd);
  else if (step.does === "set") lists.set(step.list, step.values);
  else if (step.does === "insert") lists.insert(step.list, step.value);
  else if (step.from <= step.to) lists.remove(step.list, step.from, step.to);
  return lists;
}

describe("many lists in one array", () => {
  it("hold what lists of their own would", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 300, size: "max" }), (steps) => {
        let lists = new NumberLists();
        let plain: (readonly number[])[] = Array.from({ length: mostLists }, () => []);
        for (const step of steps) {
          lists = take(lists, step);
          if (step.does !== "remove" || step.from <= step.to) plain = expected(plain, step);
        }
        expect(plain.map((_, i) => [...lists.of(i)])).toEqual(plain);
      }),
    );
  });

  it("are empty where nothing was written", () => {
    expect([...new NumberLists().of(7_000)]).toEqual([]);
  });

  it("are not restored from parts that do not fit together", () => {
    const lists = new NumberLists();
    lists.set(0, [1, 2, 3]);
    expect(() => NumberLists.fromParts({ ...lists.toParts(), values: new Uint32Array(2) })).toThrow(UnusablePartsError);
  });
});
