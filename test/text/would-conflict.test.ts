import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { wouldConflict } from "../../src/text/would-conflict.ts";

const folder = mkdtempSync(join(tmpdir(), "merge-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What git itself says of the three. */
function conflictsInGit(shared: string, ours: string, theirs: string): boolean {
  const paths = Object.entries({ ours, shared, theirs }).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  try {
    execFileSync("git", ["merge-file", "-p", ...paths], { stdio: ["ignore", "ignore", "ignore"] });
    return false;
  } catch {
    return true;
  }
}

const shared = "a\nb\nc\nd\ne\nf\n";

describe("whether two changes conflict", () => {
  it.each([
    ["the same line", "a\nB\nc\nd\ne\nf\n", "a\nBB\nc\nd\ne\nf\n", true],
    ["lines side by side", "a\nB\nc\nd\ne\nf\n", "a\nb\nC\nd\ne\nf\n", true],
    ["lines apart", "a\nB\nc\nd\ne\nf\n", "a\nb\nc\nD\ne\nf\n", false],
    ["two additions at the end", `${shared}x\n`, `${shared}y\n`, true],
    ["additions at both ends", `x\n${shared}`, `${shared}y\n`, false],
    ["the same change", `${shared}x\n`, `${shared}x\n`, false],
    ["one change alone", shared, `${shared}x\n`, false],
  ])("%s", (_, ours, theirs, expected) => {
    expect(wouldConflict(shared, ours, theirs)).toBe(expected);
    expect(conflictsInGit(shared, ours, theirs)).toBe(expected);
  });

  it("never misses a conflict that git has", () => {
    const line = fc.constantFrom("a", "b", "c");
    const edit = fc.record({
      at: fc.nat({ max: 7 }),
      remove: fc.nat({ max: 2 }),
      add: fc.array(line, { maxLength: 2 }),
    });
    const edited = (lines: readonly string[], { at, remove, add }: { at: number; remove: number; add: string[] }) =>
      lines.toSpliced(Math.min(at, lines.length), remove, ...add.map((it) => `${it}!`));
    const text = (lines: readonly string[]) => lines.map((it) => `${it}\n`).join("");
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        const lines = ["1", "2", "3", "4", "5", "6", "7"];
        const [ours, theirs] = [text(edited(lines, one)), text(edited(lines, other))];
        if (conflictsInGit(text(lines), ours, theirs)) expect(wouldConflict(text(lines), ours, theirs)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
