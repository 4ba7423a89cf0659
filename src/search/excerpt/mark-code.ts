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
