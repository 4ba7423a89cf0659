import type { Kysely } from "kysely";
import type { NamingRows } from "../../core/forgotten-people.ts";
import { dropSnapshot } from "../snapshot-pieces.ts";
import type { Tables } from "../tables.ts";
import { forgetInTable } from "./forget-in-table.ts";
import { tablesWithPeople } from "./tables-with-people.ts";

/**
 * Takes somebody out of all tables but those of the inbox, and answers how many rows of each named them. With `isDry`
 * nothing is changed. The same twice is once.
 */
export async function forgetPerson(
  db: Kysely<Tables>,
  login: string,
  { isDry }: { readonly isDry: boolean },
): Promise<readonly NamingRows[]> {
  const found: NamingRows[] = [];
  const reindexed = new Set<number>();
  for (const it of tablesWithPeople) {
    const { rows, repositories } = await forgetInTable(db, it, { login, isDry });
    if (rows > 0) found.push({ table: it.table, rows });
    if (it.hasRevision) for (const repository of repositories) reindexed.add(repository);
  }
  if (!isDry) for (const repository of reindexed) await dropSnapshot(db, repository);
  return found;
}
