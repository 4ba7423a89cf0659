import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const { exports: entries } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string>>;
};

describe("the README", () => {
  it("starts with a program that runs as it stands there, in a process of its own", async () => {
    const program = /```ts\n(.*?)```/su.exec(readme)?.[1] ?? "";
    const run = promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", program], {
      cwd: folder,
    });
    const { stdout } = await run;
    expect(stdout).toContain("'installation.created'");
    expect(stdout).toContain("'discussion.created'");
    expect(stdout).toContain("full_name: 'acme/widgets'");
  });

  it("lists every entry of the package, and each is there", () => {
    const listed = [...readme.matchAll(/^\| `local-github-server(\/\w+)?`/gmu)].map(([, part = ""]) => `.${part}`);
    expect(listed.sort()).toEqual(Object.keys(entries).sort());
    expect(Object.values(entries).filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });

  it("names only what the world's entry has", async () => {
    const world = await import("local-github-server/world");
    const row = readme.split("\n").find((line) => line.startsWith("| `local-github-server/world`")) ?? "";
    const named = [...row.matchAll(/`(\w+)`/gu)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in world))).toEqual([]);
  });
});
