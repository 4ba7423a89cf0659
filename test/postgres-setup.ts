import type { TestProject } from "vitest/node";
import { startPostgres } from "../local-postgres/start-postgres.ts";
import { openDatabase } from "../src/storage/open-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
    /** The name of a database with our tables and nothing in them, to copy. */
    readonly postgresTemplate: string;
  }
}

/** One PostgreSQL server for all tests of a run; each makes databases of its own on it (`newPostgresDatabase`). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = await server.newDatabase();
  await (await openDatabase({ dataFolder: "", databaseUrl: template.url })).close();
  project.provide("postgresUrl", server.url);
  project.provide("postgresTemplate", new URL(template.url).pathname.slice(1));
  return () => server.stop();
}
