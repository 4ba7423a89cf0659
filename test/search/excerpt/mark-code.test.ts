import { expect, it } from "vitest";
import { markCode } from "../../../src/search/excerpt/mark-code.ts";

it.each([
  ["Set LOG_LEVEL=debug first.", ["LOG_LEVEL=debug"], "Set `LOG_LEVEL=debug` first."],
  ["Run npm i, then npm i -g x.", ["npm i", "npm i -g x"], "Run `npm i`, then `npm i -g x`."],
  ["The paths and the pathsome.", ["paths"], "The `paths` and the pathsome."],
  ["Set it as it is set.", ["it", "set"], "Set it as it is set."],
  ["Use --all or --allow.", ["--all"], "Use `--all` or --allow."],
  ["a b", ["a"], "a b"],
  ["Has `some` already", ["Has"], "Has `some` already"],
  ["Nothing here.", [], "Nothing here."],
])("%j with the code %j", (passage, code, marked) => {
  expect(markCode(passage, code)).toBe(marked);
});
