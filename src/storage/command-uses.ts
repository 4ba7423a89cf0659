import type { Kysely } from "kysely";
import { dayMs } from "../core/clock.ts";
import type { CommandUse } from "../core/record-reads.ts";
import type { Tables } from "./tables.ts";
import { inTurn } from "./in-turn.ts";

const keptMs = dayMs;
const maxRead = 100;

/** Writes a use down, and drops those of all repositories that are older than a day. */
export async function writeCommandUse(
  db: Kysely<Tables>,
  repository: number,
  { by, number, key, told }: CommandUse,
  at: number,
): Promise<void> {
  await inTurn(db, repository, async (transaction) => {
    await transaction
      .deleteFrom("command_uses")
      .where("used_at", "<", at - keptMs)
      .execute();
    await transaction
      .insertInto("command_uses")
      .values({ repository, person: by, key, number, used_at: at, told: told ? 1 : 0 })
      .onConflict((conflict) => conflict.columns(["repository", "person", "key"]).doNothing())
      .execute();
  });
}

export async function readCommandUses(
  db: Kysely<Tables>,
  repository: number,
  by: string,
  since: number,
): Promise<readonly CommandUse[]> {
  const rows = await db
    .selectFrom("command_uses")
    .select(["number", "key", "told"])
    .where("repository", "=", repository)
    .where("person", "=", by)
    .where("used_at", ">=", since)
    .orderBy("used_at", "desc")
    .limit(maxRead)
    .execute();
  return rows.map(({ number, key, told }) => ({ by, number, key, told: told === 1 }));
}
