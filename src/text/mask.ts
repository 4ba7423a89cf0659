import type { Root } from "mdast";

/** What can be masked. Each becomes a code unit that Unicode promises never to give to a character (U+FDD0…). */
const maskable = "*_~[]<>-+.)\n\r{}`/\\";
const firstMask = 0xfdd0;
const masks = /[\uFDD0-\uFDE1]/g;

/**
 * Replace what `which` matches, of what is maskable, by code units that mean nothing to Markdown, one for one, so that
 * offsets stay right. `unmask` puts all back.
 */
export function mask(text: string, which: RegExp): string {
  return text.replace(which, (unit) => {
    const at = maskable.indexOf(unit);
    return at === -1 ? unit : String.fromCharCode(firstMask + at);
  });
}

/** Nobody means these units; those that are in a text already must not come out as something else. */
export function withoutMasks(text: string): string {
  return text.replace(masks, "\uFFFD");
}

/** Whether there is anything to unmask. */
export function hasMasks(text: string): boolean {
  return text.search(masks) !== -1;
}

/** Give every string in the tree its own characters back. Changes the tree in place. */
export function unmask(tree: Root): void {
  const waiting: object[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "string") Object.assign(node, { [key]: unmaskText(value) });
      else if (typeof value === "object" && value !== null && key !== "position") waiting.push(value);
    }
  }
}

function unmaskText(text: string): string {
  return text.replace(masks, (unit) => maskable[unit.charCodeAt(0) - firstMask] ?? unit);
}

/** Docusaurus lets a heading end in `{#id}`, which MDX itself cannot read. */
export function maskHeadingIds(text: string): string {
  return text.replaceAll(/^ {0,3}#{1,6}[ \t].*\{#[\w-]+\}[ \t]*$/gm, (line) =>
    line.replace(/\{#[\w-]+\}[ \t]*$/, (id) => mask(id, /[{}]/g)),
  );
}

/**
 * Keep a slash in an attribute value without quotes (`<img src=https://…>`) from ending the value: for CommonMark, and
 * so for GitHub, it does not (https://spec.commonmark.org/0.31.2/#unquoted-attribute-value), for micromark it does, and
 * the tag is text. Behind `=` a slash means nothing else in Markdown.
 */
export function maskUnquotedSlashes(text: string): string {
  return text.replaceAll(/=\s*[^\s"'=<>`]+/g, (found) => mask(found, /\//g));
}

/**
 * Keep a bar behind `\\` from ending a cell: GitHub's parser takes any bar with a backslash before it for the cell's,
 * however many there are, for its scanner takes the longest match of `table_cell`
 * (https://github.com/github/cmark-gfm/blob/master/extensions/ext_scanners.re). Micromark counts them, and may see no
 * table where GitHub shows one. Elsewhere it is the same text.
 */
export function maskEscapedBars(text: string): string {
  return text.replaceAll(
    /(?<!\\)(?:\\\\)+\|/g,
    (found) => `${found.slice(0, -3)}${mask("\\", /\\/g)}${found.slice(-2)}`,
  );
}

/** Markdown that MDX refuses: `<https://…>` becomes text, and HTML comments become blanks of their length. */
export function maskNotMdx(text: string): string {
  return blankComments(text.replaceAll(/<(?=(?:https?|mailto):)/g, (unit) => mask(unit, /</g)));
}

function blankComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf("<!--", at);
    const end = start === -1 ? -1 : text.indexOf("-->", start + 4);
    if (end === -1) return parts.join("") + text.slice(at);
    const comment = text.slice(start, end + 3);
    parts.push(text.slice(at, start), comment.replaceAll(/[^\r\n]/g, " "));
    at = end + 3;
  }
}
