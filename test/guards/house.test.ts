import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((it) => it !== "" && existsSync(it));
const sources = files.filter(
  (it) => /^(src|demo|local-github|test|scripts|bench|evaluation)\/.*\.ts$/.test(it) && !it.includes("/generated/"),
);
const read = (file: string) => readFileSync(file, "utf8");

describe("the house", () => {
  it("has no drawers: a file is named after what it holds", () => {
    expect(sources.filter((it) => /(^|\/)(utils?|helpers?|common|manager|service|misc)\.ts$/.test(it))).toEqual([]);
  });

  it("names files in kebab-case", () => {
    expect(
      sources.filter(
        (it) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.postgres(?=\.test))?(\.(test|d))?\.ts$/.test(it),
      ),
    ).toEqual([]);
  });

  it("keeps files short enough to read in one go", () => {
    // Types that refer to each other cannot be parted without a circle of imports.
    const whole = new Set(["local-github/src/world/objects.ts"]);
    const long = sources.filter(
      (it) => /^(src|demo|local-github)\//.test(it) && !whole.has(it) && read(it).split("\n").length > 300,
    );
    expect(long).toEqual([]);
  });

  it("prints through one place, where nothing that people wrote can steer a terminal", () => {
    const direct = sources.filter((it) => /^src\/cli[./]/.test(it) && /process\.std(?:out|err)\.write/.test(read(it)));
    expect(direct).toEqual(["src/cli/terminal/print.ts"]);
  });

  it("leaves nothing for later and looks away from nothing", () => {
    const marks = [
      "TO" + "DO",
      "FIX" + "ME",
      "@ts-" + "ignore",
      "@ts-" + "expect-error",
      "lint-" + "disable",
      ".sk" + "ip(",
      ".on" + "ly(",
    ];
    expect(
      sources.flatMap((file) => marks.filter((it) => read(file).includes(it)).map((it) => `${file}: ${it}`)),
    ).toEqual([]);
  });
});

describe("the docs", () => {
  const pages = files.filter((it) => /^([A-Z]+\.md|docs\/.*\.md|local-github\/.*\.md|\.github\/.*\.md)$/.test(it));

  it.each(pages)("%s names only paths that are there", (page) => {
    const paths = [...read(page).matchAll(/`((?:src|demo|local-github|test|docs|bench|scripts|bin)\/[\w./-]+)`/g)].map(
      (it) => it[1] ?? "",
    );
    // A page of the package speaks of the package's own folders.
    const root = page.startsWith("local-github/") ? "local-github" : "";
    expect(paths.filter((it) => !existsSync(join(root, it.replace(/\/$/, ""))))).toEqual([]);
  });

  it.each(pages)("%s names only scripts that package.json has", (page) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((it) => it[1] ?? "");
    expect(named.filter((it) => !(it in scripts))).toEqual([]);
  });
});
