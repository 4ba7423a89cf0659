import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import type { Span } from "./faq-entry.ts";

/** Most that the anchors above a question take up, in UTF-16 units. */
const farthest = 300;

/** Anchors without words: `<a name="why"></a>`, `<span id="why"></span>`, `<a id="why"/>`, `[](){#why}`, `(why)=`. */
const bareAnchors =
  /<(?:a|span|div|p|hr)\s[^<>]{0,200}>|<\/(?:a|span|div|p)>|\[\]\(\)\{ ?#[\w:.-]{1,200} ?\}|^\([\w-]{1,200}\)=$/giu;

/** Where an entry begins with the lines of bare anchors above it. */
export function startWithAnchor(text: string, { start }: Pick<Span, "start">): number {
  let at = start;
  for (let found = 0; found < 4; found++) {
    const above = text.slice(Math.max(0, at - farthest), at);
    const held = above.trimEnd();
    const lineStart = Math.max(held.lastIndexOf("\n"), held.lastIndexOf("\r")) + 1;
    const line = held.slice(lineStart);
    const isWhole = lineStart > 0 || above.length < farthest;
    if (!isWhole || !/[\r\n]/u.test(above.slice(lineStart)) || !isBareAnchor(line.trim())) break;
    at -= above.length - lineStart;
  }
  return at;
}

/** The end of what stands before `until`, without bare anchors: they are those of what comes there, or may come. */
export function endBeforeAnchors(text: string, until: number): number {
  const held = text.slice(0, until).trimEnd();
  const start = startWithAnchor(`${held}\n`, { start: held.length + 1 });
  return start <= held.length && held.slice(0, start).trim() !== "" ? start : until;
}

/** Whether a line or block gives a place a fragment, and shows nothing. */
export function isBareAnchor(line: string): boolean {
  return line !== "" && line.replaceAll(bareAnchors, "").trim() === "" && idsIn(line).length > 0;
}

/** The fragments that people gave an entry themselves: above its question, or in it (`## Why? {#why}`). */
export function ownAnchors(text: string, start: number, questionEnd: number): readonly string[] {
  return idsIn(text.slice(startWithAnchor(text, { start }), Math.min(questionEnd, start + 2_000)));
}

function idsIn(written: string): string[] {
  const tags = [...htmlTokens(written)].flatMap((token) => {
    if (token.kind !== "open") return [];
    return ["id", ...(token.name === "a" ? ["name"] : [])].flatMap((name) => attributeOf(token.source, name) ?? []);
  });
  const marks = [...written.matchAll(/\{:? ?#([\w:.-]{1,200}) ?\}|^\(([\w-]{1,200})\)=$/gmu)].map(
    ([, one, two]) => one ?? two ?? "",
  );
  return [...new Set([...tags, ...marks])].filter((it) => it !== "");
}
