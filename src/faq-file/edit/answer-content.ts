import { isRefusal, type Answered, type EntrySource, type Refusal, type SiteSyntax } from "../../core/faq-editor.ts";
import { sourceLine, type EntryMetadata } from "../entry-metadata.ts";
import type { FaqEntry } from "../faq-entry.ts";
import { cleanTitle, sameWords } from "../question-title.ts";
import { relocate } from "../relocate/relocate.ts";
import { toMdx } from "../syntax/to-mdx.ts";
import { toTemplate } from "../syntax/to-template.ts";
import type { EntryContent } from "../write/entry-content.ts";

/** A file with an answered question in it. */
export interface Promoted {
  readonly text: string;
  readonly entry: FaqEntry;
  /** What was taken out of the answer because it must not be published, with how often. */
  readonly redacted: ReadonlyMap<string, number>;
}

/** An answer rewritten for a file, with what was removed from it. */
export interface AnswerContent {
  readonly content: EntryContent;
  readonly redacted: Promoted["redacted"];
}

/** What rewriting an answer depends on in the file. */
interface AnswerContext {
  readonly depth: number;
  /** Labels that the file defines. */
  readonly labels: ReadonlyMap<string, number>;
  /** Anchors of headings that come behind. */
  readonly later: ReadonlySet<string>;
}

/** Rewrites an answer for its file, and makes the metadata and source line of its entry. */
export function relocateAnswer(
  { title, answer, thread, source }: Answered,
  home: AnswerContext,
  { known, syntax = "markdown" }: { readonly known: KnownNames; readonly syntax?: SiteSyntax | undefined },
): AnswerContent | Refusal {
  const from = source?.url ?? thread;
  const { depth, labels: taken, later } = home;
  const { text, redacted } = relocate(answer, { thread: from, depth, key: footnoteKey(from, taken), taken, later });
  if (text === "") return { refused: "the answer is empty" };
  const written = inSyntax(syntax, text);
  if (typeof written === "object") return written;
  const metadata = contentMetadata(known, cleanTitle(title), source);
  return {
    content: { answer: written, metadata, ...(source !== undefined && { source: sourceLine(source) }) },
    redacted,
  };
}

function inSyntax(syntax: SiteSyntax, text: string): string | Refusal {
  if (syntax === "markdown") return text;
  return syntax === "mdx" ? toMdx(text) : toTemplate(text, syntax);
}

/** Runs `edit`, which calls back once it knows the place, and adds what was redacted to its result. */
export function withRedactions(
  edit: (keep: (moved: AnswerContent | Refusal) => EntryContent | Refusal) => Omit<Promoted, "redacted"> | Refusal,
): Promoted | Refusal {
  let redacted: Promoted["redacted"] = new Map();
  const edited = edit((moved) => {
    if (isRefusal(moved)) return moved;
    ({ redacted } = moved);
    return moved.content;
  });
  return isRefusal(edited) ? edited : { ...edited, redacted };
}

/** The question and aliases of an entry so far. */
interface KnownNames {
  readonly question: string;
  readonly aliases: readonly string[];
}

/** The metadata of an entry: a title with other words than its question becomes an alias. */
function contentMetadata(
  { question, aliases }: KnownNames,
  title: string,
  source: EntrySource | undefined,
): EntryMetadata {
  const isKnown = title === "" || [question, ...aliases].some((it) => sameWords(it, title));
  return {
    ...(source !== undefined && {
      source: { thread: source.number, answer: source.answer },
      verified: source.verified,
    }),
    aliases: isKnown ? aliases : [...aliases, title],
  };
}

/**
 * Prefix of the labels of footnotes that no label of the file begins with: the number of the thread, and more letters
 * where that is used.
 */
function footnoteKey(thread: string | undefined, labels: Iterable<readonly [string, number]>): string {
  const used = [...labels].map(([label]) => label);
  let key = `d${/(?<!\d)\d+$/u.exec(thread ?? "")?.[0] ?? ""}`;
  while (used.some((label) => label.startsWith(`^${key}-`))) key += "x";
  return key;
}
