/**
 * Text of HTML in which neither MDX nor Markdown finds anything: marks become character references, which mean the same
 * to both, and to HTML. For text that GitHub shows as HTML and MDX reads as Markdown: in a `<summary>`, for example.
 */
export function encodeText(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&=$^"@+]|^[-.:]|^(?:import|export)\b|(?<=^\d{1,9})[.)]/gu, reference)
    .replaceAll(/(?<=^ )[-.:]/gu, reference);
}

/** What stands between the quotes of an attribute, on one line. Character references in it stay what they are. */
export function encodeAttribute(value: string): string {
  return value.replaceAll(/["<>{}|`$]/gu, reference).replaceAll(/\s+/gu, " ");
}

/** Of a word, its first letter will do. */
function reference(text: string): string {
  return `&#${text.codePointAt(0)};${text.slice(1)}`;
}
