/** The last number in a text, as it is written; undefined where there is none. */
export function lastNumber(text: string): string | undefined {
  return [...text.matchAll(/\d{1,9}/gu)].at(-1)?.[0];
}

/** A text with another number in place of the last one. */
export function withLastNumber(text: string, other: string): string {
  const number = lastNumber(text);
  if (number === undefined) return text;
  const at = text.lastIndexOf(number);
  return text.slice(0, at) + other + text.slice(at + number.length);
}

/** The number behind one, as wide as that is. */
export function following(number: string): string {
  return String(Number(number) + 1).padStart(number.length, "0");
}
