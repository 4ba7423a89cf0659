import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { sql, type Kysely } from "kysely";
import type { OldRecords } from "../core/retention.ts";
import type { Tables } from "./tables.ts";

/** What is looked at in one statement, and deleted in one transaction, so that nobody waits long for a lock. */
const atOnce = 100;

/**
 * What is known of a discussion that ended long ago. Not what tells us what we said there (`our_comments`), and not what
 * follows something else: answers that are found, requests with their issues, promotions.
 */
const tablesOfThreads = [
  "timeline_entries",
  "watched_threads",
  "thread_resolutions",
  "bookings",
  "survey_words",
  "surveys",
  "feedback",
  "suggestions",
  "suggestion_records",
  "on_call_notices",
  "on_call_labels",
  // Last, since by it they are found: whoever is interrupted goes on the next day.
  "timeline_threads",
] as const;

/** Tables that belong to features. */
type OldTables = Tables & {
  timeline_threads: { repository: number; number: number; is_open: number; observed: string };
  surveys: { repository: number; number: number; asked_at: number | null };
  survey_words: { repository: number; number: number };
  interviews: { repository: number; quarter: string; person: string; named_at: number };
  interview_notes: { repository: number; quarter: string; person: string };
};

/** Forgets what is older than the operator wants it, a little at a time; answers how many discussions, or rows. */
export async function forgetOld(
  db: Kysely<Tables>,
  { of, before }: Exclude<OldRecords, { readonly of: "deliveries" }>,
): Promise<number> {
  const tables = db.withTables<Omit<OldTables, keyof Tables>>();
  return of === "closed-threads"
    ? forgetClosedThreads(tables, new Date(before))
    : forgetWords(tables, new Date(before).getTime());
}

interface Thread {
  readonly repository: number;
  readonly number: number;
}

async function forgetClosedThreads(db: Kysely<OldTables>, before: Date): Promise<number> {
  let forgotten = 0;
  let last: Thread = { repository: -1, number: -1 };
  for (; ; await yieldToEventLoop()) {
    const rows = await closedThreads(db, last);
    const end = rows.at(-1);
    if (end === undefined) return forgotten;
    last = end;
    const old = rows.filter(({ observed }) => isClosedBefore(observed, before));
    for (const it of old) await db.transaction().execute((transaction) => forgetThread(transaction, it));
    forgotten += old.length;
  }
}

/** Closed threads behind one, by their order. */
async function closedThreads(db: Kysely<OldTables>, { repository, number }: Thread) {
  return db
    .selectFrom("timeline_threads")
    .select(["repository", "number", "observed"])
    .where("is_open", "=", 0)
    .where((eb) =>
      eb.or([
        eb("repository", ">", repository),
        eb.and([eb("repository", "=", repository), eb("number", ">", number)]),
      ]),
    )
    .orderBy("repository")
    .orderBy("number")
    .limit(atOnce)
    .execute();
}

/** `observed`: `StoredThread` of the timeline. */
function isClosedBefore(observed: string, before: Date): boolean {
  const { closed, updatedAt } = JSON.parse(observed) as {
    readonly closed?: { readonly at: string };
    readonly updatedAt: string;
  };
  // Whatever was said in it since begins its time anew.
  return closed !== undefined && Date.parse(closed.at) < before.getTime() && Date.parse(updatedAt) < before.getTime();
}

async function forgetThread(db: Kysely<OldTables>, { repository, number }: Thread): Promise<void> {
  for (const table of tablesOfThreads) {
    await sql`
      delete from ${sql.table(table)} where repository = ${repository} and number = ${number}`.execute(db);
  }
}

async function forgetWords(db: Kysely<OldTables>, before: number): Promise<number> {
  const words = await db
    .deleteFrom("survey_words")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("surveys")
          .select("surveys.number")
          .whereRef("surveys.repository", "=", "survey_words.repository")
          .whereRef("surveys.number", "=", "survey_words.number")
          .where("surveys.asked_at", "<", before),
      ),
    )
    .executeTakeFirstOrThrow();
  const notes = await db
    .deleteFrom("interview_notes")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("interviews")
          .select("interviews.person")
          .whereRef("interviews.repository", "=", "interview_notes.repository")
          .whereRef("interviews.quarter", "=", "interview_notes.quarter")
          .whereRef("interviews.person", "=", "interview_notes.person")
          .where("interviews.named_at", "<", before),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(words.numDeletedRows + notes.numDeletedRows);
}
