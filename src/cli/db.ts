import type { Command } from "commander";
import type { DatabasePlace } from "../storage/database.ts";
import { quietOption } from "./terminal/quiet-option.ts";
import { dataOption } from "./with-stores.ts";

interface Options {
  readonly data: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `frontdesk db`: the database itself, whichever engine it is on. Exits 2 for a file that is not taken, 3 for a database that cannot be used. */
export function register(program: Command, databaseUrl: string | undefined): void {
  const db = program
    .command("db")
    .description("See to the database: on the server that DATABASE_URL names, or else in the data folder.");
  const place = ({ data }: Options): DatabasePlace => ({
    dataFolder: data,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  const add = (name: string, description: string) => db.command(name).description(description).addOption(dataOption());

  add("status", "Show where the database is, whether its tables are up to date, and how large they are.")
    .option("--json", "one JSON object")
    .action(async (options: Options) => {
      const { showState } = await import("./db/show-state.ts");
      await showState(place(options), options);
    });

  add("migrate", "Bring the tables up to date, as `frontdesk start` does. Back up first: there is no way back.")
    .option("--check", "change nothing; exit 1 where something is pending")
    .option("--json", "one JSON object")
    .action(async (options: Options & { check?: boolean }) => {
      const { runMigrate } = await import("./db/run-migrate.ts");
      await runMigrate(place(options), options);
    });

  add("export", "Write all that is in the database into a file, as it is at one moment. The app may go on meanwhile.")
    .requiredOption("--out <file>", "the file; it holds what private repositories say")
    .option("--json", "print how much was written as one JSON object")
    .addOption(quietOption())
    .action(async (options: Options & { out: string }) => {
      const { runDbExport } = await import("./db/run-db-export.ts");
      await runDbExport(place(options), options);
    });

  add(
    "import",
    "Put an exported file into a new database, on either engine, all of it or nothing, and compare each table.",
  )
    .argument("<file>", "what `frontdesk db export` wrote")
    .option("--json", "print how much was read as one JSON object")
    .addOption(quietOption())
    .action(async (file: string, options: Options) => {
      const { runDbImport } = await import("./db/run-db-import.ts");
      await runDbImport(place(options), file, options);
    });
}
