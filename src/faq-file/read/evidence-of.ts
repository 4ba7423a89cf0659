import type { Root } from "mdast";
import { linksIn } from "../../text/find-links.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { plainText } from "../../text/plain-text.ts";
import { resolveLink } from "../../text/resolve-link.ts";
import type { FaqEntry } from "../faq-entry.ts";

/** What an entry relies on, so that it can be reviewed when that has changed. */
export interface Evidence {
  /** Files of the repository that it links to, with their anchors: `docs/setup.md#on-linux`. */
  readonly docs: readonly string[];
  /** Versions that it mentions, without `v`: `2.4`. */
  readonly versions: readonly string[];
}

/** Where an entry stands. */
export interface EntryLocation {
  /** Of its file, inside the repository. */
  readonly path: string;
  /** Address of the repository (`https://github.com/acme/lantern`); without it, full addresses are no evidence. */
  readonly repository?: string;
}

/**
 * The evidence of an entry. Links at the default branch count, relative or in full; those at a commit or a tag say what
 * was true then, and stay true.
 */
export function evidenceOf({ answer }: Pick<FaqEntry, "answer">, home: EntryLocation): Evidence {
  const tree = parseMarkdown(answer);
  const docs = linksIn(tree).flatMap((url) => fileOf(url, home) ?? []);
  return { docs: [...new Set(docs)], versions: versionsIn(wordsOf(tree)) };
}

/** Without bare addresses, whose numbers are no versions of anything here. */
function wordsOf(tree: Root): string {
  return plainText(tree).replaceAll(/(?:https?:\/\/|www\.)\S+/giu, " ");
}

function fileOf(url: string, { path, repository }: EntryLocation): string | undefined {
  const place = resolveLink(path, url);
  if (place === undefined || !/^[a-z][a-z0-9+.-]*:/iu.test(place)) return place;
  const start = repository === undefined ? undefined : `${repository.replace(/(?<!\/)\/+$/u, "")}/`;
  if (start === undefined || !place.toLowerCase().startsWith(start.toLowerCase())) return undefined;
  const file = /^(?:blob|tree|raw)\/(?:HEAD|main|master)\/([^?#]+)(?:\?[^#]*)?(#.*)?$/u.exec(place.slice(start.length));
  return file === null ? undefined : resolveLink("", `/${file[1] ?? ""}${file[2] ?? ""}`);
}

/** A version as people write it: `2.4`, `v3.1.0`, `4.0.0-rc.1`, `v2`. A number of more parts is an address. */
const version =
  /(?<![\w.$€£#/-])(?:v(\d{1,4}(?:\.\d{1,4}){0,2}(?:-[a-z]{1,10}\.?\d{0,4})?)|(\d{1,4}(?:\.\d{1,4}){1,2}(?:-[a-z]{1,10}\.?\d{0,4})?))(?![\w%-]|\.\d|\s?(?:%|[kmgt]i?b\b|[munk]?s\b|(?:milli|micro)?seconds?\b|minutes?\b|hours?\b|days?\b|times\b|x\b|px\b|r?em\b|[km]?hz\b|ghz\b|percent\b))/giu;

/** Versions that a plain text mentions, each once, without `v`. Dates, IP addresses and quantities are none. */
function versionsIn(text: string): readonly string[] {
  const found = [...text.slice(0, 200_000).matchAll(version)].map(([, marked, plain = ""]) => marked ?? plain);
  return [...new Set(found.filter((it) => !isDate(it)))].slice(0, 50);
}

/** `2026.11.26`, `26.11.2026`, `26.11`: the last is a version as likely, and stays. */
function isDate(text: string): boolean {
  return /^(?:(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)$/u.test(text);
}
