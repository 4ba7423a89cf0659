import { sql, type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool } from "kysely";
import type { Tables } from "../storage/tables.ts";

type WithCandidate = Tables & { candidate: Tables["deliveries"] };
type Deliveries = ExpressionBuilder<Tables, "deliveries">;
type Candidates = ExpressionBuilder<WithCandidate, "candidate">;

/**
 * When a candidate can be claimed: when it is due, or when the lease of whoever has it ends. As an expression it also
 * keeps the query planner from sorting all that are due: the index is read in the order of arrival up to the first hit.
 */
export const claimableAt = sql<
  number | null
>`case when candidate.state = 'running' then candidate.lease_until else candidate.run_at end`;

/** The oldest delivery that may run: due or with a lease that ran out, and first of its key. */
export function nextToRun(
  eb: Deliveries,
  now: Date,
): SelectQueryBuilder<WithCandidate, "deliveries" | "candidate", { seq: number }> {
  return eb
    .selectFrom("deliveries as candidate")
    .select("candidate.seq")
    .where("candidate.finished_at", "is", null)
    .where(claimableAt, "<=", now.getTime())
    .where(isFirstOfKey)
    .orderBy("candidate.seq")
    .limit(1);
}

/** No older delivery with the same key is waiting or running. */
export function isFirstOfKey(eb: Candidates): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom("deliveries as older")
        .select("older.seq")
        .where("older.finished_at", "is", null)
        .whereRef("older.order_key", "=", "candidate.order_key")
        .whereRef("older.seq", "<", "candidate.seq"),
    ),
  );
}
