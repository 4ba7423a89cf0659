import type { DatabasePlace } from "../../../src/storage/database.ts";

/** A database by what a process of a test was told: an address, or a folder. */
export function placeOf(told: string): DatabasePlace {
  return told.startsWith("postgres://") ? { dataFolder: "", databaseUrl: told } : { dataFolder: told };
}
