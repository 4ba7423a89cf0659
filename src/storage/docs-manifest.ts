import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import { StaleError } from "../core/errors.ts";
import type { PageRef } from "../core/knowledge.ts";
import type { DocsSite } from "../core/docs-site.ts";
import { fullName } from "../core/repository-name.ts";
import { inChunks } from "./in-chunks.ts";
import { nextRevision } from "./next-revision.ts";
import { findPages, keepPages } from "./pages.ts";
import { parseSite } from "./stored-json.ts";
import type { Tables } from "./tables.ts";

/** Rows of the manifest read at once. */
const readAtOnce = 2_000;

/** What `publishDocs` is to make true. */
export interface Publication {
  readonly repository: RepositoryRef;
  readonly commit: string;
  readonly site: DocsSite | undefined;
  readonly pages: readonly PageRef[];
}

/**
 * Make these pages the docs of the repository: those that changed get a new revision, and those that are gone keep a
 * row that says so. Returns the pages, at their contents, that this repository needs no longer.
 *
 * Rejects with `StaleError` when a page is not stored.
 */
export async function publish(transaction: Transaction<Tables>, publication: Publication): Promise<readonly PageRef[]> {
  const { id: repository, owner, name } = publication.repository;
  const site = publication.site === undefined ? null : JSON.stringify(publication.site);
  const full_name = fullName({ owner, name });
  const before = await transaction
    .selectFrom("knowledge")
    .select(["site", "full_name"])
    .where("repository", "=", repository)
    .executeTakeFirst();
  const moved = before !== undefined && (before.site !== site || before.full_name !== full_name);
  const stored = await readManifest(transaction, repository);
  const { put, removed, unused } = compareDocs(stored, publication.pages, moved);
  await keepPages(transaction);
  await mustBeStored(transaction, put);
  const revision = await nextRevision(transaction, repository);
  const published = put.map(({ path, sha }) => ({ repository, path, sha, revision }));
  await writeManifest(transaction, [
    ...published,
    ...removed.map((path) => ({ repository, path, sha: null, revision })),
  ]);
  await transaction
    .updateTable("knowledge")
    .set({ commit_sha: publication.commit, site, full_name })
    .where("repository", "=", repository)
    .execute();
  return unused;
}

/** The docs of a repository as they are published: the commit, where they are read, and the pages. */
export interface Published {
  readonly commit: string;
  readonly site: DocsSite | undefined;
  readonly pages: readonly PageRef[];
}

/** What is published; undefined when nothing is. In a transaction it is what was so at one moment. */
export async function readPublished(db: Kysely<Tables>, repository: number): Promise<Published | undefined> {
  const row = await db
    .selectFrom("knowledge")
    .select(["commit_sha", "site"])
    .where("repository", "=", repository)
    .executeTakeFirst();
  if (row === undefined || row.commit_sha === null) return undefined;
  const manifest = await readManifest(db, repository);
  const pages = [...manifest].flatMap(([path, sha]) => (sha === null ? [] : [{ path, sha }]));
  return { commit: row.commit_sha, site: parseSite(row.site), pages };
}

/** Leave only the rows that say that pages are gone. Returns the pages that were published. */
export async function unpublish(transaction: Transaction<Tables>, repository: number): Promise<readonly PageRef[]> {
  const { unused } = compareDocs(await readManifest(transaction, repository), [], false);
  const revision = await nextRevision(transaction, repository);
  await transaction
    .updateTable("docs_pages")
    .set({ sha: null, revision })
    .where("repository", "=", repository)
    .where("sha", "is not", null)
    .execute();
  await transaction
    .updateTable("knowledge")
    .set({ commit_sha: null, site: null, full_name: null })
    .where("repository", "=", repository)
    .execute();
  return unused;
}

/** The blob ids of a repository's pages by path, in the order of their paths; null where a page was removed. */
async function readManifest(db: Kysely<Tables>, repository: number): Promise<Map<string, string | null>> {
  const manifest = new Map<string, string | null>();
  for (let after = ""; ; await yieldToEventLoop()) {
    const rows = await db
      .selectFrom("docs_pages")
      .select(["path", "sha"])
      .where("repository", "=", repository)
      .where("path", ">", after)
      .orderBy("path")
      .limit(readAtOnce)
      .execute();
    for (const { path, sha } of rows) manifest.set(path, sha);
    const last = rows.at(-1);
    if (last === undefined || rows.length < readAtOnce) return manifest;
    after = last.path;
  }
}

async function mustBeStored(transaction: Transaction<Tables>, pages: readonly PageRef[]): Promise<void> {
  const stored = await findPages(transaction, pages);
  if (stored.size < pages.length) {
    throw new StaleError(`${pages.length - stored.size} of the pages to publish are not stored any more.`);
  }
}

async function writeManifest(transaction: Transaction<Tables>, rows: readonly Tables["docs_pages"][]): Promise<void> {
  for await (const some of inChunks(rows)) {
    await transaction
      .insertInto("docs_pages")
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(["repository", "path"])
          .doUpdateSet((eb) => ({ sha: eb.ref("excluded.sha"), revision: eb.ref("excluded.revision") })),
      )
      .execute();
  }
}

/** What publishing does to the list of a repository's pages. */
interface DocsChanges {
  /** Pages that are new, or have another content or address than before. */
  readonly put: readonly PageRef[];
  /** Paths of pages that were published until now. */
  readonly removed: readonly string[];
  /** Pages at contents that were published until now. */
  readonly unused: readonly PageRef[];
}

/**
 * Compare the pages that are to be published with what the store has by path (null: removed earlier).
 * With `moved`, every page has a new address and so is changed.
 */
export function compareDocs(
  stored: ReadonlyMap<string, string | null>,
  wanted: readonly PageRef[],
  moved: boolean,
): DocsChanges {
  const byPath = new Map(wanted.map((page) => [page.path, page]));
  const put = [...byPath.values()].filter((page) => moved || stored.get(page.path) !== page.sha);
  const removed: string[] = [];
  const unused: PageRef[] = [];
  for (const [path, sha] of stored) {
    if (sha === null) continue;
    const now = byPath.get(path);
    if (now === undefined) removed.push(path);
    if (now?.sha !== sha) unused.push({ path, sha });
  }
  return { put, removed, unused };
}
