import { docsItemId, pageGroup } from "../core/knowledge-items.ts";
import type { KnowledgeItem, Section } from "../core/knowledge.ts";
import type { PageHome } from "../core/page-url.ts";
import { sectionUrls } from "./section-links.ts";

/** What can be found of a page: one item a section. */
export function toDocsItems(home: PageHome, sections: readonly Section[]): KnowledgeItem[] {
  const taken = new Set<string>();
  const urls = sectionUrls(home, sections);
  return sections.map((section, i) => ({
    id: uniqueId(docsItemId(section), taken),
    group: pageGroup(section.path),
    kind: section.isFaq ? "faq" : "docs",
    title: section.title,
    context: section.headings.slice(0, -1),
    aliases: section.aliases,
    body: section.text,
    code: section.code,
    answer: "",
    links: section.links,
    url: urls[i] ?? "",
    ...(section.inlineCode && { inlineCode: section.inlineCode }),
    ...(section.codeAt && { codeAt: section.codeAt }),
    ...(section.source !== undefined && { source: section.source }),
    ...(section.retired && { retired: section.retired }),
  }));
}

/** Headings without letters have no anchor of their own, so several sections of one page can share one. */
function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let count = 2; taken.has(unique); count += 1) unique = `${id}~${count}`;
  taken.add(unique);
  return unique;
}
