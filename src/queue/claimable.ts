import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
} from "kysely";
import type { InFlight } from "../core/inbox.ts";
import type { Tables } from "../storage/tables.ts";

type WithCandidate = Tables & { candidate: Tables["deliveries"] };
type Candidates = ExpressionBuilder<WithCandidate, "candidate">;

/**
 * When a candidate can be claimed: when it is due, or when the lease of whoever has it ends. As an expression it also
 * keeps the query planner from sorting all that are due: the index is read in the order of arrival up to the first hit.
 */
export const claimableAt = sql<
  number | null
>`case when candidate.state = 'running' then candidate.lease_until else candidate.run_at end`;

/** What is read of a candidate before it is claimed. */
const candidateColumns = [
  "candidate.seq",
  "candidate.id",
  "candidate.state",
  "candidate.lease_until",
  "candidate.crashes",
  "candidate.steps_before",
  "candidate.alone",
] as const;

/** The installations that have something in line, by number. Each is one step in the index, however much it has. */
export async function installationsInLine(db: Kysely<Tables>): Promise<readonly number[]> {
  const next = (after: ReturnType<typeof sql>) =>
    sql`(select min(installation) from deliveries where finished_at is null and ${after})`;
  const { rows } = await sql<{ readonly id: number }>`
    with recursive line(id) as (
      select ${next(sql`true`)}
      union all
      select ${next(sql`installation > line.id`)} from line where line.id is not null
    )
    select id from line where id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * The next delivery of an installation that may run: due or with a lease that ran out, and first of its key. What is in
 * hand is passed over: its lease may have run out because the clock was put forward.
 */
export async function nextOf(db: Kysely<Tables>, installation: number, now: Date, inFlight: InFlight["deliveries"]) {
  let query: SelectQueryBuilder<WithCandidate, "candidate", object> = db
    .selectFrom("deliveries as candidate")
    .where("candidate.finished_at", "is", null)
    .where("candidate.installation", "=", installation)
    .where(claimableAt, "<=", now.getTime())
    .where(isFirstOfKey);
  const ids = inFlight.map(({ id }) => id);
  if (ids.length > 0) {
    query = query.where((eb) => eb.or([eb("candidate.state", "=", "waiting"), eb("candidate.id", "not in", ids)]));
  }
  return query
    .select(candidateColumns)
    .orderBy("candidate.priority")
    .orderBy("candidate.seq")
    .limit(1)
    .executeTakeFirst();
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
