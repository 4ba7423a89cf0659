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

/** An open database of its own; `remove` takes it away with all that is in it. */
export async function openPostgresDatabase(): Promise<{ readonly database: Database; remove(): Promise<void> }> {
  const { url, drop } = await newPostgresDatabase();
  const database = await openDatabase({ dataFolder: "", databaseUrl: url });
  return {
    database,
    remove: async () => {
      await database.close();
      await drop();
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
