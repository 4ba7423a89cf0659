import { percentDecode } from "./percent-decode.ts";

/** What people must not be able to write in our name: anything that opens one of our comments, however spaced. */
const openers = /<!--(\s*)frontdesk(\s*):/gi;
const wholeMarkers = /<!--\s*frontdesk\s*:[^<>]{0,500}?-->/gi;

/**
 * A comment that no reader sees and by which we know our own text again. `kind` is one of ours (`reply`);
 * `key` may be any text and is encoded, so that it cannot end the comment.
 */
export function marker(kind: string, key: string): string {
  return `<!-- frontdesk:${kind}:${encodeURIComponent(key.toWellFormed())} -->`;
}

/** Whether a text that we wrote carries this marker. Ask only about our own comments: anyone can type a marker. */
export function hasMarker(body: string, kind: string, key: string): boolean {
  return body.includes(marker(kind, key));
}

/**
 * A marker of one repository, by its id: threads and issues are transferred with all that we wrote in them, and numbers
 * mean something else where they come to.
 */
export function markerOf(repository: { readonly id: number }, kind: string, key: string): string {
  return marker(kind, `${repository.id}:${key}`);
}

/** Whether a text that we wrote carries this repository's marker, or one from the time when none was said. */
export function hasMarkerOf(body: string, repository: { readonly id: number }, kind: string, key: string): boolean {
  return body.includes(markerOf(repository, kind, key)) || hasMarker(body, kind, key);
}

/** Take our markers out of other people's text before it goes into a text of ours. */
export function stripMarkers(markdown: string): string {
  // What is left when a marker is cut out of the middle of another must not be one.
  return markdown.replace(wholeMarkers, "").replace(openers, "<!--$1frontdesk$2");
}

/** The parts of our one comment by name, without the white space around them. What people wrote between is left out. */
export function readSections(body: string): ReadonlyMap<string, string> {
  return takeApart(body).sections;
}

/**
 * Our one comment with this section written anew, or without it when `text` is blank. Sections stand in the order
 * given, unknown ones after those. What people wrote around them is kept: before the first section it stays first,
 * anything else goes last. Writing the same twice changes nothing.
 */
export function writeSection(body: string | undefined, name: string, text: string, order: readonly string[]): string {
  const { before, sections, after } = takeApart(body ?? "");
  sections.set(name, withoutSectionMarkers(lf(text)).trim());
  const names = new Set([...order, ...sections.keys()]);
  const blocks = [...names].flatMap((it) => {
    const content = sections.get(it) ?? "";
    return content === "" ? [] : [`${marker("begin", it)}\n${content}\n${marker("end", it)}`];
  });
  return [before, ...blocks, after].filter((it) => it !== "").join("\n\n");
}

interface Parts {
  readonly before: string;
  readonly sections: Map<string, string>;
  readonly after: string;
}

const sectionMark = /<!-- frontdesk:(begin|end):([^\s:>]{1,200}) -->/g;

/** A section whose end somebody deleted goes on to the next one. Of two with one name, the first counts. */
function takeApart(body: string): Parts {
  const sections = new Map<string, string>();
  const around: { before: string[]; after: string[] } = { before: [], after: [] };
  let open: string | undefined;
  let at = 0;
  const take = (until: number): void => {
    const text = lf(body.slice(at, until)).trim();
    if (open !== undefined) sections.set(open, sections.get(open) ?? text);
    else if (text !== "") (sections.size === 0 ? around.before : around.after).push(text);
  };
  for (const mark of body.matchAll(sectionMark)) {
    take(mark.index);
    open = mark[1] === "begin" ? percentDecode(mark[2] ?? "") : undefined;
    at = mark.index + mark[0].length;
  }
  take(body.length);
  return { before: around.before.join("\n\n"), sections, after: around.after.join("\n\n") };
}

/** Broken rather than cut out, for the same reason as in `stripMarkers`. */
function withoutSectionMarkers(text: string): string {
  return text.replace(sectionMark, "<!-- frontdesk $1 $2 -->");
}

function lf(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
