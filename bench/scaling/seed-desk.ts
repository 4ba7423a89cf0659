import { sql, type Kysely } from "kysely";
import type { Database } from "../../src/storage/open-database.ts";

/** How much there is. Each installation has one repository. */
export interface Scale {
  readonly installations: number;
  readonly threads: number;
  /** Deliveries that are done with, and not yet pruned. */
  readonly history: number;
}

/** Entries of a thread's timeline, as the median thread of public Q&A categories has them. */
const entriesEach = 6;

/** Fills the tables that grow with the desk, by the engine itself: rows of the size that the stores write. PostgreSQL only. */
export async function seedDesk({ db }: Database, { installations, threads, history }: Scale): Promise<void> {
  const untyped = db as unknown as Kysely<unknown>;
  const run = async (statement: ReturnType<typeof sql>) => statement.execute(untyped);
  await run(sql`
    insert into repositories (id, owner, name, installation)
    select id, 'owner-' || id, 'widgets', id from generate_series(1, ${sql.lit(installations)}) as id`);
  await run(sql`
    insert into timeline_threads (repository, number, opened_at, asker, is_asker_gone, opener_role, is_open,
      top_level_comments, version, full_version, observed, listed)
    select 1 + t % ${sql.lit(installations)}, 1 + t / ${sql.lit(installations)}, ${now} - t * 1000, 'asker-' || t, 0, 'none',
      case when t % 20 = 0 then 1 else 0 end, 3, '2026-11-01T00:00:00Z', null,
      ${sql.lit(JSON.stringify(observed))}, null
    from generate_series(0, ${sql.lit(threads - 1)}) as t`);
  await run(sql`
    insert into timeline_entries (repository, number, key, at, kind, by, role, sense, text_at, is_deleted, is_hidden, seen, details)
    select 1 + t % ${sql.lit(installations)}, 1 + t / ${sql.lit(installations)}, 'comment:DC_kwDOAAAAAc4' || t || '_' || e,
      ${now} - t * 1000 + e, 'comment', 'person-' || (t + e) % 100000, 'none', 'none', ${now}, 0, 0, null,
      ${sql.lit(JSON.stringify({ id: "DC_kwDOAAAAAc4AAAAAA" }))}
    from generate_series(0, ${sql.lit(threads - 1)}) as t, generate_series(1, ${sql.lit(entriesEach)}) as e`);
  await run(sql`
    insert into watched_threads (repository, number, status, since, due_at, near_at, look_at, breached_at, digest, record)
    select 1 + t % ${sql.lit(installations)}, 1 + t / ${sql.lit(installations)}, 'answered', ${now}, ${never}, ${never}, ${never},
      0, 'd', ${sql.lit(JSON.stringify({ record: "x".repeat(900) }))}
    from generate_series(0, ${sql.lit(threads - 1)}) as t`);
  await run(sql`
    insert into deliveries (id, name, action, order_key, installation, priority, repository, state, attempts, received_at,
      run_at, finished_at, outcome)
    select 'past-' || d, 'discussion_comment', 'created', 'thread:' || 1 + d % ${sql.lit(installations)} || ':' || d,
      1 + d % ${sql.lit(installations)}, 1, 1 + d % ${sql.lit(installations)}, 'done', 0, ${now} - d, ${now} - d, ${now} - d,
      ${"timeline: take in what the webhook tells, because it tells of a comment; watch: nothing, because nothing is due"}
    from generate_series(1, ${sql.lit(history)}) as d`);
  await run(sql`
    insert into delivery_payloads (delivery, payload)
    select seq, ${sql.lit(JSON.stringify({ action: "created", comment: { body: "x".repeat(4_000) } }))}
    from deliveries`);
  await run(sql`analyze`);
}

const now = sql`(extract(epoch from now()) * 1000)::bigint`;
const never = sql.lit(Number.MAX_SAFE_INTEGER);
const observed = {
  id: "D_kwDOAAAAAc4AAAAA",
  title: "How do I change the level of the log while it runs?",
  url: "https://github.com/owner/widgets/discussions/123",
  category: "q-a",
  isAnswerable: true,
  labels: ["area: logging"],
  locked: false,
  isPinned: false,
  updatedAt: "2026-11-01T00:00:00Z",
  readAt: "2026-11-01T00:00:00Z",
};
