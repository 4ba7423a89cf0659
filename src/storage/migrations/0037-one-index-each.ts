import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../in-turn.ts";

/**
 * What is asked of the line for each delivery has exactly one index that can serve it. PostgreSQL's statistics are mostly
 * of a time when nothing stood in line. By them each partial index is empty and costs the same, whatever it is ordered by,
 * so that it read the whole line for one key: 6 ms of processor for each delivery behind 10,000 others, and more with each.
 *
 * - `deliveries_in_line_by_actor` is of those with an actor, who is forgotten when a delivery ends.
 * - On PostgreSQL, `deliveries_head` is for those alone who write its condition as it stands here, which says what
 *   `head = 1` says: a planner takes two conditions for the same only where they are written alike
 *   (https://www.postgresql.org/docs/current/indexes-partial.html).
 */
export const oneIndexEach: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropIndex("deliveries_in_line_by_actor").execute();
    await sql`update deliveries set actor = null where finished_at is not null and actor is not null`.execute(db);
    await sql`
      create index deliveries_in_line_by_actor on deliveries (installation, actor) where actor is not null`.execute(db);
    if (!isPostgres(db)) return;
    await db.schema.dropIndex("deliveries_head").execute();
    await sql`update deliveries set head = 0 where finished_at is not null and head = 1`.execute(db);
    for (const statement of onPostgres) await sql.raw(statement).execute(db);
  },
};

/**
 * The functions of 0029 with that condition. Their plans are kept for as long as a connection lasts, so that one which was
 * made while the table was tiny must not read all of it later.
 */
const onPostgres: readonly string[] = [
  `create unique index deliveries_head on deliveries (order_key) where (head + 0) = 1`,
  `create or replace function deliveries_arrive() returns trigger language plpgsql set enable_seqscan = off as $$
   begin
     if new.finished_at is null then
       perform pg_advisory_xact_lock(30, hashtext(new.order_key));
       new.head := case when exists (
         select 1 from deliveries where order_key = new.order_key and (head + 0) = 1
       ) then 0 else 1 end;
     else
       new.head := 0;
     end if;
     if new.seq is null then
       new.seq := nextval('deliveries_seq_seq');
     end if;
     return new;
   end $$`,
  `create or replace function deliveries_move_on() returns trigger language plpgsql set enable_seqscan = off as $$
   begin
     perform pg_advisory_xact_lock(30, hashtext(new.order_key));
     update deliveries set head = 0
     where order_key = new.order_key and (head + 0) = 1 and state is distinct from 'running';
     update deliveries set head = 1
     where seq = (select min(seq) from deliveries where order_key = new.order_key and finished_at is null)
       and not exists (select 1 from deliveries where order_key = new.order_key and (head + 0) = 1);
     return null;
   end $$`,
];
