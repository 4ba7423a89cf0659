import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** What is said of a delivery that tells again what came before under another id; undefined for what is new. */
export async function outcomeOfReplay(
  db: Kysely<Tables>,
  id: string,
  cause: string | null,
): Promise<string | undefined> {
  if (cause === null) return undefined;
  const before = await db
    .selectFrom("deliveries")
    .select("id")
    .where("cause", "=", cause)
    .where("id", "!=", id)
    .executeTakeFirst();
  return before && `nothing: delivery ${before.id} has told this before`;
}
