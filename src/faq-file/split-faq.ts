import type { CodePlace, Section } from "../core/knowledge.ts";
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
  const definitions = definitionsIn(text);
  const sections = entries.map((entry) => ({ ...toSection(path, entry, definitions), ...shared }));
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
function toSection(path: string, entry: FaqEntry, definitions: ReadonlyMap<string, string>): Section {
  const { question, anchor, slug, line, answer, sections, metadata } = entry;
  const parts = splitSections(path, answer + definitionsFor(answer, definitions));
  const inlineCode = [...new Set(parts.flatMap((it) => it.inlineCode ?? []))];
  const { versions } = evidenceOf(entry, { path });
  const { text, code, codeAt } = putTogether(parts);
  return {
    path,
    anchor,
    ...(slug !== anchor && { slug }),
    headings: [...sections, question],
    title: question,
    text,
    code,
    links: [...new Set(parts.flatMap(({ links }) => links))],
    aliases: metadata.aliases,
    line,
    isFaq: true,
    ...(metadata.verified !== undefined && { verified: metadata.verified }),
    ...(metadata.source !== undefined && { source: metadata.source.thread }),
    ...(versions.length > 0 && { versions }),
    ...(inlineCode.length > 0 && { inlineCode }),
    ...(codeAt.length > 0 && { codeAt }),
  };
}

/** Texts and code of parts, one after the other, and where the code stands then. */
function putTogether(parts: readonly Section[]): Pick<Section, "text" | "code"> & { readonly codeAt: CodePlace[] } {
  let [text, code] = ["", ""];
  const codeAt: CodePlace[] = [];
  for (const part of parts) {
    const said = part.anchor === "" ? "" : part.title;
    const before = [text, said].filter((it) => it !== "").join("\n");
    const textStart = before === "" ? 0 : before.length + 1;
    const codeStart = code === "" ? 0 : code.length + 1;
    for (const [after, from] of part.codeAt ?? [])
      codeAt.push([after === 0 ? before.length : textStart + after, codeStart + from]);
    text = [before, part.text].filter((it) => it !== "").join("\n");
    code = [code, part.code].filter((it) => it !== "").join("\n");
  }
  return { text, code, codeAt };
}

/** Lines that say where a link of that name leads, by the name. They stand anywhere on a page, mostly at its end. */
function definitionsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^ {0,3}\[([^\][\n]{1,200})\]:[ \t]*\S[^\n]*$/gmu);
  return new Map([...lines].map(([line, label = ""]) => [label.toLowerCase(), line.trim()]));
}

/** Those that an answer names, to stand behind it: without them its links would be brackets. */
function definitionsFor(answer: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return "";
  const named = [...answer.matchAll(/\[([^\][\n]{1,200})\]/gu)].map(([, label = ""]) => label.toLowerCase());
  const lines = [...new Set(named)].flatMap((label) => definitions.get(label) ?? []);
  return lines.length === 0 ? "" : `\n\n${lines.join("\n")}\n`;
}
