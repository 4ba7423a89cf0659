import { sql } from "kysely";
import { afterEach } from "vitest";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { tableNames } from "../../helpers/tables-with.ts";
import { newPostgresDatabase } from "../../helpers/test-postgres.ts";
import { comesBackFromBackups } from "./restore-story.ts";

type Row = Readonly<Record<string, unknown>>;

let drop: () => Promise<void>;
afterEach(() => drop());

comesBackFromBackups(
  async () => {
    const database = await newPostgresDatabase();
    drop = database.drop;
    return { databaseUrl: database.url };
  },
  async ({ place }) => {
    const database = await openDatabase(place);
    const names = await tableNames(database);
    // As pg_dump does it: all tables as they are at one moment, while others write.
    const tables = await database.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (transaction) => {
        const read: (readonly [table: string, rows: readonly Row[]])[] = [];
        for (const name of names) {
          read.push([name, (await sql<Row>`select * from ${sql.table(name)}`.execute(transaction)).rows]);
        }
        return read;
      });
    await database.close();
    return async () => {
      const { db, close } = await openDatabase(place);
      await sql`truncate ${sql.join(names.map((it) => sql.table(it)))} cascade`.execute(db);
      // Rows that refer to others come after them: deliveries, then payloads and plans, then steps.
      for (const [name, rows] of tables) {
        for (const row of rows) {
          await sql`
            insert into ${sql.table(name)} (${sql.join(Object.keys(row).map((it) => sql.ref(it)))})
            values (${sql.join(Object.values(row))})`.execute(db);
        }
      }
      await close();
    };
  },
);
