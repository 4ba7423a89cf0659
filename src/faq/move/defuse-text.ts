import { viaRedirect } from "../../text/neutralise.ts";

/** Breaks a word for GitHub's filters and for no reader, as `text/neutralise.ts` has it. */
export const gap = "\u200B";

/** What GitHub makes links of by itself: in these nothing else is looked for. */
const address = /(?:https?:\/\/|www\.)[^\s<]+|(?<=[\w.+-])@(?=[\w-]+\.\w)/giu;

/**
 * A piece of Markdown text in which GitHub finds nobody to notify and nothing to refer to: no `@name`, `#12`,
 * `owner/name#12`, `GH-12`, no hash of a commit, and so no `Fixes #12` either. Looks the same to a reader.
 */
export function defuseText(text: string): string {
  let out = "";
  let at = 0;
  for (const found of text.matchAll(address)) {
    out += breakWords(text.slice(at, found.index)) + quietAddress(found[0]);
    at = found.index + found[0].length;
  }
  return out + breakWords(text.slice(at));
}

/** Threads and commits, which notice who links to them; `Fixes` before such an address closes an issue. */
const noticing = /^https?:\/\/(?:www\.)?github\.com\/[^/\s]+\/[^/\s]+\/(?:issues|pull|discussions|commit)\//iu;

/** An address that leads where it led, and that nothing on GitHub takes notice of. */
export function quietAddress(url: string): string {
  return noticing.test(url) ? viaRedirect(url) : url;
}

/** What stands between two pieces of text in place of what is left out, so that they make no mention or reference. */
export function keptApart(before: string, after: string): string {
  return /[\w@#;-]$/u.test(before) && /^[\w&]/u.test(after) ? gap : "";
}

/** What names a heading or a paragraph on many a site: `{#id}`, `{: #id }`. https://python-markdown.github.io/extensions/attr_list/ */
const ownId = /\{(?=:?[^{}\n]{0,100}#[\w-])/gu;

/**
 * Only where a name or number follows: a gap beside a mark of emphasis would change what it means. Either sign may be
 * written as a character reference (`&#64;`), and a reference has a `#` of its own.
 */
function breakWords(text: string): string {
  return text
    .replaceAll(ownId, `{${gap}`)
    .replaceAll(/(@|&(?:#0*64|#x0*40|commat);)(?=[a-z0-9]|&#)/giu, `$1${gap}`)
    .replaceAll(/((?<!&)#|&(?:#0*35|#x0*23|num);)(?=\d|&#)/giu, `$1${gap}`)
    .replaceAll(/\b(GH(?:\\?-|&#(?:0*45|x0*2d);))(?=\d|&#)/giu, `$1${gap}`)
    .replaceAll(/\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{4})([0-9a-f]{3,36})\b/giu, `$1${gap}$2`);
}
