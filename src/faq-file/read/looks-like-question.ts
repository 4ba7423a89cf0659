import { questionNumber, questionSign } from "./question-sign.ts";
import { asksByItsWords } from "./question-words.ts";

/** The longest line that may ask something, in UTF-16 units: beyond, a paragraph tells. */
const longest = 1_000;

/** Whether a line reads like a question: it ends as one, begins as one, or is marked as one. */
export function looksLikeQuestion(line: string): boolean {
  const text = line.trim();
  if (text.length > longest) return false;
  if (endsAsQuestion(text) || /^[¿]/u.test(text)) return true;
  const words = text.replace(/^[\s"'“„«「『*_~`>\p{Extended_Pictographic}\p{Cf}\p{Mn}]{1,20}/u, "");
  const sign = questionSign(words);
  return (
    (sign > 0 && sign < words.trimEnd().length) ||
    asksByItsWords(bare(words).replace(/[\s.。:：…"'”’»」』]{1,20}$/u, ""))
  );
}

/** What may stand behind a question mark: pictures, flags, quotation marks, brackets, emphasis. */
const closing =
  /[\s\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cf}\p{Mn}"'”’»「」『』()[\]（）*_~`!！.…。]/u;

/** Whether a line ends with a question mark, whatever small things stand behind it: `Why? 🇩🇪`, `“Why?”`. */
export function endsAsQuestion(line: string): boolean {
  const last = Array.from(line.slice(-60)).findLast((it) => !closing.test(it));
  if (last === ";") return /\p{Script=Greek}/u.test(line);
  return last !== undefined && /[?？؟⁇⁈՞]/u.test(last);
}

/** A question without its mark (`Q:`) and its number (`3.`), and without quotation marks around all of it. */
export function withoutMark(line: string): string {
  const text = line.replaceAll(/\s+/gu, " ").trim();
  const rest = bare(text);
  return unquoted(rest) || text;
}

/** A number may stand before or behind the sign: `3. Q: …`, `Q: 3. …`. */
function bare(text: string): string {
  let rest = text;
  for (const size of [questionNumber, questionSign, questionNumber]) rest = rest.slice(size(rest)).trim();
  return rest;
}

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
];

function unquoted(text: string): string {
  const pair = quotes.find(([open, close]) => text.length > 2 && text.startsWith(open) && text.endsWith(close));
  const inner = text.slice(1, -1);
  return pair === undefined || pair.some((it) => inner.includes(it)) ? text : inner.trim();
}
