import { measures } from "../measures/index.ts";
import { parseMarkdown } from "../text/parse-markdown.ts";
import { plainText } from "../text/plain-text.ts";

/** A link to another page of our docs: where a report is read, there is no such page. */
const docsLink = /\[([^[\]]{1,100})\]\((?!https?:)[^()]{1,100}\)/gu;

/** What a measure is, in Markdown that can stand anywhere. Empty for a measure that there is not. */
export function definitionOf(measure: string): string {
  const found = measures.find(({ name }) => name === measure);
  return found?.definition.replaceAll(docsLink, "$1") ?? "";
}

/** The same without marks. */
export function plainDefinitionOf(measure: string): string {
  return plainText(parseMarkdown(definitionOf(measure)));
}
