import type { Kysely, Transaction } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { MadeSuggestion, RecordedSuggestion } from "../core/record-reads.ts";
import type { Suggestion } from "../core/suggestion.ts";
import { inChunks } from "./in-chunks.ts";
import { parseSuggestion } from "./stored-json.ts";
import type { Tables } from "./tables.ts";

/** Write down what is suggested in a thread from now on. An item that stays keeps the time it was first suggested at. */
export async function writeSuggestion(
  transaction: Transaction<Tables>,
  repository: number,
  number: number,
  suggestion: Suggestion,
  at: number,
): Promise<void> {
  const now = { mode: suggestion.mode, made_at: at, record: JSON.stringify(suggestion) };
  await transaction
    .insertInto("suggestion_records")
    .values({ repository, number, first_at: at, ...now })
    .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
    .execute();
  // Nobody can have an opinion of what was not posted.
  const posted = suggestion.mode === "live" ? suggestion.items : [];
  const confidences = new Map(posted.map(({ id, confidence }) => [id, confidence]));
  let drop = transaction.deleteFrom("suggestions").where("repository", "=", repository).where("number", "=", number);
  if (confidences.size > 0) drop = drop.where("item", "not in", [...confidences.keys()]);
  await drop.execute();
  if (confidences.size === 0) return;
  await transaction
    .insertInto("suggestions")
    .values([...confidences].map(([item, confidence]) => ({ repository, number, item, confidence, suggested_at: at })))
    .onConflict((conflict) =>
      conflict
        .columns(["repository", "number", "item"])
        .doUpdateSet((eb) => ({ confidence: eb.ref("excluded.confidence") })),
    )
    .execute();
}

/** Delete all that concerns a thread's suggestion, but not that we commented there. */
export async function eraseSuggestion(
  transaction: Transaction<Tables>,
  repository: number,
  number: number,
): Promise<void> {
  for (const table of ["suggestion_records", "suggestions", "feedback"] as const) {
    await transaction.deleteFrom(table).where("repository", "=", repository).where("number", "=", number).execute();
  }
}

/** The present record of a thread. */
export async function readSuggestion(
  db: Kysely<Tables>,
  repository: number,
  number: number,
): Promise<Suggestion | undefined> {
  const row = await db
    .selectFrom("suggestion_records")
    .select("record")
    .where("repository", "=", repository)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && parseSuggestion(row.record);
}

/** Records of one mode, newest first, of repositories that are served. */
export async function listSuggestions(
  db: Kysely<Tables>,
  wanted: {
    readonly mode: Suggestion["mode"];
    readonly repository?: RepositoryRef;
    readonly since?: Date;
    readonly limit: number;
  },
): Promise<readonly RecordedSuggestion[]> {
  let query = db
    .selectFrom("suggestion_records as record")
    .innerJoin("repositories as served", "served.id", "record.repository")
    .select(["served.id", "served.owner", "served.name", "served.installation"])
    .select(["record.number", "record.made_at", "record.record"])
    .where("record.mode", "=", wanted.mode)
    .orderBy("record.made_at", "desc")
    .orderBy("record.repository")
    .orderBy("record.number", "desc")
    .limit(wanted.limit);
  if (wanted.repository) query = query.where("record.repository", "=", wanted.repository.id);
  if (wanted.since) query = query.where("record.made_at", ">=", wanted.since.getTime());
  const rows = await query.execute();
  return rows.map(({ id, owner, name, installation, number, made_at, record }) => ({
    repository: { id, owner, name, installation },
    number,
    at: new Date(made_at),
    suggestion: parseSuggestion(record),
  }));
}

/** Records of these threads, each with when it was first made and our comment there. */
export async function suggestionsOfThreads(
  db: Kysely<Tables>,
  repository: number,
  wanted: readonly number[],
): Promise<readonly MadeSuggestion[]> {
  const found: MadeSuggestion[] = [];
  for await (const numbers of inChunks(wanted)) {
    const rows = await db
      .selectFrom("suggestion_records as record")
      .leftJoin("our_comments as ours", (join) =>
        join.onRef("ours.repository", "=", "record.repository").onRef("ours.number", "=", "record.number"),
      )
      .select(["record.number", "record.first_at", "record.record", "ours.comment"])
      .where("record.repository", "=", repository)
      .where("record.number", "in", numbers)
      .execute();
    for (const { number, first_at, record, comment } of rows) {
      const made = { number, firstAt: new Date(first_at), suggestion: parseSuggestion(record) };
      found.push({ ...made, ...(comment !== null && { comment }) });
    }
  }
  return found.sort((a, b) => a.number - b.number);
}

/** Our comments in threads where something was first posted from `from` up to `to`, newest first. */
export async function listSuggestionComments(
  db: Kysely<Tables>,
  repository: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  limit: number,
): Promise<readonly { readonly number: number; readonly comment: string }[]> {
  return (
    db
      .selectFrom("suggestion_records as record")
      .innerJoin("our_comments as ours", (join) =>
        join.onRef("ours.repository", "=", "record.repository").onRef("ours.number", "=", "record.number"),
      )
      .select(["ours.number", "ours.comment"])
      .where("record.repository", "=", repository)
      .where("record.mode", "=", "live")
      .where("record.first_at", ">=", from.getTime())
      .where("record.first_at", "<", to.getTime())
      // Of a post whose suggestions were taken back there is nothing to think.
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("suggestions as made")
            .select("made.item")
            .whereRef("made.repository", "=", "record.repository")
            .whereRef("made.number", "=", "record.number"),
        ),
      )
      .orderBy("record.first_at", "desc")
      .orderBy("record.number", "desc")
      .limit(limit)
      .execute()
  );
}
