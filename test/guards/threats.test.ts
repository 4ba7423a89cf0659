import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/explanation/security.md", "utf8");
const [, table = ""] = /<!-- threats -->([\s\S]*?)<!-- end of threats -->/u.exec(page) ?? [];
const rows = table
  .trim()
  .split("\n")
  .slice(2)
  .map((line) => line.split("|").map((it) => it.trim()))
  .map(([, door = "", kind = "", threat = "", holds = "", test = ""]) => ({ door, kind, threat, holds, test }));

describe("the threats in docs/explanation/security.md", () => {
  it("name each door, and are of each kind", () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["S", "T", "R", "I", "D", "E"]));
    const doors = rows.map(({ door }) => door).join("\n");
    for (const it of [
      ..."webhook|pages and API|calendar feed|config file|docs and FAQ|discussion text|archives|tokens and keys".split(
        "|",
      ),
      ..."database, a file|database, PostgreSQL|logs|metrics|chat|embeddings server|dependencies|release".split("|"),
    ]) {
      expect(doors).toContain(it);
    }
  });

  it.each(rows)("$door: $threat", ({ threat, holds, test }) => {
    expect(threat).not.toBe("");
    expect(holds).not.toBe("");
    const [, file = ""] = /^`(test\/[\w./-]+\.ts)`$/u.exec(test) ?? [];
    expect(existsSync(file)).toBe(true);
    // A file of tests, in which vitest wants some; or a target, which `test/fuzz/fuzz.test.ts` runs.
    expect(file).toMatch(/\.test\.ts$|^test\/fuzz\/targets\//u);
  });
});
