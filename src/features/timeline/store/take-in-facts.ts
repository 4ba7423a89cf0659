import type { Kysely } from "kysely";
import { inChunks } from "../../../storage/in-chunks.ts";
import { versionOf, type Reading, type ThreadFacts } from "../facts.ts";
import { assembleThread, threadRow } from "./assemble-thread.ts";
import { changeRow, joinRows, saidRow, type EntryRow } from "./join-facts.ts";
import type { AllTables } from "./timeline-tables.ts";

/** Joins what was learnt of a thread to what is known of it. Within a transaction. */
export async function takeInFacts(
  db: Kysely<AllTables>,
  id: number,
  { number, reading, said, changes }: ThreadFacts,
): Promise<void> {
  const seen = reading?.isFull ? versionOf(reading.observed) : undefined;
  const rows = [
    ...said.map((it) => saidRow(it, it.isHidden === undefined ? undefined : seen)),
    ...changes.map((it) => changeRow(it)),
    ...(reading ? readRows(reading) : []),
  ];
  if (reading) await joinThread(db, id, number, reading);
  await joinEntries(db, id, number, rows);
  if (reading) await keepBounds(db, id, number);
}

/** What a reading tells of when the thread was closed and answered. */
function readRows({ observed: { closed, answer } }: Reading): readonly EntryRow[] {
  return [
    ...(closed ? [changeRow({ kind: "closed", ...closed })] : []),
    ...(answer ? [changeRow({ kind: "answered", ...answer })] : []),
  ];
}

/** The thread as it is in the reading of the greater version; who opened it, with the role of the first one. */
async function joinThread(db: Kysely<AllTables>, id: number, number: number, reading: Reading): Promise<void> {
  const version = versionOf(reading.observed);
  const known = await threadRow(db, id, number);
  const isNewer = !known || version > known.version;
  const full = reading.isFull ? version : null;
  const full_version = known?.full_version && (!full || known.full_version > full) ? known.full_version : full;
  if (known && !isNewer) {
    await db
      .updateTable("timeline_threads")
      .set({ full_version })
      .where("repository", "=", id)
      .where("number", "=", number)
      .execute();
    return;
  }
  const now = {
    opened_at: Date.parse(reading.openedAt),
    asker: reading.asker ?? known?.asker ?? null,
    is_asker_gone: reading.asker === undefined ? 1 : 0,
    opener_role: known?.opener_role ?? reading.openerRole,
    is_open: reading.observed.closed ? 0 : 1,
    top_level_comments: reading.topLevelComments,
    version,
    full_version,
    observed: JSON.stringify(reading.observed),
  };
  await db
    .insertInto("timeline_threads")
    .values({ repository: id, number, ...now })
    .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
    .execute();
}

/** Joins entries to those that are known, by their keys. Within a transaction. */
export async function joinEntries(
  db: Kysely<AllTables>,
  id: number,
  number: number,
  told: readonly EntryRow[],
): Promise<void> {
  const joined = new Map<string, EntryRow>();
  for (const row of told) joined.set(row.key, join(joined.get(row.key), row));
  for await (const chunk of inChunks([...joined.values()])) {
    const known = await db
      .selectFrom("timeline_entries")
      .selectAll()
      .where("repository", "=", id)
      .where("number", "=", number)
      .where(
        "key",
        "in",
        chunk.map(({ key }) => key),
      )
      .execute();
    const before = new Map(known.map((row) => [row.key, row]));
    await db
      .insertInto("timeline_entries")
      .values(chunk.map((row) => ({ ...join(before.get(row.key), row), repository: id, number })))
      .onConflict((conflict) =>
        conflict.columns(["repository", "number", "key"]).doUpdateSet((eb) => ({
          at: eb.ref("excluded.at"),
          by: eb.ref("excluded.by"),
          sense: eb.ref("excluded.sense"),
          text_at: eb.ref("excluded.text_at"),
          is_deleted: eb.ref("excluded.is_deleted"),
          is_hidden: eb.ref("excluded.is_hidden"),
          seen: eb.ref("excluded.seen"),
          details: eb.ref("excluded.details"),
        })),
      )
      .execute();
  }
}

function join(known: EntryRow | undefined, told: EntryRow): EntryRow {
  return known ? joinRows(known, told) : told;
}

/** Keeps by when something happened that only readings show, so that a later reading does not move it. */
async function keepBounds(db: Kysely<AllTables>, id: number, number: number): Promise<void> {
  const bounds = (await assembleThread(db, id, number))?.bounds ?? [];
  const rows = bounds.flatMap(({ kind, at }) =>
    kind === "reopened" || kind === "unanswered" ? [changeRow({ kind, at: at.toISOString() }, true)] : [],
  );
  if (rows.length > 0) await joinEntries(db, id, number, rows);
}
