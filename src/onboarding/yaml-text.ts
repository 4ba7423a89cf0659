/** What YAML takes for something else than text, or for a sign of its own. */
const plainText = /^[a-z][\w-]*(?: [\w-]+)*$/iu;
const words = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;

/** What YAML does not take as it is, or what ends a line for some readers: https://yaml.org/spec/1.2.2/#51-character-set */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as a value in YAML that is read back the same, whatever is in it. */
export function yamlText(text: string): string {
  if (plainText.test(text) && !words.test(text)) return text;
  return JSON.stringify(text).replaceAll(unprintable, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Texts as a list on one line. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(", ")}]`;
}

/** A text for a comment: on one line, with what cannot be shown left out, and at most `max` characters. */
export function commentText(text: string, max = 80): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cf}\p{Cn}]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
}
