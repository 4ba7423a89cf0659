import { readdirSync, readFileSync } from "node:fs";

/** An input that is kept. */
export interface Kept {
  /** What it is, or what it once did. */
  readonly shape: string;
  readonly input: string;
}

const folder = new URL("corpus/", import.meta.url);

/** The kept inputs of a target. JSON, since they hold whatever characters there are. */
export function corpusOf(target: string): readonly Kept[] {
  return JSON.parse(readFileSync(new URL(`${target}.json`, folder), "utf8")) as readonly Kept[];
}

/** Targets that have a corpus. */
export function corpora(): readonly string[] {
  return readdirSync(folder).map((it) => it.replace(/\.json$/u, ""));
}
