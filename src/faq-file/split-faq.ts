import type { Section } from "../core/knowledge.ts";
import { splitSections } from "../text/split-sections.ts";
import { evidenceOf } from "./read/evidence-of.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { isFaqPath } from "./faq-path.ts";
import { metadataPrefix } from "./entry-metadata.ts";
import { readFaq } from "./read-faq.ts";

/**
 * A page as sections, one for each entry with all that stands in its answer, beside what stands outside of entries, in
 * order. On a page that is no FAQ by its name, only what we marked is an entry: `/promote-faq` writes into any. A page
 * without entries is split like other docs.
 */
export function splitFaq(path: string, text: string): Section[] {
  const page = splitSections(path, text);
  const isFaq = isFaqPath(path);
  const found = isFaq || text.includes(metadataPrefix) ? readFaq(text, undefined, { isFaq }).entries : [];
  const entries = found.filter(({ parts }) => isFaq || parts.metadata !== undefined);
  const [first] = page;
  if (entries.length === 0 || first === undefined) return page;
  const { outline, ...top } = first;
  const shared = { ...(first.retired && { retired: first.retired }) };
  const sections = entries.map((entry) => ({ ...toSection(path, entry), ...shared }));
  const others = outsideEntries([top, ...page.slice(1)], entries, text);
  const [head, ...rest] = [...others, ...sections].toSorted((a, b) => a.line - b.line);
  return head === undefined ? [] : [outline === undefined ? head : { ...head, outline }, ...rest];
}

/** Sections that no entry begins in or covers. What stands before the first entry says what the page is, and stays. */
function outsideEntries(page: readonly Section[], entries: readonly FaqEntry[], text: string): Section[] {
  const intro = page.find((it) => it.line < (entries[0]?.line ?? 0) && hasText(it));
  let at = 0;
  return page.filter((it, i) => {
    for (let entry = entries[at]; entry && lastLine(entry, text) < it.line; entry = entries[++at]);
    const next = page[i + 1]?.line ?? Infinity;
    return it === intro || (hasText(it) && (entries[at]?.line ?? Infinity) >= next);
  });
}

function hasText({ text, code }: Section): boolean {
  return text !== "" || code !== "";
}

function lastLine({ line, start, end }: FaqEntry, text: string): number {
  return line + lineEnds(text.slice(start, end));
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}

/** Headings within an answer are part of it. */
function toSection(path: string, entry: FaqEntry): Section {
  const { question, anchor, slug, line, answer, sections, metadata } = entry;
  const parts = splitSections(path, answer);
  const inlineCode = [...new Set(parts.flatMap((it) => it.inlineCode ?? []))];
  const { versions } = evidenceOf(entry, { path });
  const said = parts.map(({ title, text, anchor: inner }) => (inner === "" ? text : `${title}\n${text}`));
  return {
    path,
    anchor,
    ...(slug !== anchor && { slug }),
    headings: [...sections, question],
    title: question,
    text: said.join("\n").trim(),
    code: parts
      .map(({ code }) => code)
      .filter((it) => it !== "")
      .join("\n"),
    links: [...new Set(parts.flatMap(({ links }) => links))],
    aliases: metadata.aliases,
    line,
    isFaq: true,
    ...(metadata.verified !== undefined && { verified: metadata.verified }),
    ...(metadata.source !== undefined && { source: metadata.source.thread }),
    ...(versions.length > 0 && { versions }),
    ...(inlineCode.length > 0 && { inlineCode }),
  };
}
