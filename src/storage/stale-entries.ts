import type { Kysely, Transaction } from "kysely";
import type { KnowledgeItem } from "../core/knowledge.ts";
import { pathsNamedBy } from "../core/knowledge-items.ts";
import { inChunks } from "./in-chunks.ts";
import { nextRevision } from "./next-revision.ts";
import type { Tables } from "./tables.ts";

/** Ids of the entries that are not to be suggested. */
export async function readStale(db: Kysely<Tables>, repository: number): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("stale_entries").select("item").where("repository", "=", repository).execute();
  return new Set(rows.map(({ item }) => item));
}

/** The items as they are to be found: stale ones are known, and never suggested. */
export function withStale(items: readonly KnowledgeItem[], stale: ReadonlySet<string>): readonly KnowledgeItem[] {
  if (stale.size === 0) return items;
  return items.map((item) => (stale.has(item.id) && !item.retired ? { ...item, retired: "stale" } : item));
}

/** Make these the stale ones; pages of entries that changed sides get a new revision, so that indexes learn of it. */
export async function writeStale(
  transaction: Transaction<Tables>,
  repository: number,
  items: readonly string[],
): Promise<void> {
  const before = await readStale(transaction, repository);
  const now = new Set(items);
  const changed = [...new Set([...before, ...now])].filter((it) => before.has(it) !== now.has(it));
  if (changed.length === 0) return;
  await transaction.deleteFrom("stale_entries").where("repository", "=", repository).execute();
  for await (const some of inChunks([...now].map((item) => ({ repository, item })))) {
    await transaction.insertInto("stale_entries").values(some).execute();
  }
  const revision = await nextRevision(transaction, repository);
  for await (const paths of inChunks([...new Set(changed.flatMap(pathsNamedBy))])) {
    await transaction
      .updateTable("docs_pages")
      .set({ revision })
      .where("repository", "=", repository)
      .where("sha", "is not", null)
      .where("path", "in", paths)
      .execute();
  }
}
