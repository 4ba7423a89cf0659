import type { RepositoryRef } from "../../../src/core/discussion.ts";
import type { AnsweredThread, KnowledgeItem, Section } from "../../../src/core/knowledge.ts";
import type { KnowledgeRecords } from "../../../src/core/knowledge-records.ts";

const threadsAtOnce = 500;

/** Stores items as the app would have: pages of sections, published, and answered threads. */
export async function storeCorpus(
  store: KnowledgeRecords,
  repository: RepositoryRef,
  items: Iterable<KnowledgeItem>,
): Promise<void> {
  const { docs = [], thread = [] } = Object.groupBy(items, ({ kind }) => kind);
  const pages = [...Map.groupBy(docs, pathOf)].map(([path, its]) => ({ path, sha: "made-up", its }));
  for (const { its, ...page } of pages) await store.putPage(page, its.map(toSection));
  await store.publishDocs(repository, "made-up", undefined, pages);
  for (let start = 0; start < thread.length; start += threadsAtOnce) {
    await store.keepThreads(repository, thread.slice(start, start + threadsAtOnce).map(toThread));
  }
}

function pathOf({ group }: KnowledgeItem): string {
  return group.slice("page:".length);
}

function toSection(item: KnowledgeItem): Section {
  const { title, context, body: text, code, links, aliases, url } = item;
  const anchor = url.slice(url.indexOf("#") + 1);
  return { path: pathOf(item), anchor, headings: [...context, title], title, text, code, links, aliases, line: 1 };
}

function toThread({ id, title, body, answer, url, links, date }: KnowledgeItem): AnsweredThread {
  const at = (date ?? new Date(0)).toISOString();
  const number = Number(id.slice("thread:".length));
  return { number, title, question: body, answer, url, category: "Q&A", links, askedAt: at, answeredAt: at };
}
