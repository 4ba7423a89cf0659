import { parse } from "yaml";

/** Longest YAML that is read, in UTF-16 units. */
const maxYaml = 256 * 1024;

/** A YAML file as data; undefined where it is none. Tags of other languages (`!!python/name:…`) are read as plain text. */
export function readYaml(text: string): unknown {
  if (text.length > maxYaml) return undefined;
  try {
    return parse(text, { logLevel: "silent", maxAliasCount: 100 });
  } catch {
    // What the generator itself cannot read tells us nothing.
    return undefined;
  }
}

/** What data from outside has under a key; undefined where it is no object, or has no such key. */
export function fieldOf(data: unknown, key: string): unknown {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, key)) return undefined;
  return Object.entries(data).find(([name]) => name === key)?.[1];
}

/** The same where it is a text. */
export function textOf(data: unknown, key: string): string | undefined {
  const value = fieldOf(data, key);
  return typeof value === "string" ? value : undefined;
}
