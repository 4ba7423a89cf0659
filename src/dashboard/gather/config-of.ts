import { loadConfig } from "../../config/load.ts";
import { defaultConfig, type Config } from "../../config/schema.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { RecordReads } from "../../core/record-reads.ts";

/** Configs by their text: reading one takes some milliseconds, and pages are asked for often. */
const loaded = new Map<string, Config>();
const maxLoaded = 100;

/** The config by which a repository was last served; the defaults where none is kept, or where this release cannot read it. */
export async function configOf(repository: RepositoryRef, records: Pick<RecordReads, "findConfig">): Promise<Config> {
  const kept = await records.findConfig(repository);
  if (kept === undefined || kept.text === "") return defaultConfig;
  const known = loaded.get(kept.text);
  if (known) return known;
  const read = loadConfig(kept.text);
  const config = "config" in read ? read.config : defaultConfig;
  loaded.set(kept.text, config);
  for (const oldest of [...loaded.keys()].slice(0, -maxLoaded)) loaded.delete(oldest);
  return config;
}
