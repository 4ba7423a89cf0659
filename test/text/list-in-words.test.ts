import { expect, it } from "vitest";
import { listInWords } from "../../src/text/list-in-words.ts";

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j is said as %j", (things, said) => {
  expect(listInWords(things)).toBe(said);
});
