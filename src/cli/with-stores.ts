import { Option } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import { fullName, isNameOf } from "../core/repository-name.ts";
import { CommandError } from "./command-error.ts";

/** Opens the stores of a data folder; `close` releases them. Undefined: there is no database in the folder. */
export type OpenStores<Stores> = (dataFolder: string) => Promise<(Stores & { close(): Promise<void> }) | undefined>;

/** `--data <folder>`, of every command that reads a data folder. */
export function dataOption(): Option {
  return new Option("--data <folder>", "the data folder").env("DATA_FOLDER").default(".frontdesk");
}

/** What is said where a folder has no database. */
export function noDatabase(dataFolder: string): CommandError {
  return new CommandError(
    `There is no Frontdesk database in ${dataFolder}. Name its folder by --data or DATA_FOLDER, or the server by DATABASE_URL.`,
  );
}

/** Opens the stores of a data folder, uses them, and closes them. Rejects with `CommandError` where there is no database. */
export async function withStores<Stores>(
  dataFolder: string,
  open: OpenStores<Stores>,
  use: (stores: Stores) => Promise<void>,
): Promise<void> {
  const stores = await open(dataFolder);
  if (!stores) throw noDatabase(dataFolder);
  try {
    await use(stores);
  } finally {
    await stores.close();
  }
}

/** The most repositories that are named to somebody who has named another. */
const maxNamed = 5;

/** The repository of this name; undefined where none is named. Rejects with `CommandError` where it is not served. */
export async function findServed<Name extends string | undefined>(
  records: { repositories(): Promise<readonly RepositoryRef[]> },
  name: Name,
): Promise<RepositoryRef | (undefined extends Name ? undefined : never)>;
export async function findServed(
  records: { repositories(): Promise<readonly RepositoryRef[]> },
  name: string | undefined,
): Promise<RepositoryRef | undefined> {
  if (name === undefined) return undefined;
  const served = await records.repositories();
  const repository = served.find((it) => isNameOf(name, it));
  if (repository) return repository;
  if (!/^[\w.-]+\/[\w.-]+$/u.test(name)) {
    throw new CommandError(`"${name}" is no repository: write owner/name, such as acme/widgets.`);
  }
  const names = served.slice(0, maxNamed).map(fullName).join(", ");
  const more = served.length > maxNamed ? `, and ${served.length - maxNamed} more` : "";
  throw new CommandError(
    `No repository ${name} is served here. ${names === "" ? "None is: install the app on it first." : `Served are ${names}${more}.`}`,
  );
}
