import { breakHashes } from "../../text/break-hashes.ts";
import { viaRedirect } from "../../text/neutralise.ts";

/** Breaks a word for GitHub's filters and for no reader, as `text/neutralise.ts` has it. */
export const zeroWidthSpace = "\u200B";

/** What GitHub makes links of by itself: in these nothing else is looked for. */
const address = /(?<![a-z\d])(?:https?:\/\/|www\.)(?=[a-z\d])[^\s<]+|(?<=[\w.+-])@(?=[\w-]+\.\w)/giu;

/**
 * A piece of Markdown text in which GitHub finds nobody to notify and nothing to refer to: no `@name`, `#12`,
 * `owner/name#12`, `GH-12`, no hash of a commit, and so no `Fixes #12` either. Looks the same to a reader. `before`: the
 * text that stands before it in the same block, which tells whether an address in it is one to every reader.
 */
export function neutraliseText(text: string, before = ">"): string {
  const isAmidBrackets = /[[(]/u.test(before) || /[[(]/u.test(text);
  let out = "";
  let at = 0;
  for (const found of text.matchAll(address)) {
    const previous = found.index === 0 ? before.slice(-1) : text.charAt(found.index - 1);
    const isCertain = !isAmidBrackets && /^\s?$/u.test(previous) && !oddHost.test(found[0]);
    out += breakWords(text.slice(at, found.index));
    if (found[0] === "@") out += isInsideMail(text, found.index) ? `@${zeroWidthSpace}` : "@";
    else out += neutraliseAddress(isCertain ? found[0] : withoutNames(found[0]));
    at = found.index + found[0].length;
  }
  return out + breakWords(text.slice(at));
}

/** An underscore in the last parts of a host makes it none: https://github.github.com/gfm/#valid-domain */
const oddHost = /^(?:https?:\/\/|www\.)[^\s/?#:@]*_/iu;

/** No name of a domain is longer: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const maxDomain = 255;

/** Whether an `@` stands behind a whole address of e-mail, which ends there for some readers: what follows is a name then. */
function isInsideMail(text: string, at: number): boolean {
  return /@[\w.+-]+$/u.test(text.slice(Math.max(0, at - maxDomain), at));
}

/** Amid brackets or other signs, what looks like an address may end earlier, or be none: the same address in other letters. */
function withoutNames(url: string): string {
  return url.replaceAll(/(?:@|&(?:#0*64|#x0*40|commat);)(?=.)/giu, "%40");
}

/** Threads and commits, which notice who links to them; `Fixes` before such an address closes an issue. */
const notifyingAddress =
  /^(?:https?:\/\/(?:[^\s/?#@]*@)?(?:www\.)?|www\.)github\.com(?::\d+)?\/[^/\s]+\/[^/\s]+\/(?:issues|pull|discussions|commit)\//iu;

/** An address that leads where it led, and that nothing on GitHub takes notice of. */
export function neutraliseAddress(url: string): string {
  return notifyingAddress.test(url) ? viaRedirect(url) : url;
}

/**
 * What stands between two pieces of text in place of what is left out, so that they make no mention, reference, image,
 * escape or mark of code. A tag or comment beside it may be left out as well.
 */
export function separatorBetween(before: string, after: string): string {
  return /[\w@#;!>`\\$~-]$/u.test(before) && /^[\w&[<`\\$~*]/u.test(after) ? zeroWidthSpace : "";
}

/** What names a heading or a paragraph on many a site: `{#id}`, `{: #id }`. https://python-markdown.github.io/extensions/attr_list/ */
const ownId = /\{(?=:?[^{}\n]{0,100}#[\w-])/gu;

/**
 * Only where a name or number follows: a gap beside a mark of emphasis would change what it means. Either sign may be
 * written as a character reference (`&#64;`), and a reference has a `#` of its own.
 */
function breakWords(text: string): string {
  return breakHashes(text)
    .replaceAll(ownId, `{${zeroWidthSpace}`)
    .replaceAll(/(@|&(?:#0*64|#x0*40|commat);)(?=[a-z0-9]|&#)/giu, `$1${zeroWidthSpace}`)
    .replaceAll(/((?<!&)#|&(?:#0*35|#x0*23|num);)(?=\d|&#)/giu, `$1${zeroWidthSpace}`)
    .replaceAll(/(?<![a-z\d])(GH(?:\\?-|&#(?:0*45|x0*2d);))(?=\d|&#)/giu, `$1${zeroWidthSpace}`);
}
