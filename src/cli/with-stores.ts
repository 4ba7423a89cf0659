import { Option, type Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import { isNameOf } from "../core/repository-name.ts";

/** Opens the stores of a data folder; `close` releases them. Undefined: there is no database in the folder. */
export type OpenStores<Stores> = (dataFolder: string) => Promise<(Stores & { close(): Promise<void> }) | undefined>;

/** `--data <folder>`, of every command that reads a data folder. */
export function dataOption(): Option {
  return new Option("--data <folder>", "the data folder").env("DATA_FOLDER").default(".frontdesk");
}

/** Opens the stores of a data folder, uses them, and closes them. Says so and exits 2 where there is no database. */
export async function withStores<Stores>(
  command: Command,
  dataFolder: string,
  open: OpenStores<Stores>,
  use: (stores: Stores) => Promise<void>,
): Promise<void> {
  const stores = await open(dataFolder);
  if (!stores) return command.error(`There is no Frontdesk database in ${dataFolder}.`, { exitCode: 2 });
  try {
    await use(stores);
  } finally {
    await stores.close();
  }
}

/** The repository of this name; undefined where none is named. Says so and exits 2 where it is not served. */
export async function findServed(
  command: Command,
  records: { repositories(): Promise<readonly RepositoryRef[]> },
  name: string | undefined,
): Promise<RepositoryRef | undefined> {
  if (name === undefined) return undefined;
  const repository = (await records.repositories()).find((it) => isNameOf(name, it));
  return repository ?? command.error(`No repository ${name} is served here.`, { exitCode: 2 });
}
