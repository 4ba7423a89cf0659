import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import { slowParts } from "../helpers/slow-expression.ts";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".ts"))
  .map((it) => join("src", it));

interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

/** The regular expressions of a file, and whether it builds others. */
function expressionsIn(file: string): { readonly literals: readonly Expression[]; readonly isBuilding: boolean } {
  const literals: Expression[] = [];
  let isBuilding = false;
  const waiting: unknown[] = [parseSync(readFileSync(file, "utf8"), { syntax: "typescript", target: "esnext" })];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { type, callee } = node as { readonly type?: unknown; readonly callee?: { readonly value?: unknown } };
    if (type === "RegExpLiteral") literals.push(node as unknown as Expression);
    if ((type === "NewExpression" || type === "CallExpression") && callee?.value === "RegExp") isBuilding = true;
    waiting.push(...Object.values(node));
  }
  return { literals, isBuilding };
}

const found = files.map((file) => ({ file, ...expressionsIn(file) }));

describe("regular expressions", () => {
  it("take no more than linear time, whatever text they are given", () => {
    const slow = found.flatMap(({ file, literals }) =>
      literals.flatMap(({ pattern, flags }) =>
        slowParts(pattern, flags).map((part) => `${file}: /${pattern}/${flags}: ${part}`),
      ),
    );
    expect(slow).toEqual([]);
  });

  it("are written down, not built while the app runs", () => {
    // The local GitHub makes those of its routes, once, from GitHub's own description.
    const building = found.filter(({ file, isBuilding }) => isBuilding && !file.startsWith("local-github/src/"));
    expect(building.map(({ file }) => file)).toEqual([]);
  });

  it("are found at all", () => {
    expect(found.flatMap(({ literals }) => literals).length).toBeGreaterThan(400);
  });
});

describe("what makes an expression slow", () => {
  it.each([
    ["white space before what is not there", /[ \t]*(?:<!-- mark -->)/u],
    ["nested repetitions", /^(?:a+)+$/],
    ["two repetitions of the same", /^\s*\d*\s*:/],
    ["something to begin with, passed again and again", /<!--[^]*?-->/],
    ["the same within an alternative", /x|(?:<a[^>]*)>/],
    ["an end that is not there", /\/+$/],
    ["a bound that is as good as none", /<!--[^]{0,20000}?-->/],
  ])("%s", (_, { source, flags }) => {
    expect(slowParts(source, flags)).not.toEqual([]);
  });

  it.each([
    ["what is looked for once for each run", /(?<!\/)\/+$/],
    ["what cannot pass its own beginning", /<[^<>]*>/],
    ["what does not begin amid what it passes", /(?<![\w-])eyJ[\w-]{8,}\./],
    ["what is tried once", /^[ \t]*(?:<!-- mark -->)/u],
    ["a low bound", /\[[^\]]{0,100}\]/],
    ["what never fails", /#.*/su],
  ])("but not %s", (_, { source, flags }) => {
    expect(slowParts(source, flags)).toEqual([]);
  });
});
