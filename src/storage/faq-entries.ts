import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { KnownEntry, LinkedThread } from "../core/knowledge.ts";
import type { PageHome } from "../core/page-url.ts";
import { publishedSections } from "./pages.ts";
import { parseSections, parseThread } from "./stored-json.ts";
import type { Tables } from "./tables.ts";
import { toDocsItems } from "../docs-site/docs-items.ts";

/** Threads read at once. */
const threadsAtOnce = 200;

/** All entries of the published pages that hold any. */
export async function readFaqEntries(
  db: Kysely<Tables>,
  repository: number,
  home: PageHome,
): Promise<readonly KnownEntry[]> {
  const rows = await publishedSections(db, repository)
    .where("pages.sections", "like", '%"isFaq":true%')
    .orderBy("published.path")
    .execute();
  return rows.flatMap(({ sections: text }) => {
    const sections = parseSections(text);
    const items = toDocsItems(home, sections);
    return sections.flatMap((section, at) => {
      const item = items[at];
      return section.isFaq && item !== undefined ? [{ item, section }] : [];
    });
  });
}

/** All answered threads, newest answer first, with how many other answers link to each. */
export async function readLinkedThreads(db: Kysely<Tables>, repository: number): Promise<readonly LinkedThread[]> {
  const links = new Map<number, number>();
  const threads: (Omit<LinkedThread, "links"> & { readonly answeredAt: string })[] = [];
  for (let after = 0; ; await yieldToEventLoop()) {
    const rows = await db
      .selectFrom("threads")
      .select(["number", "thread"])
      .where("repository", "=", repository)
      .where("number", ">", after)
      .orderBy("number")
      .limit(threadsAtOnce)
      .execute();
    for (const { number, thread: text } of rows) {
      if (text === null) continue;
      const { title, url, answeredAt, links: targets } = parseThread(text);
      threads.push({ number, title, url, answeredAt });
      for (const target of threadsIn(targets, url)) {
        if (target !== number) links.set(target, (links.get(target) ?? 0) + 1);
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < threadsAtOnce) break;
    after = last.number;
  }
  return threads
    .toSorted((a, b) => b.answeredAt.localeCompare(a.answeredAt))
    .map(({ number, title, url }) => ({ number, title, url, links: links.get(number) ?? 0 }));
}

/** Discussions of the same repository that an answer links to, each once. */
function threadsIn(targets: readonly string[], own: string): ReadonlySet<number> {
  const prefix = own.replace(/(?<!\d)\d+$/u, "").toLowerCase();
  return new Set(
    targets.flatMap((target) => {
      if (!target.toLowerCase().startsWith(prefix)) return [];
      const number = Number(/^\d{1,15}/u.exec(target.slice(prefix.length))?.[0] ?? 0);
      return number > 0 ? [number] : [];
    }),
  );
}
