import { isTooLong } from "../text/block-marks.ts";
import { ownWords } from "./own-words.ts";
import { confirming, farewells, filling, joined, phrases, thanking, thanksSigns, topics } from "./thanks-words.ts";

/** Words in a thank-you; whoever writes more says something. */
const maxWords = 40;
const maxLength = 4_000;

/**
 * Whether a comment says thank you, or that it helped, and nothing that anybody has to answer. Quotes, code, pictures,
 * signatures and greetings are no words of it. Every word has to be one that belongs to a thank-you: a word that is not
 * known makes it a message, since overlooking somebody is worse than looking twice. A question never is.
 */
export function isThanks(body: string): boolean {
  if (body.length > maxLength || isTooLong(body)) return false;
  const text = ownWords(body);
  if (/[?？]/u.test(text)) return false;
  const { rest, found } = withoutSigns(withoutFarewell(text));
  const words = rest.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  if (words.length > maxWords) return false;
  const kinds = words.map((word, index) => kindOf(word, words[index - 1]));
  const isConfirmed = kinds.includes("confirming");
  if (kinds.includes("other") || (kinds.includes("topic") && !isConfirmed)) return false;
  return found || kinds.includes("thanks") || isConfirmed;
}

type WordKind = "thanks" | "confirming" | "topic" | "filling" | "other";

function kindOf(word: string, before: string | undefined): WordKind {
  const plain = word.toLowerCase().replaceAll("’", "'");
  if (thanking.has(plain)) return "thanks";
  if (confirming.has(plain)) return "confirming";
  if (topics.has(plain)) return "topic";
  if (filling.has(plain)) return "filling";
  // Somebody's name: "Thanks Peter", "Thank you, Ann".
  const isName = before !== undefined && /^\p{Lu}\p{Ll}+$/u.test(word) && isBeforeName(before.toLowerCase());
  return isName ? "filling" : "other";
}

function isBeforeName(word: string): boolean {
  return thanking.has(word) || word === "you" || word === "much" || word === "hi" || word === "hello" || word === "hey";
}

/** Lines from "Best regards," on are who wrote it. */
function withoutFarewell(text: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => farewells.has(withoutPunctuation(line)));
  return at === -1 ? text : lines.slice(0, at).join("\n");
}

function withoutPunctuation(line: string): string {
  return line.replaceAll(/[,.!]/gu, "").trim().toLowerCase();
}

/** Thumbs and hearts, and phrases of languages that are written without blanks, taken out. */
function withoutSigns(text: string): { readonly rest: string; readonly found: boolean } {
  const withoutPictures = thanksSigns.reduce((left, sign) => left.replaceAll(sign, " "), text);
  const rest = joined.reduce((left, phrase) => left.replaceAll(phrase, " "), withoutPictures);
  const left = phrases.reduce((words, phrase) => withoutPhrase(words, phrase), rest);
  return { rest: left.replaceAll(/:[a-z_+\-\d]+:/gu, " "), found: rest !== text };
}

/** Found in whatever letters it is written. */
function withoutPhrase(text: string, phrase: string): string {
  const at = text.toLowerCase().indexOf(phrase);
  return at === -1 ? text : `${text.slice(0, at)} ${text.slice(at + phrase.length)}`;
}
