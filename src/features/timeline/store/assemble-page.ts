import type { Kysely } from "kysely";
import type { Timeline } from "../../../core/timeline.ts";
import type { StoredThread } from "../facts.ts";
import { assembleTimeline } from "./assemble-timeline.ts";
import type { AllTables, EntriesTable } from "./timeline-tables.ts";

/** The timelines of so many threads behind a number, in order. Two statements, however many there are. */
export async function assemblePage(
  db: Kysely<AllTables>,
  id: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Timeline[]> {
  const threads = await db
    .selectFrom("timeline_threads")
    .selectAll()
    .where("repository", "=", id)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  const last = threads.at(-1);
  if (!last) return [];
  const rows = await db
    .selectFrom("timeline_entries")
    .selectAll()
    .where("repository", "=", id)
    .where("number", ">", after)
    .where("number", "<=", last.number)
    .execute();
  const entries = Map.groupBy(rows, ({ number }: EntriesTable) => number);
  return threads.map((thread) => {
    const observed = JSON.parse(thread.observed) as StoredThread;
    return assembleTimeline({ ...thread, observed }, entries.get(thread.number) ?? []).timeline;
  });
}
