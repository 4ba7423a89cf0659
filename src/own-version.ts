import { readFileSync } from "node:fs";

/** The version of the package that runs, from a checkout or as it was published. */
export function ownVersion(): string {
  const file = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { readonly version: string }).version;
}
