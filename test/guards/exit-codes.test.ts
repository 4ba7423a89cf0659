import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exitCodes } from "../../src/cli/exit-codes.ts";

it("commands end with codes of the table in docs/operating/monitoring.md alone", () => {
  const known = new Set<number>(Object.values(exitCodes));
  const used = globSync(["src/**/*.ts", "bin/*.js"]).flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(?:exitCode\s*[:=]\s*|process\.exit\()(?<code>\d+)/gu)].map(
      ({ groups }) => ({
        path,
        code: Number(groups?.["code"]),
      }),
    ),
  );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(({ code }) => !known.has(code))).toEqual([]);
});
