import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Count a write to a repository's knowledge, in the transaction that makes it. */
export async function nextRevision(transaction: Transaction<Tables>, repository: number): Promise<number> {
  const { revision } = await transaction
    .insertInto("knowledge")
    .values({ repository, revision: 1 })
    .onConflict((conflict) =>
      conflict.column("repository").doUpdateSet((eb) => ({ revision: eb("knowledge.revision", "+", 1) })),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}
