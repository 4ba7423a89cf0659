import type { KnowledgeItem, KnowledgeKind } from "../core/knowledge.ts";
import { splitQuestion } from "./question/split-question.ts";
import { guessLanguage } from "./words/guess-language.ts";
import { tokenize } from "./words/tokenize.ts";

/** Length of an excerpt in characters, about two lines of a comment. */
const excerptLength = 240;

/** How far into an item we look for a passage. */
const maxCharacters = 20_000;

/** How much more a sentence counts that names a setting or a command: it says what to do, and others about what. */
const settingFactor = 1.6;

/** Inline code, an option, `NAME_IN_CAPITALS`, `key=value`, a name in camel case. */
const setting = /^["'(]?(?:`|--?[a-z]|[A-Z][A-Z0-9]*_[A-Z0-9]|[A-Za-z_][\w.-]*=|[a-z]+[A-Z])/u;

/** Ends of sentences and lines; East Asian full stops need no space after them. */
const sentenceEnds = /(?<=[.!?…])\s+|(?<=[。！？])|(?<!\s)\s*\n\s*/u;

/**
 * The passage of an item that has the highest weight of matched terms, as one line of plain text; `weights` says what each
 * term counts. Where no passage matches, the item's beginning. Of passages that match
 * about as well, one that names a setting or a command is taken. The answer of a thread is preferred to its question; of
 * an issue it is all that counts, since whoever asks knows the trouble already.
 */
export function excerpt(item: KnowledgeItem, weights: ReadonlyMap<string, number>): string {
  const language = guessLanguage(item.title, item.body, item.answer);
  const answer = passages(item.answer, item.kind);
  const isSettled = item.kind === "issue" || item.kind === "feature-request";
  let best = "";
  let bestMass = -1;
  for (const sentences of isSettled && answer.length > 0 ? [answer] : [answer, passages(item.body, item.kind)]) {
    for (const [i, sentence] of sentences.entries()) {
      const start = sentence.slice(0, excerptLength);
      const weight = weightOf(tokenize(start, language), weights) * (namesSetting(start) ? settingFactor : 1);
      if (weight <= bestMass) continue;
      bestMass = weight;
      best = fill(sentences, i);
    }
  }
  return best;
}

/** What people wrote on GitHub is kept as they wrote it, in Markdown; their code and quotes are no passages. */
function passages(whole: string, kind: KnowledgeKind): readonly string[] {
  const text = whole.slice(0, maxCharacters);
  const sentences = kind === "docs" || kind === "faq" ? text.split(sentenceEnds) : splitQuestion(text).sentences;
  return sentences.map(oneLine).filter(Boolean);
}

function namesSetting(sentence: string): boolean {
  return sentence.split(" ").some((word) => setting.test(word));
}

function weightOf(terms: readonly string[], weights: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const term of new Set(terms)) weight += weights.get(term) ?? 0;
  return weight;
}

/** From sentence `from` on, as many whole sentences as fit; a first one that does not fit is cut at a word. */
function fill(sentences: readonly string[], from: number): string {
  let text = sentences[from] ?? "";
  if (text.length > excerptLength) return cut(text);
  for (const next of sentences.slice(from + 1, from + 10)) {
    if (text.length + 1 + next.length > excerptLength) break;
    text += ` ${next}`;
  }
  return text;
}

function cut(text: string): string {
  const start = text.slice(0, excerptLength - 1);
  const space = start.lastIndexOf(" ");
  // Without a space near the end the cut may fall between the halves of a character, of which one must not stay.
  const kept = space > excerptLength / 2 ? start.slice(0, space) : start.replace(/[\uD800-\uDBFF]$/u, "");
  return `${kept}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/**
 * Puts backticks around what was inline code in a passage of plain text. Of code within other code the longer counts.
 * Short plain words such as `set` and `it` stay as they are: elsewhere in the section they are words.
 */
export function markCode(passage: string, inlineCode: readonly string[]): string {
  if (passage.includes("`")) return passage;
  const codes = inlineCode
    .map((it) => it.replaceAll(/\s+/gu, " ").trim())
    .filter((it) => it.length > 1 && !it.includes("`") && !/^[a-z]{1,4}$/u.test(it))
    .toSorted((a, b) => b.length - a.length);
  const parts: { readonly text: string; readonly isCode: boolean }[] = [{ text: passage, isCode: false }];
  for (const code of codes) {
    const found = parts.flatMap((part) => (part.isCode ? [part] : split(part.text, code)));
    parts.splice(0, parts.length, ...found);
  }
  return parts.map(({ text, isCode }) => (isCode ? `\`${text}\`` : text)).join("");
}

function split(text: string, code: string): { readonly text: string; readonly isCode: boolean }[] {
  const parts: { readonly text: string; readonly isCode: boolean }[] = [];
  let at = 0;
  for (let from = text.indexOf(code); from !== -1; from = text.indexOf(code, from + code.length)) {
    if (!isApart(text, from, from + code.length)) continue;
    parts.push({ text: text.slice(at, from), isCode: false }, { text: code, isCode: true });
    at = from + code.length;
  }
  return [...parts, { text: text.slice(at), isCode: false }];
}

/** Whether a stretch is no part of a longer word. */
function isApart(text: string, start: number, end: number): boolean {
  const isWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);
  const before = isWord(text.charAt(start)) && isWord(text.charAt(start - 1));
  return !before && !(isWord(text.charAt(end - 1)) && isWord(text.charAt(end)));
}
