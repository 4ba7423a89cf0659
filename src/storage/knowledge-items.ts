import type { AnsweredThread, KnowledgeItem, Section } from "../core/knowledge.ts";
import { pageUrl, type PageHome } from "../core/page-url.ts";

/** Names what is replaced together when a page changes. */
export function pageGroup(path: string): string {
  return `page:${path}`;
}

/** Names what is replaced together when an answered thread changes. */
export function threadGroup(number: number): string {
  return `thread:${number}`;
}

/** What can be found of a page: one item a section. */
export function toDocsItems(home: PageHome, sections: readonly Section[]): KnowledgeItem[] {
  const taken = new Set<string>();
  return sections.map((section) => ({
    id: uniqueId(`docs:${section.path}#${section.anchor}`, taken),
    group: pageGroup(section.path),
    kind: "docs",
    title: section.title,
    context: section.headings.slice(0, -1),
    aliases: section.aliases,
    body: section.text,
    code: section.code,
    answer: "",
    links: section.links,
    url: pageUrl(home, section.path, section.anchor),
  }));
}

/** What can be found of an answered thread. Its date is that of the answer, which is what may grow stale. */
export function toThreadItem(thread: AnsweredThread): KnowledgeItem {
  return {
    id: `thread:${thread.number}`,
    group: threadGroup(thread.number),
    kind: "thread",
    title: thread.title,
    context: [thread.category],
    aliases: [],
    body: thread.question,
    code: "",
    answer: thread.answer,
    links: thread.links,
    date: new Date(thread.answeredAt),
    url: thread.url,
  };
}

/** Headings without letters have no anchor of their own, so several sections of one page can share one. */
function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let count = 2; taken.has(unique); count += 1) unique = `${id}~${count}`;
  taken.add(unique);
  return unique;
}
