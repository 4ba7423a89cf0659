import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";

const site = "https://docs.example";

/** A section of a page, at `docs.example/<page>#<anchor>`. */
export function section(page: string, anchor: string, title: string, body: string): KnowledgeItem {
  const fragment = anchor === "" ? "" : `#${anchor}`;
  return item("docs", `docs:${page}${fragment}`, `page:${page}`, {
    title,
    body,
    url: `${site}/${page}${fragment}`,
    context: anchor === "" ? [] : [page],
  });
}

/** An answered thread. */
export function thread(number: number, title: string, body: string, more: Partial<KnowledgeItem> = {}): KnowledgeItem {
  return item("thread", `thread:${number}`, `thread:${number}`, { title, body, url: `${site}/t/${number}`, ...more });
}

export function faq(name: string, title: string, answer: string, more: Partial<KnowledgeItem> = {}): KnowledgeItem {
  return item("faq", `faq:${name}`, `faq:${name}`, { title, answer, url: `${site}/faq#${name}`, ...more });
}

export function linkTo(page: string, anchor = ""): string {
  return anchor === "" ? `${site}/${page}` : `${site}/${page}#${anchor}`;
}

function item(kind: KnowledgeKind, id: string, group: string, more: Partial<KnowledgeItem>): KnowledgeItem {
  const empty = { title: "", context: [], aliases: [], body: "", code: "", answer: "", links: [], url: "" };
  return { ...empty, id, group, kind, ...more };
}

/** Sections about other things, so that words are as rare as in real docs. */
export const others: readonly KnowledgeItem[] = [
  "Colours of charts and legends",
  "Printing reports on paper",
  "Keyboard shortcuts for editors",
  "Calendars and time zones",
  "Exporting tables to spreadsheets",
  "Sound notifications for messages",
  "Sorting columns by several keys",
  "Themes for dark rooms",
].map((title, i) => section(`other-${i}`, "", title, `This page is about ${title.toLowerCase()} and little else.`));
