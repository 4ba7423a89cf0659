import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type {
  AnsweredThread,
  KnowledgeChanges,
  KnowledgeItem,
  KnownEntry,
  KnownIssue,
  LinkedThread,
  PageRef,
  Section,
} from "../core/knowledge.ts";
import type { DocsSite } from "../core/docs-site.ts";
import { dayMs, type Clock } from "../core/clock.ts";
import type { KnowledgeRecords } from "../core/knowledge-records.ts";
import { publish, readPublished, unpublish, type Published } from "./docs-manifest.ts";
import { readFaqEntries, readLinkedThreads } from "./faq-entries.ts";
import { rowsAtOnce } from "./in-chunks.ts";
import { readItems } from "./items-by-id.ts";
import { eraseIssues, readIssueSettings, writeIssueSettings, writeIssues } from "./issues.ts";
import { readChangedIssues, readChangedPages, readChangedThreads } from "./knowledge-changes.ts";
import type { Database } from "./open-database.ts";
import { sectionFormat, dropUnusedPages, findPages, leftOverPages } from "./pages.ts";
import { writeStale } from "./stale-entries.ts";
import { dropSnapshot } from "./snapshot-pieces.ts";
import { parseSite } from "./stored-json.ts";
import type { Tables } from "./tables.ts";
import { eraseThreads, writeThreads } from "./threads.ts";
import { inTurn } from "./in-turn.ts";

/** How long a page that was gathered is kept for a publication to come. */
const keepGatheredMs = 7 * dayMs;

/**
 * Docs, answered threads and issues in the database.
 *
 * Every write gives what it changed the next revision of its repository. What is gone leaves a row behind without its
 * content, so that a reader of any earlier revision learns that it is gone.
 */
export class KnowledgeStore implements KnowledgeRecords {
  readonly #db: Kysely<Tables>;
  readonly #webUrl: string;
  readonly #now: Clock;
  #sweptAt = 0;

  /** `webUrl` is GitHub's address for people, such as `https://github.com`: pages without a site are linked there. */
  constructor(database: Database, webUrl: string, now: Clock) {
    this.#db = database.db;
    this.#webUrl = webUrl.replace(/(?<!\/)\/+$/, "");
    this.#now = now;
  }

  async knownPages(pages: readonly PageRef[]): Promise<ReadonlySet<string>> {
    return findPages(this.#db, pages);
  }

  async putPage({ path, sha }: PageRef, sections: readonly Section[]): Promise<void> {
    const page = { sections: JSON.stringify(sections), stored_at: this.#now().getTime(), format: sectionFormat };
    await this.#db
      .insertInto("pages")
      .values({ path, sha, ...page })
      .onConflict((conflict) => conflict.columns(["path", "sha"]).doUpdateSet(page))
      .execute();
  }

  async findPublished({ id }: RepositoryRef): Promise<Published | undefined> {
    const oneMoment = this.#db.transaction().setAccessMode("read only");
    return oneMoment.execute((transaction) => readPublished(transaction, id));
  }

  async publishDocs(
    repository: RepositoryRef,
    commit: string,
    site: DocsSite | undefined,
    pages: readonly PageRef[],
  ): Promise<void> {
    const unused = await inTurn(this.#db, repository.id, (transaction) =>
      publish(transaction, { repository, commit, site, pages }),
    );
    // Apart from the transaction, which others wait for: what a crash leaves behind is swept up later.
    await dropUnusedPages(this.#db, unused);
    await this.#sweepDaily();
  }

  async keepThreads({ id }: RepositoryRef, threads: readonly AnsweredThread[]): Promise<void> {
    await inTurn(this.#db, id, (transaction) => writeThreads(transaction, id, threads));
  }

  async forgetThread({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, (transaction) => eraseThreads(transaction, id, number));
    await dropSnapshot(this.#db, id);
  }

  async keepIssues({ id }: RepositoryRef, issues: readonly KnownIssue[]): Promise<void> {
    await inTurn(this.#db, id, (transaction) => writeIssues(transaction, id, issues));
  }

  async forgetIssue({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, (transaction) => eraseIssues(transaction, id, number));
    await dropSnapshot(this.#db, id);
  }

  async resetIssues({ id }: RepositoryRef, settings: string | undefined): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      await eraseIssues(transaction, id, undefined);
      await writeIssueSettings(transaction, id, settings);
    });
  }

  async findIssueSettings({ id }: RepositoryRef): Promise<string | undefined> {
    return readIssueSettings(this.#db, id);
  }

  async faqEntries({ id, owner, name }: RepositoryRef): Promise<readonly KnownEntry[]> {
    const home = { webUrl: this.#webUrl, owner, name, site: await this.#siteOf(id) };
    return readFaqEntries(this.#db, id, home);
  }

  async linkedThreads({ id }: RepositoryRef): Promise<readonly LinkedThread[]> {
    return readLinkedThreads(this.#db, id);
  }

  async markStale({ id }: RepositoryRef, items: readonly string[]): Promise<void> {
    await inTurn(this.#db, id, (transaction) => writeStale(transaction, id, items));
  }

  async items({ id, owner, name }: RepositoryRef, ids: readonly string[]): Promise<readonly KnowledgeItem[]> {
    const home = { webUrl: this.#webUrl, owner, name, site: await this.#siteOf(id) };
    return readItems(this.#db, { repository: id, home }, ids);
  }

  async changesSince({ id, owner, name }: RepositoryRef, revision: number): Promise<KnowledgeChanges> {
    const knowledge = await this.#db
      .selectFrom("knowledge")
      .select(["revision", "site"])
      .where("repository", "=", id)
      .executeTakeFirst();
    const latest = knowledge?.revision ?? 0;
    if (knowledge === undefined || latest <= revision) return { revision: latest, dropGroups: [], put: [] };
    const site = parseSite(knowledge.site);
    const query = { repository: id, since: revision, home: { webUrl: this.#webUrl, owner, name, site } };
    const groups = new Map([
      ...(await readChangedPages(this.#db, query)),
      ...(await readChangedThreads(this.#db, query)),
      ...(await readChangedIssues(this.#db, query)),
    ]);
    // The revision from before reading: what was written meanwhile may be told twice, but is never left out.
    return {
      revision: knowledge.revision,
      dropGroups: revision === 0 ? [] : [...groups.keys()],
      put: [...groups.values()].flat(),
    };
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    const unused = await inTurn(this.#db, id, async (transaction) => {
      await eraseThreads(transaction, id, undefined);
      await eraseIssues(transaction, id, undefined);
      await writeIssueSettings(transaction, id, undefined);
      await transaction.deleteFrom("stale_entries").where("repository", "=", id).execute();
      return unpublish(transaction, id);
    });
    await dropUnusedPages(this.#db, unused);
  }

  async #siteOf(repository: number): Promise<DocsSite | undefined> {
    const row = await this.#db
      .selectFrom("knowledge")
      .select("site")
      .where("repository", "=", repository)
      .executeTakeFirst();
    return row && parseSite(row.site);
  }

  /** Once a day, delete pages that were gathered long ago and not published. */
  async #sweepDaily(): Promise<void> {
    const now = this.#now().getTime();
    if (now - this.#sweptAt < dayMs) return;
    this.#sweptAt = now;
    for (;;) {
      const leftOver = await leftOverPages(this.#db, new Date(now - keepGatheredMs));
      await dropUnusedPages(this.#db, leftOver);
      if (leftOver.length < rowsAtOnce) return;
    }
  }
}
