import { readFileSync } from "node:fs";
import { z } from "zod";

const Names = z.record(z.string(), z.string()).default({});
const Package = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: Names,
  optionalDependencies: Names,
  peerDependencies: Names,
});
const Lockfile = z.object({ packages: z.record(z.string(), Package) });
type Packages = z.infer<typeof Lockfile>["packages"];

/** A package of other people's that is installed. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, by SPDX; undefined where it says nothing. */
  readonly license: string | undefined;
  /** Whether the app runs with it; else it is for building and testing alone. */
  readonly isProduction: boolean;
}

/** Every package that a lockfile names, without those of this repository. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export function readLockfile(text: string): readonly LockedPackage[] {
  const { packages } = Lockfile.parse(JSON.parse(text));
  const production = reachedFromRoot(packages);
  return Object.entries(packages).flatMap(([path, { version, license, link }]) => {
    const [, name] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path) ?? [];
    if (name === undefined || version === undefined || link === true) return [];
    return [{ name, version, license, isProduction: production.has(path) }];
  });
}

/** The packages of this checkout. */
export function lockedPackages(): readonly LockedPackage[] {
  return readLockfile(readFileSync("package-lock.json", "utf8"));
}

/**
 * Where what the root depends on is installed, all the way down. npm's own mark `dev` does not tell: what a workspace of
 * ours depends on counts for npm as if the app did.
 */
function reachedFromRoot(packages: Packages): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [""];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = installedFor(path, name, packages);
      if (found === undefined || reached.has(found)) continue;
      reached.add(found);
      waiting.push(found);
    }
  }
  return reached;
}

/** Where Node finds a package from another: https://nodejs.org/api/modules.html#loading-from-node_modules-folders */
function installedFor(from: string, name: string, packages: Packages): string | undefined {
  const folders = from.split("/node_modules/").map((_, depth, all) => all.slice(0, all.length - depth));
  const places = [...folders.map((it) => `${it.join("/node_modules/")}/`).filter((it) => it !== "/"), ""];
  return places.map((it) => `${it}node_modules/${name}`).find((it) => packages[it] !== undefined);
}
