import type { Kysely } from "kysely";
import type { Feedback, GivenFeedback } from "../core/suggestion.ts";
import { inChunks } from "./in-chunks.ts";
import type { Tables } from "./tables.ts";

/** One row a person and thread. A click does not take back what a command said; doing the same twice is doing it once. */
export async function writeFeedback(
  db: Kysely<Tables>,
  repository: number,
  number: number,
  { by, helpful, isAsker, via, deflected }: Feedback,
  at: number,
): Promise<void> {
  const opinion = {
    helpful: helpful ? 1 : 0,
    is_asker: isAsker ? 1 : 0,
    deflected: deflected ? 1 : 0,
    via,
    given_at: at,
  };
  await db
    .insertInto("feedback")
    .values({ repository, number, given_by: by, ...opinion })
    .onConflict((conflict) => {
      const update = conflict.columns(["repository", "number", "given_by"]).doUpdateSet(opinion);
      return via === "command" ? update : update.where("feedback.via", "=", "reaction");
    })
    .execute();
}

/** Delete a person's opinion of a thread, if they gave it by a reaction. */
export async function eraseReaction(db: Kysely<Tables>, repository: number, number: number, by: string): Promise<void> {
  await db
    .deleteFrom("feedback")
    .where("repository", "=", repository)
    .where("number", "=", number)
    .where("given_by", "=", by)
    .where("via", "=", "reaction")
    .execute();
}

/** The newest opinions since a time, or all in some threads. */
export async function readFeedback(
  db: Kysely<Tables>,
  repository: number,
  wanted: { readonly since: Date; readonly limit: number } | { readonly numbers: readonly number[] },
): Promise<readonly GivenFeedback[]> {
  const query = db
    .selectFrom("feedback")
    .selectAll()
    .where("repository", "=", repository)
    .orderBy("given_at", "desc")
    .orderBy("number", "desc")
    .orderBy("given_by");
  if ("since" in wanted) {
    const rows = await query.where("given_at", ">=", wanted.since.getTime()).limit(wanted.limit).execute();
    return rows.map(toFeedback);
  }
  const found: GivenFeedback[] = [];
  for await (const numbers of inChunks(wanted.numbers)) {
    found.push(...(await query.where("number", "in", numbers).execute()).map(toFeedback));
  }
  return found;
}

function toFeedback(row: Tables["feedback"]): GivenFeedback {
  return {
    number: row.number,
    by: row.given_by,
    helpful: row.helpful === 1,
    isAsker: row.is_asker === 1,
    via: row.via,
    deflected: row.deflected === 1,
    at: new Date(row.given_at),
  };
}
