import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { forgetOld } from "../../src/storage/forget-old.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";
import { plantRow } from "../helpers/plant-row.ts";

const tables = [
  "timeline_threads",
  "timeline_entries",
  "watched_threads",
  "thread_resolutions",
  "bookings",
  "surveys",
  "survey_words",
  "feedback",
  "suggestions",
  "suggestion_records",
  "on_call_notices",
  "on_call_labels",
];
/** What is known of a discussion and stays: see `forget-old.ts`. */
const kept = ["our_comments", "feature_requests", "promotions", "threads"];

const before = "2026-06-01T00:00:00.000Z";
const old = "2026-05-31T23:59:59.000Z";
const young = "2026-06-01T00:00:00.000Z";

/** What holds on every engine; `open` gives an empty database with all tables. */
export function forgetsOldRecords(open: () => Promise<{ readonly database: Database; remove(): Promise<void> }>): void {
  let database: Database;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ database, remove } = await open());
  });
  afterEach(async () => {
    for (const table of [...tables, ...kept, "interviews", "interview_notes", "deliveries"]) {
      await sql`delete from ${sql.table(table)}`.execute(database.db);
    }
  });
  afterAll(() => remove());

  /** A discussion with a row in each table. */
  async function plantThread(
    number: number,
    { closedAt, updatedAt = closedAt ?? old }: { readonly closedAt?: string; readonly updatedAt?: string },
  ): Promise<void> {
    const observed = JSON.stringify({ updatedAt, ...(closedAt !== undefined && { closed: { at: closedAt } }) });
    for (const table of [...tables, ...kept]) {
      const thread = table === "timeline_threads" && { observed, is_open: closedAt === undefined ? 1 : 0 };
      await plantRow(database, table, { repository: 7, number, slot: number, ...thread });
    }
  }

  async function numbersIn(table: string): Promise<readonly number[]> {
    const { rows } = await sql<{ number: number }>`
      select number from ${sql.table(table)} order by number`.execute(database.db);
    return rows.map(({ number }) => number);
  }

  describe("what is older than the operator wants it", () => {
    it("goes with all that is known of discussions that were closed by then, and of no others", async () => {
      await plantThread(1, { closedAt: old });
      await plantThread(2, { closedAt: young });
      await plantThread(3, {});
      await plantThread(4, { closedAt: old, updatedAt: young });
      // More than are looked at in one go.
      for (let number = 100; number < 210; number++) {
        const observed = JSON.stringify({ updatedAt: old, closed: { at: old } });
        await plantRow(database, "timeline_threads", { repository: 8, number, observed, is_open: 0 });
      }
      expect(await forgetOld(database.db, { of: "closed-threads", before })).toBe(111);
      for (const table of tables) expect([table, await numbersIn(table)]).toEqual([table, [2, 3, 4]]);
      for (const table of kept) expect([table, await numbersIn(table)]).toEqual([table, [1, 2, 3, 4]]);
      expect(await forgetOld(database.db, { of: "closed-threads", before })).toBe(0);
    });

    it("goes with words for helpers alone, and leaves what they belong to", async () => {
      for (const [number, at] of [old, young].entries()) {
        const time = Date.parse(at);
        await plantRow(database, "surveys", { repository: 7, number, asked_at: time });
        await plantRow(database, "survey_words", { repository: 7, number });
        await plantRow(database, "interviews", { repository: 7, quarter: "q", person: at, named_at: time });
        await plantRow(database, "interview_notes", { repository: 7, quarter: "q", person: at });
      }
      expect(await forgetOld(database.db, { of: "private-words", before })).toBe(2);
      expect([await numbersIn("surveys"), await numbersIn("survey_words")]).toEqual([[0, 1], [1]]);
      const { rows } = await sql`select person from interview_notes`.execute(database.db);
      expect(rows).toEqual([{ person: young }]);
      expect((await sql`select person from interviews`.execute(database.db)).rows).toHaveLength(2);
    });

    it("goes with what deliveries said, and leaves that they were there, so that none is taken twice", async () => {
      const inbox = new InboxStore(database, "a");
      const accept = (id: string, at: string, outcome?: string) =>
        inbox.accept({ id, name: "ping", payload: { zen: id } }, inLine(id), new Date(at), outcome);
      await accept("old", old, "triage: said zen");
      await accept("young", young, "triage: said zen");
      await accept("waits", old);
      expect(await inbox.forgetDone(new Date(before))).toBe(1);
      expect(await inbox.forgetDone(new Date(before))).toBe(0);
      const said = await Promise.all(["old", "young", "waits"].map(async (id) => (await inbox.show(id))?.payload));
      expect(said).toEqual([undefined, { zen: "young" }, { zen: "waits" }]);
      expect((await inbox.show("old"))?.outcome).toBe("triage; the rest was forgotten");
      expect(await accept("old", young)).toBe(false);
    });
  });
}
