import { sql, type Kysely } from "kysely";
import type { Opinions } from "../core/suggestion.ts";
import type { Tables } from "./tables.ts";

/** GitHub's clock and ours may differ by so much; its times also have whole seconds only. */
const clockGraceMs = 60_000;

/**
 * By item: what people thought of the posts it was in. Whoever spoke before an item was suggested, as an edit can
 * change what a comment suggests, has said nothing about it.
 */
export async function readOpinions(db: Kysely<Tables>, repository: number): Promise<ReadonlyMap<string, Opinions>> {
  const rows = await db
    .selectFrom("suggestions")
    .innerJoin("feedback", (join) =>
      join
        .onRef("feedback.repository", "=", "suggestions.repository")
        .onRef("feedback.number", "=", "suggestions.number"),
    )
    .select((eb) => ["suggestions.item", eb.fn.sum("feedback.helpful").as("helpful"), eb.fn.countAll().as("all")])
    .where("suggestions.repository", "=", repository)
    // The sum stands on the side of `feedback`: a bare column there tempts SQLite to search by time for each suggestion.
    .where(sql<number>`feedback.given_at + ${clockGraceMs}`, ">=", (eb) => eb.ref("suggestions.suggested_at"))
    .groupBy("suggestions.item")
    .orderBy("suggestions.item")
    .execute();
  return new Map(
    rows.map(({ item, helpful, all }) => [
      item,
      { helpful: Number(helpful), unhelpful: Number(all) - Number(helpful) },
    ]),
  );
}
