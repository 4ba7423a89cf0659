import type { Database } from "../../src/storage/open-database.ts";
import { namesIn, type Names } from "./names.ts";
import type { ChaosWorld } from "./open-world.ts";

/** Not compared: the inbox, which is looked at by itself, what is made again, and what of GitHub's limits is left. */
const notCompared =
  /^(?:kysely_|deliver|github_budgets$|snapshot|item_vectors$|pages$|knowledge$|command_uses$|webhook)/;

/**
 * What tells when we looked, how often, and by what we know again what we looked at; and how sure a suggestion was, which
 * hangs on all else that was known by then.
 */
const ofTheRun = new Set([
  "revision",
  "version",
  "digest",
  "times",
  "impact",
  "listed",
  "seen",
  "full_version",
  "updatedAt",
  "readAt",
  "reckonedFrom",
  "reckoned_from",
  "swept_to",
  "asked_at",
  "confidence",
  "score",
  "parts",
  "terms",
  "best",
  "because",
  "related",
]);

/** All rows of our records, as text of a line for each, without what differs from run to run. */
export async function ownRecords({ db }: Database, chaos: ChaosWorld): Promise<string> {
  const names = namesIn(chaos);
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((it) => !notCompared.test(it));
  const lines: string[] = [];
  for (const table of tables.toSorted()) {
    const rows: readonly object[] = await db
      .selectFrom(table as "pages")
      .selectAll()
      .execute();
    const shown = rows
      .filter((row) => !isEmpty(table, row))
      .map((row) => {
        const isOfPeople = tellsTimesOfPeople(table, row);
        return `${table}: ${JSON.stringify(compared(row, { names, isOfPeople }))}`;
      });
    lines.push(...shown.toSorted());
  }
  return lines.join("\n");
}

/** A thread that was looked at, of which nothing was to be kept: whether there is a row hangs on when it was. */
function isEmpty(table: string, row: object): boolean {
  return table === "thread_resolutions" && "due_at" in row && row.due_at === null;
}

/** Whether times are those at which people did something, or what follows from them; in all else, when we did. */
function tellsTimesOfPeople(table: string, row: object): boolean {
  if (table === "timeline_entries") return "kind" in row && (row.kind === "comment" || row.kind === "answered");
  return table === "on_call_notices" || table === "watched_threads";
}

interface Comparing {
  readonly names: Names;
  readonly isOfPeople: boolean;
  readonly key?: string;
}

function compared(value: unknown, { names, isOfPeople, key = "" }: Comparing): unknown {
  if (typeof value === "string") {
    if (/^[[{]/.test(value)) return compared(JSON.parse(value), { names, isOfPeople, key });
    const named = names.inText(value);
    return isOfPeople ? named : named.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
  }
  if (typeof value === "number") {
    if (/^(?:number|issue|discussion)$/.test(key)) return names.ofNumber(value);
    return value > 1e12 && value < 1e13 && !isOfPeople ? "TIME" : value;
  }
  if (Array.isArray(value)) return value.map((it) => compared(it, { names, isOfPeople }));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !ofTheRun.has(name));
  return Object.fromEntries(
    entries
      .map(([name, it]) => [names.inText(name), compared(it, { names, isOfPeople, key: name })] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
