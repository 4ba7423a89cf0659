import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exitCodes } from "../../src/cli/exit-codes.ts";

it("commands end with codes of the table in docs/reference/cli.md alone", () => {
  const known = new Set<number>(Object.values(exitCodes));
  const sources = globSync(["src/**/*.ts", "bin/*.js"]).map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const used = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:exitCode\s*[:=]\s*|process\.exit\()(?<code>\d+)/gu)].map(({ groups }) => ({
      path,
      code: Number(groups?.["code"]),
    })),
  );
  const named = sources.flatMap(({ text }) => text.match(/\bexitCodes\.\w+/gu) ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(used.filter(({ code }) => !known.has(code))).toEqual([]);
});
