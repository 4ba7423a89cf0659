import type { Section } from "../core/knowledge.ts";
import { cutSections } from "../text/cut-sections.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { FaqEntry } from "./read/faq-entry.ts";
import { readFaq } from "./read/read-faq.ts";

const faqName =
  /^(?:faqs?|frequently[-_ ]?asked(?:[-_ ]questions)?|common[-_ ]questions|questions(?:[-_ ]and[-_ ]answers)?)\b[^/]*$/iu;

/** Whether a page is a FAQ by its name, or by that of its folder: `docs/FAQ.md`, `faq/install.md`. */
export function isFaqPath(path: string): boolean {
  const [name = "", folder = ""] = path.split("/").toReversed();
  return faqName.test(name.replace(/\.[^.]+$/u, "")) || /^faqs?$/iu.test(folder);
}

/**
 * A FAQ page as sections, one for each entry with all that stands in its answer, in order. A page without entries is
 * cut as any other.
 */
export function cutFaq(path: string, text: string): Section[] {
  const page = cutSections(path, text);
  const entries = readFaq(text).entries.map((entry) => toSection(path, entry));
  const [first] = page;
  if (entries.length === 0 || first === undefined) return page;
  const shared = { ...(first.retired && { retired: first.retired }) };
  // What stands before the first question says what the page is, and may be what somebody looks for.
  const [firstEntry] = entries;
  const intro = page.filter(({ line, text: said }) => line < (firstEntry?.line ?? 0) && said !== "").slice(0, 1);
  return [...intro, ...entries.map((entry) => ({ ...entry, ...shared }))];
}

/** Headings within an answer are part of it. */
function toSection(path: string, entry: FaqEntry): Section {
  const { question, anchor, line, answer, sections, marks } = entry;
  const parts = cutSections(path, answer);
  const { versions } = evidenceOf(entry, { path });
  const said = parts.map(({ title, text, anchor: inner }) => (inner === "" ? text : `${title}\n${text}`));
  return {
    path,
    anchor,
    headings: [...sections, question],
    title: question,
    text: said.join("\n").trim(),
    code: parts
      .map(({ code }) => code)
      .filter((it) => it !== "")
      .join("\n"),
    links: [...new Set(parts.flatMap(({ links }) => links))],
    aliases: marks.aliases,
    line,
    isFaq: true,
    ...(marks.verified !== undefined && { verified: marks.verified }),
    ...(marks.source !== undefined && { source: marks.source.thread }),
    ...(versions.length > 0 && { versions }),
  };
}
