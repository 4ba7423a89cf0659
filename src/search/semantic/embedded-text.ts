import type { KnowledgeItem, Question } from "../../core/knowledge.ts";

/**
 * How much of a text is sent to the language model, in bytes of UTF-8: about 400 tokens in any script, which small
 * models of 512 tokens can still read. What comes first in a section or a question says what it is about.
 */
const mostBytes = 1_600;

/** What a language model is given of an item: where it stands, its names, and how it begins. */
export function itemText(item: KnowledgeItem): string {
  const heading = [...item.context, item.title].join(" > ");
  return cut([heading, ...item.aliases, item.body, item.answer].filter(Boolean).join("\n"));
}

/** What a language model is given of a question. */
export function questionText({ title, body }: Question): string {
  return cut(`${title}\n${body}`);
}

/** At a character, never inside one. */
function cut(text: string): string {
  const buffer = new Uint8Array(mostBytes);
  const { read } = new TextEncoder().encodeInto(text, buffer);
  return text.slice(0, read);
}
