import type { Section } from "../../src/core/knowledge.ts";
import { splitSections } from "../../src/text/split-sections.ts";
import { docsDocuments } from "./docs-documents.ts";
import type { ExtractedSet, SetDocument, SetLabel, SetQuery } from "./evaluation-set.ts";

/** A project's pages, some of which are lists of questions with answers. */
export interface FaqPages {
  /** As Markdown. Their paths are what their links lead to. */
  readonly pages: readonly { readonly path: string; readonly text: string }[];
  /** Whose headings are questions. Such a page is no document: it holds its questions word by word. */
  readonly isFaq: (path: string) => boolean;
  /** Rest of the ids of a page's sections. */
  readonly nameOf: (path: string) => string;
}

/** An answer that links to more pages is an overview of many things, and no page of them answers. */
const maxPages = 3;

/**
 * The questions of FAQ pages whose answers link to the documentation, and the documentation. The section that a link
 * names is the answer (grade 2), its page is near it (grade 1). Questions that are the title of what answers them are
 * left out.
 */
export function faqLinks({ pages, isFaq, nameOf }: FaqPages): ExtractedSet {
  const docs = new Map(
    pages.filter(({ path }) => !isFaq(path)).map((page) => [page.path, new LinkedPage(page, nameOf(page.path))]),
  );
  const queries: SetQuery[] = [];
  const labels: SetLabel[] = [];
  for (const { path, text } of pages.filter((page) => isFaq(page.path))) {
    for (const section of splitSections(path, text)) {
      const found = labelsOf(section, docs);
      const isPageTitle = section.headings.length < 2;
      if (isPageTitle || found.size === 0 || isTitleOf(section.title, [...found.keys()])) continue;
      const id = `q:${nameOf(path)}#${section.anchor}`;
      queries.push({ id, title: section.title });
      for (const [{ id: document }, grade] of found) labels.push({ query: id, document, grade });
    }
  }
  return { documents: [...docs.values()].flatMap(({ documents }) => documents), queries, labels };
}

/** A page of documentation, by what links name. */
class LinkedPage {
  readonly documents: readonly SetDocument[];
  readonly #sections: readonly Section[];

  constructor({ path, text }: { readonly path: string; readonly text: string }, name: string) {
    this.documents = docsDocuments({ path, text, name });
    this.#sections = splitSections(path, text);
  }

  /** The document of a heading, by its own id or the one that GitHub gives it. */
  at(anchor: string): SetDocument | undefined {
    const heading = this.#sections[0]?.outline?.headings.find((it) => it.id === anchor || it.anchor === anchor);
    return heading && this.documents[this.#sections.findIndex((it) => it.anchor === heading.anchor)];
  }
}

/** What an answer links to, with grades; nothing where it links to too much. */
function labelsOf(answer: Section, docs: ReadonlyMap<string, LinkedPage>): Map<SetDocument, 1 | 2> {
  const labels = new Map<SetDocument, 1 | 2>();
  const linked = new Set<LinkedPage>();
  for (const link of answer.links) {
    const [path = "", anchor = ""] = link.split("#");
    const page = docs.get(path);
    if (page === undefined) continue;
    linked.add(page);
    const exact = anchor === "" ? undefined : page.at(anchor);
    for (const document of page.documents) {
      if (document === exact) labels.set(document, 2);
      else if (!labels.has(document)) labels.set(document, 1);
    }
  }
  return linked.size > maxPages ? new Map() : labels;
}

function isTitleOf(question: string, documents: readonly SetDocument[]): boolean {
  return documents.some(({ title }) => bare(title) === bare(question));
}

function bare(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
