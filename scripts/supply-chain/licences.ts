import type { LockedPackage } from "./lockfile.ts";

/**
 * Licences that ask for no more than to be named, so that whoever runs, changes or passes on the app may do so under
 * MIT: https://spdx.org/licenses/
 */
export const permissive: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

/** Packages whose package.json names no licence, by what their own files say. */
const said: Readonly<Record<string, string>> = {
  // The end of its readme.md.
  format: "MIT",
  // LICENSE in its repository, after Python's difflib: https://github.com/ewoudenberg/difflib.js
  "@ewoudenberg/difflib": "PSF-2.0",
  // package.json in its repository: https://github.com/andreyvit/dreamopt.js
  dreamopt: "MIT",
};

/** What is used as it comes, for building and testing alone, and is passed on to nobody. */
const unchanged: ReadonlySet<string> = new Set(["MPL-2.0"]);

/** Packages whose licence does not do, in words; empty where all do. */
export function licenceProblems(packages: readonly LockedPackage[]): string[] {
  return packages.flatMap(({ name, version, license, isProduction }) => {
    const named = license ?? said[name];
    if (named === undefined) return [`${name}@${version} names no licence`];
    const isAllowed = (it: string) => permissive.has(it) || (!isProduction && unchanged.has(it));
    const use = isProduction ? "the app runs with it" : "it is for building and testing";
    return mayUse(named, isAllowed) ? [] : [`${name}@${version} is under ${named}, and ${use}`];
  });
}

/**
 * Whether an SPDX expression leaves a way: one of its alternatives in which all licences are allowed. Exceptions (`WITH`)
 * and brackets within brackets are more than any package here has, and allow nothing.
 */
function mayUse(expression: string, isAllowed: (licence: string) => boolean): boolean {
  const plain = expression.replace(/^\((.*)\)$/u, "$1");
  if (/[()]/u.test(plain)) return false;
  return plain.split(" OR ").some((all) => all.split(" AND ").every((it) => isAllowed(it.trim())));
}
