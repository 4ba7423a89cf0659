import { expect, it } from "vitest";
import { pool, type Pooling } from "../../../src/embeddings/sentence-model/pooling.ts";

const vectors = [1, 4, 3, -8, 8, 1];

it.each<[Pooling, number[]]>([
  ["mean", [4, -1]],
  ["cls", [1, 4]],
  ["lasttoken", [8, 1]],
  ["max", [8, 4]],
  ["weightedmean", [31 / 6, -9 / 6]],
])("pools three tokens by %s", (pooling, expected) => {
  const pooled = pool(vectors, 3, 2, pooling);
  expect(pooled).toHaveLength(2);
  for (const [at, value] of expected.entries()) expect(pooled[at]).toBeCloseTo(value, 5);
});

it.each<Pooling>(["mean", "cls", "lasttoken", "max", "weightedmean"])("makes zeros of no token by %s", (pooling) => {
  expect([...pool([], 0, 2, pooling)]).toEqual([0, 0]);
});
