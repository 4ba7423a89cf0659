import { sql, type Kysely, type SelectQueryBuilder, type SqlBool } from "kysely";
import type { InFlight } from "../core/inbox.ts";
import { isPostgres } from "../storage/in-turn.ts";
import type { Tables } from "../storage/tables.ts";

/** Of so many installations at once it is asked which should have the next turn. */
const maxInLine = 64;

/** Conditions are written out, not handed over as values: SQLite finds a partial index only by what it reads. */
const isHead = sql<SqlBool>`candidate.head = 1`;

/**
 * When a candidate can be claimed: when it is due, or when the lease of whoever has it ends. As an expression it also
 * keeps the query planner from sorting all that are due: the index is read in the order of arrival up to the first hit.
 */
const claimableAt = sql<number>`case when candidate.state = 'running' then candidate.lease_until else candidate.run_at end`;

/** An installation that has something to claim, and one of those that it has in progress, or none. */
export interface Due {
  readonly installation: number;
  readonly slot: number | null;
  readonly leaseUntil: number | null;
}

/**
 * Installations that have something which can be claimed, with what they have in progress over all processes. It begins
 * behind one of them and goes round: in a long line all have their turn. Each is one step in the index, however much it has.
 */
export async function installationsDue(db: Kysely<Tables>, now: Date, after: number): Promise<readonly Due[]> {
  const first = sql`(select min(installation) from deliveries where head = 1)`;
  const behind = (id: ReturnType<typeof sql>) =>
    sql`coalesce((select min(installation) from deliveries where head = 1 and installation > ${id}), ${first})`;
  const { rows } = await sql<Due>`
    with recursive line(id) as (
      select ${behind(sql`${after}`)}
      union
      select ${behind(sql`line.id`)} from line where line.id is not null
    )
    select due.id as installation, running.slot as slot, running.lease_until as "leaseUntil"
    from (
      select id from line
      where id is not null and (
        select 1 from deliveries as candidate
        where ${isHead} and candidate.installation = line.id and ${claimableAt} <= ${now.getTime()}
        limit 1
      ) = 1
      limit ${sql.lit(maxInLine)}
    ) as due
    left join deliveries as running on running.state = 'running' and running.installation = due.id`.execute(db);
  return rows;
}

type WithCandidate = Tables & { candidate: Tables["deliveries"] };

/**
 * The next delivery of an installation that may run: first of its key, and due or with a lease that ran out. What is in
 * hand is passed over: its lease may have run out because the clock was put forward. `leftBehind`: only what others had
 * in progress. As a part of an update, it passes over what another process is about to take.
 */
export function nextOf(
  db: Kysely<Tables>,
  { installation, now, inFlight, leftBehind }: Turn,
): SelectQueryBuilder<WithCandidate, "candidate", { seq: number }> {
  let query = db
    .selectFrom("deliveries as candidate")
    .select("candidate.seq")
    .where(isHead)
    .where("candidate.installation", "=", installation)
    .where(claimableAt, "<=", now.getTime())
    .orderBy("candidate.priority")
    .orderBy("candidate.seq")
    .limit(1);
  if (leftBehind) query = query.where(sql<SqlBool>`candidate.state = 'running'`);
  const ids = inFlight.map(({ id }) => id);
  if (ids.length > 0) {
    query = query.where((eb) => eb.or([sql<SqlBool>`candidate.state = 'waiting'`, eb("candidate.id", "not in", ids)]));
  }
  return isPostgres(db) ? query.forUpdate().skipLocked() : query;
}

/** Whose turn it is, and what may be taken in it. */
export interface Turn {
  readonly installation: number;
  readonly now: Date;
  readonly inFlight: InFlight["deliveries"];
  readonly leftBehind: boolean;
}

/** When something can next be claimed, in milliseconds; undefined while nothing is in line. */
export async function nextClaimableAt(db: Kysely<Tables>): Promise<number | undefined> {
  const { due, left } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("deliveries")
        .select((of) => of.fn.min("run_at").as("at"))
        .where(sql<SqlBool>`head = 1 and state = 'waiting'`)
        .as("due"),
      eb
        .selectFrom("deliveries")
        .select((of) => of.fn.min("lease_until").as("at"))
        .where(sql<SqlBool>`state = 'running'`)
        .as("left"),
    ])
    .executeTakeFirstOrThrow();
  const times = [due, left].filter((it) => it !== null);
  return times.length === 0 ? undefined : Math.min(...times);
}
