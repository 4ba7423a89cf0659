import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { pageKey, type PageRef } from "../core/knowledge.ts";
import { inChunks, rowsAtOnce } from "./in-chunks.ts";
import type { Tables } from "./tables.ts";

/**
 * The version of what is stored of a page. Pages of an earlier one are read until they are split again. Who raises it
 * adds a migration that has all docs published anew, as `0005-issues` does.
 */
export const sectionFormat = 4;

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

/** Delete those of these pages that no repository has published. */
export async function dropUnusedPages(db: Kysely<Tables>, pages: readonly PageRef[]): Promise<void> {
  for await (const some of inChunks(pages)) {
    await db.transaction().execute(async (transaction) => {
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
