import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Where words of askers and notes of helpers may be read: by the command line, and by the page for helpers. */
const mayRead = /^src\/(?:cli\/interviews|dashboard\/pages\/interviews|features\/(?:survey|interviews)\/)/;

it("what askers wrote beside their ratings, and helpers of talks, is read for interviews alone", () => {
  const sources = globSync("{src,demo}/**/*.ts").map((it) => it.replaceAll("\\", "/"));
  const readers = sources.filter((it) =>
    /\b(?:surveys\??\.words|interviews\??\.notes)\(/u.test(readFileSync(it, "utf8")),
  );
  expect(readers).toContain("src/cli/interviews.ts");
  expect(readers.filter((it) => !mayRead.test(it))).toEqual([]);
});
