import type { Kysely } from "kysely";
import type { Inbox } from "../core/inbox.ts";
import type { Tables } from "../storage/tables.ts";
import { entryColumns, type EntryRow } from "./delivery-rows.ts";

/** Rows of the deliveries that are wanted, newest first. */
export async function listDeliveries(
  db: Kysely<Tables>,
  { state, shortfall, orderKey, limit }: Parameters<Inbox["list"]>[0],
): Promise<readonly EntryRow[]> {
  let query = db
    .selectFrom("deliveries")
    .select([...entryColumns, "seq"])
    .orderBy("seq", "desc")
    .limit(limit);
  if (state !== undefined) query = query.where("state", "=", state);
  if (shortfall !== undefined) query = query.where("shortfall", "=", shortfall);
  if (orderKey === undefined) return query.execute();
  // Keys are indexed for what is finished and for what is not apart: claiming must not meet what is done with.
  const ofKey = query.where("order_key", "=", orderKey);
  const [finished, others] = await Promise.all([
    ofKey.where("finished_at", "is not", null).execute(),
    ofKey.where("finished_at", "is", null).execute(),
  ]);
  return [...finished, ...others].toSorted((a, b) => b.seq - a.seq).slice(0, limit);
}
