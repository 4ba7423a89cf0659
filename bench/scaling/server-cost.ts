import { readFileSync, readdirSync } from "node:fs";
import { sql } from "kysely";
import type { Database } from "../../src/storage/open-database.ts";

/** Ticks of the processor's clock in a second, as `/proc` counts them on Linux. */
const ticksPerSecond = 100;

/** What a server has used up to now: seconds of processor over all of its processes, bytes of log, commits. */
export interface ServerCost {
  readonly processor: number;
  readonly walBytes: number;
  readonly commits: number;
}

/** Reads it; on Linux, where the server runs on this machine. */
export async function readServerCost({ db }: Database): Promise<ServerCost> {
  const { rows } = await sql<{ wal: number; commits: number }>`
    select (select wal_bytes::bigint from pg_stat_wal) as wal,
      (select sum(xact_commit)::bigint from pg_stat_database) as commits`.execute(db);
  return { processor: processorOf("postgres"), walBytes: rows[0]?.wal ?? 0, commits: rows[0]?.commits ?? 0 };
}

/** Of each process of this name, with what its children that ended have used: proc(5), `/proc/pid/stat`. */
function processorOf(name: string): number {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    try {
      const [, command = "", rest = ""] = /\((.*)\) (.*)$/su.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      if (command !== name) continue;
      const fields = rest.split(" ").map(Number);
      // utime and stime; of the postmaster also those of children it has waited for.
      ticks += (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0);
    } catch {
      // It has ended since it was listed.
    }
  }
  return ticks / ticksPerSecond;
}
