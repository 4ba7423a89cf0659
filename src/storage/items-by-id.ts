import type { Kysely } from "kysely";
import type { KnowledgeItem } from "../core/knowledge.ts";
import type { PageHome } from "../core/page-url.ts";
import { inChunks } from "./in-chunks.ts";
import { issueNumberOf, pathsNamedBy, threadNumberOf, toIssueItem, toThreadItem } from "../core/knowledge-items.ts";
import { publishedSections } from "./pages.ts";
import { readStale, withStale } from "./stale-entries.ts";
import { parseIssue, parseSections, parseThread } from "./stored-json.ts";
import type { Tables } from "./tables.ts";
import { toDocsItems } from "../docs-site/docs-items.ts";

/** Whose items are read, and where its pages are linked to. */
export interface ItemsQuery {
  readonly repository: number;
  readonly home: PageHome;
}

/** Items that were wanted for, by id; whoever reads one kind of them takes those ids that are of its kind. */
type FoundItems = ReadonlyMap<string, KnowledgeItem>;

/** Pages read at once: about a hundred sections, a millisecond or two of work. */
const pagesAtOnce = 25;

/** The items of these ids, in their order; what is gone is left out. Reads the pages, threads and issues named, and no others. */
export async function readItems(
  db: Kysely<Tables>,
  query: ItemsQuery,
  ids: readonly string[],
): Promise<readonly KnowledgeItem[]> {
  const found: FoundItems = new Map([
    ...(await readDocsItems(db, query, ids)),
    ...(await readThreadItems(db, query, ids)),
    ...(await readIssueItems(db, query, ids)),
  ]);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function readDocsItems(
  db: Kysely<Tables>,
  { repository, home }: ItemsQuery,
  ids: readonly string[],
): Promise<FoundItems> {
  const wanted = new Set(ids);
  const stale = await readStale(db, repository);
  const found = new Map<string, KnowledgeItem>();
  for await (const paths of inChunks([...new Set(ids.flatMap(pathsNamedBy))], pagesAtOnce)) {
    const rows = await publishedSections(db, repository).where("published.path", "in", paths).execute();
    const items = rows.flatMap(({ sections }) => withStale(toDocsItems(home, parseSections(sections)), stale));
    for (const item of items) if (wanted.has(item.id)) found.set(item.id, item);
  }
  return found;
}

async function readThreadItems(
  db: Kysely<Tables>,
  { repository }: ItemsQuery,
  ids: readonly string[],
): Promise<FoundItems> {
  const found = new Map<string, KnowledgeItem>();
  for await (const numbers of inChunks([...new Set(ids.flatMap((id) => threadNumberOf(id) ?? []))])) {
    const rows = await db
      .selectFrom("threads")
      .select("thread")
      .where("repository", "=", repository)
      .where("number", "in", numbers)
      .execute();
    const items = rows.flatMap(({ thread }) => (thread === null ? [] : [toThreadItem(parseThread(thread))]));
    for (const item of items) found.set(item.id, item);
  }
  return found;
}

async function readIssueItems(
  db: Kysely<Tables>,
  { repository }: ItemsQuery,
  ids: readonly string[],
): Promise<FoundItems> {
  const found = new Map<string, KnowledgeItem>();
  for await (const numbers of inChunks([...new Set(ids.flatMap((id) => issueNumberOf(id) ?? []))])) {
    const rows = await db
      .selectFrom("issues")
      .select("issue")
      .where("repository", "=", repository)
      .where("number", "in", numbers)
      .execute();
    const items = rows.flatMap(({ issue }) => (issue === null ? [] : [toIssueItem(parseIssue(issue))]));
    for (const item of items) found.set(item.id, item);
  }
  return found;
}
