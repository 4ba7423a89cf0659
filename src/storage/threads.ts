import type { Transaction } from "kysely";
import type { AnsweredThread } from "../core/knowledge.ts";
import { inChunks } from "./in-chunks.ts";
import { nextRevision } from "./next-revision.ts";
import type { Tables } from "./tables.ts";

/** Store answered threads; those that are stored just so already keep their revision. */
export async function writeThreads(
  transaction: Transaction<Tables>,
  repository: number,
  threads: readonly AnsweredThread[],
): Promise<void> {
  const revision = await nextRevision(transaction, repository);
  const texts = new Map(threads.map((thread) => [thread.number, JSON.stringify(thread)]));
  for await (const numbers of inChunks([...texts.keys()])) {
    const rows = await transaction
      .selectFrom("threads")
      .select(["number", "thread"])
      .where("repository", "=", repository)
      .where("number", "in", numbers)
      .execute();
    const stored = new Map(rows.map((row) => [row.number, row.thread]));
    const changed = numbers
      .map((number) => ({ repository, number, revision, thread: texts.get(number) ?? null }))
      .filter((row) => stored.get(row.number) !== row.thread);
    if (changed.length > 0) await upsert(transaction, changed);
  }
}

/** Leave only rows that say that a thread is gone: of this one, or of all where no number is given. */
export async function eraseThreads(
  transaction: Transaction<Tables>,
  repository: number,
  number: number | undefined,
): Promise<void> {
  const revision = await nextRevision(transaction, repository);
  let erase = transaction
    .updateTable("threads")
    .set({ thread: null, revision })
    .where("repository", "=", repository)
    .where("thread", "is not", null);
  if (number !== undefined) erase = erase.where("number", "=", number);
  await erase.execute();
}

async function upsert(transaction: Transaction<Tables>, rows: readonly Tables["threads"][]): Promise<void> {
  await transaction
    .insertInto("threads")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["repository", "number"])
        .doUpdateSet((eb) => ({ thread: eb.ref("excluded.thread"), revision: eb.ref("excluded.revision") })),
    )
    .execute();
}
