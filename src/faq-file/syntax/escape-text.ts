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

/**
 * Markdown in which `{` and `<` are escaped, without any tag of a template: a comment that nobody sees parts `{` from a
 * mark behind it, both in the Markdown, where `{%` would be a tag, and in the HTML made of it, where Vue reads `{{`.
 */
export function withoutTags(escaped: string): string {
  return escaped.replaceAll(/\\\{(?=[^\w\s]|$)/gu, "\\{<!-- -->").replaceAll(String.raw`\<`, "&lt;");
}

/** The same for text between tags of HTML, as `encodeText` writes it: in a line, Markdown makes `{` of its references. */
export function encodedWithoutTags(encoded: string): string {
  return encoded.replaceAll(/&#123;(?=[^\w\s]|$)/gu, "&#123;<!-- -->");
}

/** Where no comment can stand: in the title of a link, in what stands for an image. */
export function breakTags(text: string): string {
  return text.replaceAll(/([{<8])(?=[^\w\s]|$)/gu, "$1\u200B");
}

/**
 * What templates find before Markdown is read, in code as well: `{{` (Liquid, Jinja, Hugo, mdBook, MyST), `{%` (Liquid,
 * Jinja), `{#` (Jinja), `{!` (markdown-include), `{*` (the docs of FastAPI), comments that VitePress puts files in for,
 * and `--8<--` (PyMdown snippets), which puts in any file of the checkout.
 */
export const templateTag = /\{[{%#!*]|<!--(?! -->)|8</u;

/** What VitePress finds before Markdown is read: https://vitepress.dev/guide/markdown#markdown-file-inclusion */
export const includeComment = /<!--(?! -->)/u;
