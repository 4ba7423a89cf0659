import { expect, it } from "vitest";
import { isBinary } from "../../src/world/git.ts";

it.each([
  ["no NUL", "text", false],
  ["a NUL at its start", "\0text", true],
  ["a NUL in its eight thousandth byte", `${"x".repeat(7_999)}\0`, true],
  ["a NUL behind that", `${"x".repeat(8_000)}\0`, false],
])("a file with %s is binary as git tells it", (_, text, expected) => {
  expect(isBinary(Buffer.from(text))).toBe(expected);
});
