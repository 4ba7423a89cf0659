import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { KnowledgeItem } from "../core/knowledge.ts";
import type { PageHome } from "../core/page-url.ts";
import { issueGroup, pageGroup, threadGroup, toIssueItem, toThreadItem } from "../core/knowledge-items.ts";
import { readStale, withStale } from "./stale-entries.ts";
import { parseIssue, parseSections, parseThread } from "./stored-json.ts";
import type { Tables } from "./tables.ts";
import { toDocsItems } from "../docs-site/docs-items.ts";

/** What to read of whose knowledge. */
export interface ChangesQuery {
  readonly repository: number;
  /** Changes after this revision. */
  readonly since: number;
  readonly home: PageHome;
}

/** The items of each group that changed; none of a group that is gone. */
export type ChangedGroups = ReadonlyMap<string, readonly KnowledgeItem[]>;

/** Pages read at once: about a hundred sections, a millisecond or two of work. */
const pagesAtOnce = 25;
/** Threads or issues read at once. */
const numberedAtOnce = 200;

/**
 * Read the pages that changed, a few at a time, in the order of their revisions. What is published meanwhile has a
 * higher revision, so it is met further on, and what was read of the same page before is replaced: in the end the
 * groups are as they stand at one moment.
 */
export async function readChangedPages(
  db: Kysely<Tables>,
  { repository, since, home }: ChangesQuery,
): Promise<ChangedGroups> {
  const stale = await readStale(db, repository);
  const groups = new Map<string, readonly KnowledgeItem[]>();
  for (let last = { revision: since + 1, path: "" }; ; await yieldToEventLoop()) {
    const rows = await db
      .selectFrom("docs_pages as published")
      .leftJoin("pages", (join) =>
        join.onRef("pages.path", "=", "published.path").onRef("pages.sha", "=", "published.sha"),
      )
      .select(["published.path", "published.revision", "pages.sections"])
      .where("published.repository", "=", repository)
      .where((eb) => eb(eb.refTuple("published.revision", "published.path"), ">", eb.tuple(last.revision, last.path)))
      .orderBy("published.revision")
      .orderBy("published.path")
      .limit(pagesAtOnce)
      .execute();
    for (const { path, sections } of rows) {
      const items = sections === null ? [] : toDocsItems(home, parseSections(sections));
      groups.set(pageGroup(path), withStale(items, stale));
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < pagesAtOnce) return groups;
    last = end;
  }
}

/** Read the threads that changed, in the same way. */
export async function readChangedThreads(db: Kysely<Tables>, query: ChangesQuery): Promise<ChangedGroups> {
  return readNumbered(query, threadGroup, async ({ revision, number }) => {
    const rows = await db
      .selectFrom("threads")
      .select(["number", "revision", "thread"])
      .where("repository", "=", query.repository)
      .where((eb) => eb(eb.refTuple("revision", "number"), ">", eb.tuple(revision, number)))
      .orderBy("revision")
      .orderBy("number")
      .limit(numberedAtOnce)
      .execute();
    return rows.map((row) => ({
      ...row,
      item: row.thread === null ? undefined : toThreadItem(parseThread(row.thread)),
    }));
  });
}

/** Read the issues that changed, in the same way. */
export async function readChangedIssues(db: Kysely<Tables>, query: ChangesQuery): Promise<ChangedGroups> {
  return readNumbered(query, issueGroup, async ({ revision, number }) => {
    const rows = await db
      .selectFrom("issues")
      .select(["number", "revision", "issue"])
      .where("repository", "=", query.repository)
      .where((eb) => eb(eb.refTuple("revision", "number"), ">", eb.tuple(revision, number)))
      .orderBy("revision")
      .orderBy("number")
      .limit(numberedAtOnce)
      .execute();
    return rows.map((row) => ({ ...row, item: row.issue === null ? undefined : toIssueItem(parseIssue(row.issue)) }));
  });
}

/** Where a thread or an issue stands in the order of changes. */
interface NumberedPlace {
  readonly revision: number;
  readonly number: number;
}

/** Goes through what has a number, a few at a time; an item that is gone is undefined. */
async function readNumbered(
  { since }: ChangesQuery,
  groupOf: (number: number) => string,
  readAfter: (
    last: NumberedPlace,
  ) => Promise<readonly (NumberedPlace & { readonly item: KnowledgeItem | undefined })[]>,
): Promise<ChangedGroups> {
  const groups = new Map<string, readonly KnowledgeItem[]>();
  for (let last: NumberedPlace = { revision: since + 1, number: 0 }; ; await yieldToEventLoop()) {
    const rows = await readAfter(last);
    for (const { number, item } of rows) groups.set(groupOf(number), item === undefined ? [] : [item]);
    const end = rows.at(-1);
    if (end === undefined || rows.length < numberedAtOnce) return groups;
    last = end;
  }
}
