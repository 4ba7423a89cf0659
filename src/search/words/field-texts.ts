import type { KnowledgeItem } from "../../core/knowledge.ts";
import type { Field } from "../index/fields.ts";
import { readLines } from "../question/read-lines.ts";

/** What is indexed of one field at most, in characters: a section of a megabyte is a dump, and its start says what of. */
const maxCharacters = 60_000;

/**
 * The texts of an item by field, each of bounded length, as they are searched and counted.
 * Docs and FAQ entries come with their code apart. Threads, issues and feature requests are kept as people wrote them,
 * in Markdown: of the question, marked code and remarks on versions and machines go to `code`; logs stay, since the
 * same trace is often the same fault; an answer keeps its code, which may be all of it. What is quoted is left out, for
 * it is said elsewhere.
 */
export function fieldTexts(item: KnowledgeItem): Record<Field, string> {
  const texts = {
    title: cut(item.title),
    context: cut(item.context.join("\n")),
    aliases: cut(item.aliases.join("\n")),
    body: cut(item.body),
    code: cut(item.code),
    answer: cut(item.answer),
  };
  if (item.kind === "docs" || item.kind === "faq") return texts;
  const { words, code } = apart(texts.body);
  const answer = apart(texts.answer);
  return { ...texts, body: words, code: cut(texts.code + code), answer: answer.words + answer.code };
}

/** Each line comes with a line break before it, so that texts put together never share a word. */
function apart(markdown: string): { words: string; code: string } {
  let words = "";
  let code = "";
  readLines(markdown, (role, text) => {
    if (role === "code" || role === "aside") code += `\n${text}`;
    else if (role !== "quote") words += `\n${text}`;
  });
  return { words, code };
}

function cut(text: string): string {
  return text.length > maxCharacters ? text.slice(0, maxCharacters) : text;
}
