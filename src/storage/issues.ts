import type { Kysely, Transaction } from "kysely";
import type { KnownIssue } from "../core/knowledge.ts";
import { inChunks } from "./in-chunks.ts";
import { nextRevision } from "./next-revision.ts";
import { parseIssue } from "./stored-json.ts";
import type { Tables } from "./tables.ts";

/**
 * Store issues. One that is stored just so already keeps its revision, and one of which a newer state is stored keeps
 * that: a page of an import may have been read before a change that has been stored since.
 */
export async function writeIssues(
  transaction: Transaction<Tables>,
  repository: number,
  issues: readonly KnownIssue[],
): Promise<void> {
  const revision = await nextRevision(transaction, repository);
  const byNumber = new Map(issues.map((issue) => [issue.number, issue]));
  for await (const numbers of inChunks([...byNumber.keys()])) {
    const rows = await transaction
      .selectFrom("issues")
      .select(["number", "issue"])
      .where("repository", "=", repository)
      .where("number", "in", numbers)
      .execute();
    const stored = new Map(rows.map((row) => [row.number, row.issue]));
    const changed = numbers.flatMap((number) => {
      const issue = byNumber.get(number);
      if (issue === undefined || !replaces(issue, stored.get(number) ?? null)) return [];
      return [{ repository, number, revision, issue: JSON.stringify(issue) }];
    });
    if (changed.length > 0) await upsert(transaction, changed);
  }
}

/** Leave only rows that say that an issue is gone: of this one, or of all where no number is given. */
export async function eraseIssues(
  transaction: Transaction<Tables>,
  repository: number,
  number: number | undefined,
): Promise<void> {
  const revision = await nextRevision(transaction, repository);
  let erase = transaction
    .updateTable("issues")
    .set({ issue: null, revision })
    .where("repository", "=", repository)
    .where("issue", "is not", null);
  if (number !== undefined) erase = erase.where("number", "=", number);
  await erase.execute();
}

/** Remember the settings by which a repository's issues are chosen; undefined forgets them. */
export async function writeIssueSettings(
  transaction: Transaction<Tables>,
  repository: number,
  settings: string | undefined,
): Promise<void> {
  await transaction.deleteFrom("issue_settings").where("repository", "=", repository).execute();
  if (settings === undefined) return;
  await transaction.insertInto("issue_settings").values({ repository, settings }).execute();
}

/** The settings by which a repository's issues were chosen; undefined where none are kept. */
export async function readIssueSettings(db: Kysely<Tables>, repository: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("issue_settings")
    .select("settings")
    .where("repository", "=", repository)
    .executeTakeFirst();
  return row?.settings;
}

function replaces(issue: KnownIssue, stored: string | null): boolean {
  if (stored === null) return true;
  return stored !== JSON.stringify(issue) && parseIssue(stored).updatedAt <= issue.updatedAt;
}

async function upsert(transaction: Transaction<Tables>, rows: readonly Tables["issues"][]): Promise<void> {
  await transaction
    .insertInto("issues")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["repository", "number"])
        .doUpdateSet((eb) => ({ issue: eb.ref("excluded.issue"), revision: eb.ref("excluded.revision") })),
    )
    .execute();
}
