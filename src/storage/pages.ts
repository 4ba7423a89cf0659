import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from "kysely";
import { pageKey, type PageRef } from "../core/knowledge.ts";
import { inChunks, rowsAtOnce } from "./in-chunks.ts";
import { inTurn, isPostgres } from "./in-turn.ts";
import type { Tables } from "./tables.ts";

/**
 * The version of what is stored of a page. Pages of an earlier one are read until they are split again. Who raises it
 * adds a migration that has all docs published anew, as `0034-code-places` does.
 */
export const sectionFormat = 5;

/** Keys (`pageKey`) of those of these pages that are stored in this version. */
export async function findPages(db: Kysely<Tables>, pages: readonly PageRef[]): Promise<ReadonlySet<string>> {
  const wanted = new Set(pages.map(pageKey));
  const found = new Set<string>();
  for await (const some of inChunks(pages)) {
    const paths = some.map((page) => page.path);
    const rows = await db
      .selectFrom("pages")
      .select(["path", "sha"])
      .where("path", "in", paths)
      .where("format", "=", sectionFormat)
      .execute();
    for (const key of rows.map(pageKey)) if (wanted.has(key)) found.add(key);
  }
  return found;
}

/** The sections of the pages a repository has published, as a query to be narrowed by `published.path` and the like. */
export function publishedSections(db: Kysely<Tables>, repository: number) {
  return db
    .selectFrom("docs_pages as published")
    .innerJoin("pages", (join) =>
      join.onRef("pages.path", "=", "published.path").onRef("pages.sha", "=", "published.sha"),
    )
    .select("pages.sections")
    .where("published.repository", "=", repository);
}

/** The number of the lock by which a page is not deleted while somebody publishes it; repositories have none below 0. */
const pagesLock = -1;

/** Until the transaction ends, no page is deleted that it finds stored. On SQLite nobody else writes beside it anyway. */
export async function keepPages(transaction: Transaction<Tables>): Promise<void> {
  if (isPostgres(transaction))
    await sql`select pg_advisory_xact_lock_shared(${sql.lit(pagesLock)})`.execute(transaction);
}

/** Delete those of these pages that no repository has published. */
export async function dropUnusedPages(db: Kysely<Tables>, pages: readonly PageRef[]): Promise<void> {
  for await (const some of inChunks(pages)) {
    // In one order, and after whoever publishes at the same time has ended: its pages are then seen to be published.
    await inTurn(db, pagesLock, async (transaction) => {
      for (const { path, sha } of some) {
        await transaction
          .deleteFrom("pages")
          .where("path", "=", path)
          .where("sha", "=", sha)
          .where(isUnpublished)
          .execute();
      }
    });
  }
}

/** Some pages stored before this time that no repository has published: gathered, but never used. */
export async function leftOverPages(db: Kysely<Tables>, before: Date): Promise<readonly PageRef[]> {
  return db
    .selectFrom("pages")
    .select(["pages.path", "pages.sha"])
    .where("pages.stored_at", "<", before.getTime())
    .where(isUnpublished)
    .limit(rowsAtOnce)
    .execute();
}

/** No repository has this page, at this content, among its docs. */
function isUnpublished(eb: ExpressionBuilder<Tables, "pages">): Expression<SqlBool> {
  return eb.not(
    eb.exists(
      eb
        .selectFrom("docs_pages")
        .select("docs_pages.path")
        .whereRef("docs_pages.path", "=", "pages.path")
        .whereRef("docs_pages.sha", "=", "pages.sha"),
    ),
  );
}
