/** A version as people write it: `2.4`, `v3.1.0`, `4.0.0-rc.1`, `v2`. A number of more parts is an address. */
const version =
  /(?<![\w.$€£#/-])(?:v(\d{1,4}(?:\.\d{1,4}){0,2}(?:-[a-z]{1,10}\.?\d{0,4})?)|(\d{1,4}(?:\.\d{1,4}){1,2}(?:-[a-z]{1,10}\.?\d{0,4})?))(?![\w%-]|\.\d|\s?(?:%|[kmgt]i?b\b|[munk]?s\b|(?:milli|micro)?seconds?\b|minutes?\b|hours?\b|days?\b|times\b|x\b|px\b|r?em\b|[km]?hz\b|ghz\b|percent\b))/giu;

/** Versions that a plain text mentions, each once, without `v`. Dates, IP addresses and quantities are none. */
export function versionsIn(text: string): readonly string[] {
  const found = [...text.slice(0, 200_000).matchAll(version)].map(([, marked, plain = ""]) => marked ?? plain);
  return [...new Set(found.filter((it) => !isDate(it)))].slice(0, 50);
}

/** `2026.11.26`, `26.11.2026`, `26.11`: the last is a version as likely, and stays. */
function isDate(text: string): boolean {
  return /^(?:(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)$/u.test(text);
}
