import type { Link, Paragraph } from "mdast";
import { visit } from "unist-util-visit";
import { splitSentences } from "../../src/search/excerpt/split-sentences.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { plainText } from "../../src/text/plain-text.ts";
import { docsDocuments } from "./docs-documents.ts";
import type { ExtractedSet, SetDocument, SetLabel, SetQuery } from "./evaluation-set.ts";

/** A page of a manual. */
export interface ManualPage {
  readonly path: string;
  /** Markdown. */
  readonly text: string;
  /** Rest of the ids of its sections, and what `addressOf` gives for links to it. */
  readonly name: string;
}

/** A manual whose pages refer to each other. */
export interface Manual {
  readonly pages: readonly ManualPage[];
  /** The name and the anchor of the page that a link on a page leads to; undefined where it leads out of the manual. */
  readonly addressOf: (
    link: string,
    page: ManualPage,
  ) => { readonly name: string; readonly anchor: string } | undefined;
}

/** A shorter reference says no more than the title that it names. */
const minWords = 6;

/**
 * The sentences in which a manual refers to another of its pages, and what they refer to: the section that the link
 * names (grade 2), or its page (grade 1). The paragraphs with such links are taken out of the documents, which would
 * otherwise hold the questions word by word.
 */
export function pageLinks({ pages, addressOf }: Manual): ExtractedSet {
  const read = pages.map((page) => readPage(page, addressOf));
  const byName = new Map(read.map(({ page, documents }) => [page.name, documents]));
  const queries: SetQuery[] = [];
  const labels: SetLabel[] = [];
  const seen = new Set<string>();
  for (const { page, references } of read) {
    for (const { sentence, name, anchor } of references) {
      const documents = byName.get(name) ?? [];
      if (documents.length === 0 || seen.has(sentence)) continue;
      seen.add(sentence);
      const id = `q:${page.name}:${queries.length}`;
      queries.push({ id, title: sentence });
      const exact = documents.find((document) => anchor !== "" && document.id.endsWith(`#${anchor}`));
      for (const document of documents)
        labels.push({ query: id, document: document.id, grade: document === exact ? 2 : 1 });
    }
  }
  return { documents: read.flatMap(({ documents }) => documents), queries, labels };
}

interface Reference {
  readonly sentence: string;
  readonly name: string;
  readonly anchor: string;
}

interface ReadPage {
  readonly page: ManualPage;
  readonly documents: readonly SetDocument[];
  readonly references: readonly Reference[];
}

function readPage(page: ManualPage, addressOf: Manual["addressOf"]): ReadPage {
  const references: Reference[] = [];
  let text = page.text;
  const paragraphs: Paragraph[] = [];
  visit(parseMarkdown(page.text), "paragraph", (paragraph) => void paragraphs.push(paragraph));
  // From the end, so that offsets hold.
  for (const paragraph of paragraphs.toReversed()) {
    const found = referencesOf(paragraph, page, addressOf);
    if (found.length === 0) continue;
    references.unshift(...found);
    const [from, to] = [paragraph.position?.start.offset ?? 0, paragraph.position?.end.offset ?? 0];
    text = text.slice(0, from) + text.slice(to);
  }
  return { page, documents: docsDocuments({ ...page, text }), references };
}

/** The sentences of a paragraph that refer to one other page each. */
function referencesOf(paragraph: Paragraph, page: ManualPage, addressOf: Manual["addressOf"]): Reference[] {
  const links: Link[] = [];
  visit(paragraph, "link", (link) => void links.push(link));
  const sentences = splitSentences(plainText(paragraph).replace(/\s+/gu, " "));
  return sentences.flatMap((sentence): Reference[] => {
    const targets = links.flatMap((link) => {
      const target = addressOf(link.url, page);
      return target !== undefined && target.name !== page.name && sentence.includes(plainText(link)) ? [target] : [];
    });
    const [target] = targets;
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
    return target === undefined || targets.length > 1 || words.length < minWords ? [] : [{ sentence, ...target }];
  });
}
