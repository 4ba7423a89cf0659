import type { Kysely } from "kysely";
import type { StoredThread } from "../facts.ts";
import { assembleTimeline, type AssembledTimeline } from "./assemble-timeline.ts";
import type { AllTables } from "./timeline-tables.ts";

/** The stored row of a thread; undefined for one that was never read. */
export async function threadRow(db: Kysely<AllTables>, id: number, number: number) {
  return db
    .selectFrom("timeline_threads")
    .selectAll()
    .where("repository", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();
}

/** The timeline of a thread, all its facts put together. */
export async function assembleThread(
  db: Kysely<AllTables>,
  id: number,
  number: number,
): Promise<AssembledTimeline | undefined> {
  const thread = await threadRow(db, id, number);
  if (!thread) return undefined;
  const rows = await db
    .selectFrom("timeline_entries")
    .selectAll()
    .where("repository", "=", id)
    .where("number", "=", number)
    .execute();
  return assembleTimeline({ ...thread, observed: JSON.parse(thread.observed) as StoredThread }, rows);
}
