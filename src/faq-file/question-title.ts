import { withoutInvisible } from "../text/invisible.ts";
import { withoutUnwanted } from "../text/unwanted.ts";
import { looksLikeQuestion, withoutSign } from "./read/looks-like-question.ts";

/** What people put before a title: `[Question]`, `Q&A:`, `Help -`, emoji. */
const labels =
  /^(?:\[[^\]]{1,30}\]:?|\([^)]{1,20}\)(?=\s)|(?:question|help|support|q&a|discussion|solved|urgent)\s*[:\-–—|]+|[\p{Extended_Pictographic}\uFE0F]+)\s*/iu;

/** Words that are written in capitals without shouting are short, or have digits. */
const maxAcronym = 5;

/**
 * A thread's title as the question of a FAQ entry: without labels and pleas, not shouted, beginning with a capital
 * where it begins with a plain word, and ending as a question where it is one. Without
 * characters that nobody sees. Never empty unless the title is.
 */
export function cleanTitle(title: string): string {
  const line = withoutInvisible(withoutUnwanted(title)).replaceAll(/\s+/gu, " ").trim();
  let rest = line;
  for (let before = ""; before !== rest;) {
    before = rest;
    rest = rest.replace(labels, "").trim();
  }
  const plain = withoutPlea(withoutSign(rest === "" ? line : rest));
  const calm = calmed(plain === "" ? line : plain);
  const sentence = /^\p{Ll}+(?:['’]\p{L}+)?(?=\s)/u.test(calm) ? calm.charAt(0).toUpperCase() + calm.slice(1) : calm;
  return asQuestion(sentence);
}

/** Without `, please help!` at its end. */
function withoutPlea(text: string): string {
  if (!text.endsWith("!")) return text;
  return text
    .replace(/(?<![!.\s])[!.\s]+$/u, "")
    .replace(/\bhelp(?: me)?$/iu, "")
    .trimEnd()
    .replace(/\b(?:please|pls|plz)$/iu, "")
    .replace(/(?<![\s,])[\s,]+$/u, "");
}

function calmed(text: string): string {
  const letters = text.replaceAll(/[^\p{L}]/gu, "");
  const isShouted = letters.length > 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (!isShouted) return text;
  const lower = text.replaceAll(/\p{Lu}[\p{Lu}'’]*/gu, (word) =>
    word.length > maxAcronym || isGrammar(word) ? word.toLowerCase() : word,
  );
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Short words that are in every sentence are no acronyms. */
function isGrammar(word: string): boolean {
  return /^(?:how|to|do|i|the|a|an|is|it|in|on|of|for|and|or|not|my|can|why|what|when|where|does|with|this|that|are|be|we|you|no|get|use)$/iu.test(
    word,
  );
}

function asQuestion(text: string): string {
  const ended = text.replace(/(?<![?？!.\s])[?？!.\s]+$/u, (end) => end.replace(/(?<!\s)\s*([?？]).*/su, "$1"));
  if (/[?？]$/u.test(ended) || !looksLikeQuestion(ended)) return ended;
  return `${ended.replace(/(?<![.!…\s])[.!…\s]+$/u, "")}?`;
}

/** Whether two questions are the same but for capitals, punctuation and white space. */
export function sameWords(some: string, other: string): boolean {
  const [one, two] = [some, other].map(bareWords) as [string, string];
  // A question that was too long ends in `…` in its file.
  return one === two || (some.endsWith("…") && two.startsWith(one));
}

/** Letters and digits alone. A question of none is told by its marks, without those that make code of others. */
function bareWords(question: string): string {
  const bare = question
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  if (bare !== "") return bare;
  const marks = question.replaceAll(/[\s\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu, "");
  return marks.replaceAll("`", "") || marks;
}
