import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";

/** A database of its own on the server that the project `postgres` runs on: with our tables, or with `tables: false` none. */
export async function newPostgresDatabase({ tables = true }: { readonly tables?: boolean } = {}): Promise<{
  readonly url: string;
  drop(): Promise<void>;
}> {
  const server = inject("postgresUrl");
  const name = `frontdesk_${randomUUID().replaceAll("-", "")}`;
  // Copying files of a small database is quicker than writing its pages to the log: sql-createdatabase.html.
  await execute(
    server,
    `create database ${name} ${tables ? `template ${inject("postgresTemplate")} strategy file_copy` : ""}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `drop database if exists ${name} with (force)`) };
}

/** Databases that tests have given back, with nothing in their tables: making one takes some hundred times as long. */
const free: Awaited<ReturnType<typeof newPostgresDatabase>>[] = [];

/** A database with our tables and nothing in them, to be given back when nobody has it open. */
export async function lendPostgresDatabase(): Promise<{ readonly url: string; giveBack(): Promise<void> }> {
  const lent = free.pop() ?? (await newPostgresDatabase());
  return {
    url: lent.url,
    giveBack: async () => {
      try {
        await execute(lent.url, emptyTables);
        free.push(lent);
      } catch {
        // Somebody still has it, or its tables are not ours any more.
        await lent.drop();
      }
    },
  };
}

/** An open database of its own; `remove` takes it away with all that is in it. */
export async function openPostgresDatabase(): Promise<{ readonly database: Database; remove(): Promise<void> }> {
  const { url, giveBack } = await lendPostgresDatabase();
  const database = await openDatabase({ dataFolder: "", databaseUrl: url });
  return {
    database,
    remove: async () => {
      await database.close();
      await giveBack();
    },
  };
}

/** Deletes all rows; what counts begins anew. */
const emptyTables = `
  set lock_timeout = '2s';
  do $$ declare it record; begin
    for it in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
      execute format('delete from %I', it.tablename);
    end loop;
    for it in select sequencename from pg_sequences where schemaname = 'public' loop
      execute format('alter sequence %I restart', it.sequencename);
    end loop;
  end $$`;

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
