import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../in-turn.ts";

/**
 * Which delivery of a key can be claimed is marked (`head`), so that claiming costs the same however many stand in line.
 * The engine keeps the mark by triggers, whoever writes: one of a key has it, the one in progress or else the oldest that
 * is not done. By its indexes it also keeps that of a key never two are in progress, that of an installation never two
 * have the same slot, and that a cause is known once.
 */
export const firstOfKey: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await addColumns(db);
    await markHeads(db);
    await indexDeliveries(db);
    for (const statement of isPostgres(db) ? onPostgres : onSqlite) await sql.raw(statement).execute(db);
  },
};

async function addColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("deliveries")
    .addColumn("head", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("deliveries").addColumn("slot", "integer").execute();
}

/** Of what is in line. Two of a key could be in progress when the older one was a dead letter that somebody retried. */
async function markHeads(db: Kysely<unknown>): Promise<void> {
  await sql`
    update deliveries set state = 'waiting', leased_by = null, lease_until = null
    where state = 'running' and exists (
      select 1 from deliveries as older
      where older.order_key = deliveries.order_key and older.state = 'running' and older.seq < deliveries.seq
    )`.execute(db);
  await sql`
    update deliveries set head = 1 where seq in (
      select coalesce(min(case when state = 'running' then seq end), min(seq))
      from deliveries where finished_at is null group by order_key
    )`.execute(db);
  await sql`
    update deliveries set cause = null where cause is not null and exists (
      select 1 from deliveries as older where older.cause = deliveries.cause and older.seq < deliveries.seq
    )`.execute(db);
}

/**
 * SQLite goes to the table even for the condition of a partial index unless its column is in there. The condition of
 * `deliveries_head` says more than what claiming asks for, so that no planner takes that index for it: it knows nothing of
 * the order of installations, and PostgreSQL, whose statistics are of a time when nothing stood in line, would read all
 * that is in it.
 */
async function indexDeliveries(db: Kysely<unknown>): Promise<void> {
  for (const index of ["deliveries_in_line", "deliveries_by_cause"]) await db.schema.dropIndex(index).execute();
  const statements = [
    sql`create unique index deliveries_head on deliveries (order_key) where head = 1 and finished_at is null`,
    sql`create index deliveries_claimable on deliveries
        (installation, priority, seq, state, run_at, lease_until, head) where head = 1`,
    sql`create index deliveries_next on deliveries (run_at, head, state) where head = 1 and state = 'waiting'`,
    sql`create unique index deliveries_running on deliveries (order_key) where state = 'running'`,
    sql`create unique index deliveries_slots on deliveries (installation, slot) where state = 'running'`,
    sql`create unique index deliveries_by_cause on deliveries (cause) where cause is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
}

const onSqlite: readonly string[] = [
  `create trigger deliveries_arrive after insert on deliveries when new.finished_at is null
   begin
     update deliveries set head = 1 where seq = new.seq and not exists (
       select 1 from deliveries where order_key = new.order_key and finished_at is null and seq <> new.seq
     );
   end`,
  `create trigger deliveries_arrive_done after insert on deliveries when new.finished_at is not null and new.head = 1
   begin
     update deliveries set head = 0 where seq = new.seq;
   end`,
  `create trigger deliveries_move_on after update of finished_at, state on deliveries
   when (old.finished_at is null) <> (new.finished_at is null) or (old.state = 'running' and new.state = 'waiting')
   begin
     update deliveries set head = 0 where seq = new.seq and new.finished_at is not null;
     update deliveries set head = 0
     where order_key = new.order_key and finished_at is null and head = 1 and state = 'waiting';
     update deliveries set head = 1
     where seq = (select min(seq) from deliveries where order_key = new.order_key and finished_at is null)
       and not exists (select 1 from deliveries where order_key = new.order_key and finished_at is null and head = 1);
   end`,
];

/**
 * Whoever changes what is first of a key has the lock of that key until it is committed; each statement of a function sees
 * what was committed before it began (https://www.postgresql.org/docs/current/xfunc-volatility.html), so after the wait
 * for the lock all that came before. The number of a delivery is given out under the lock as well: of one key, numbers
 * rise in the order of the commits.
 */
const onPostgres: readonly string[] = [
  `alter table deliveries alter column seq drop identity`,
  `create sequence deliveries_seq_seq owned by deliveries.seq`,
  `select setval('deliveries_seq_seq', coalesce(max(seq), 0) + 1, false) from deliveries`,
  `create function deliveries_arrive() returns trigger language plpgsql as $$
   begin
     if new.finished_at is null then
       perform pg_advisory_xact_lock(30, hashtext(new.order_key));
       new.head := case when exists (
         select 1 from deliveries where order_key = new.order_key and finished_at is null
       ) then 0 else 1 end;
     else
       new.head := 0;
     end if;
     if new.seq is null then
       new.seq := nextval('deliveries_seq_seq');
     end if;
     return new;
   end $$`,
  `create trigger deliveries_arrive before insert on deliveries for each row execute function deliveries_arrive()`,
  `create function deliveries_end() returns trigger language plpgsql as $$
   begin
     new.head := 0;
     return new;
   end $$`,
  `create trigger deliveries_end before update of finished_at on deliveries for each row
   when (old.finished_at is null and new.finished_at is not null) execute function deliveries_end()`,
  `create function deliveries_move_on() returns trigger language plpgsql as $$
   begin
     perform pg_advisory_xact_lock(30, hashtext(new.order_key));
     update deliveries set head = 0
     where order_key = new.order_key and finished_at is null and head = 1 and state = 'waiting';
     update deliveries set head = 1
     where seq = (select min(seq) from deliveries where order_key = new.order_key and finished_at is null)
       and not exists (select 1 from deliveries where order_key = new.order_key and finished_at is null and head = 1);
     return null;
   end $$`,
  `create trigger deliveries_move_on after update of finished_at, state on deliveries for each row
   when ((old.finished_at is null) <> (new.finished_at is null) or (old.state = 'running' and new.state = 'waiting'))
   execute function deliveries_move_on()`,
];
