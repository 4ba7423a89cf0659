import type { Answered, SiteSyntax } from "../../core/faq-editor.ts";
import { sourceLine } from "../marks/source-line.ts";
import { toMdx } from "../mdx/to-mdx.ts";
import { rehome } from "../move/re-home.ts";
import type { FaqEntry } from "../read/faq-entry.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { toTemplate } from "../templates/to-template.ts";
import { cleanTitle } from "../write/clean-title.ts";
import { contentMarks, type Known } from "../write/content-marks.ts";
import type { EntryContent } from "../write/entry-content.ts";
import { footnoteKey } from "../write/footnote-key.ts";

export type { Answered };

/** A file with an answered question in it. */
export interface Promoted {
  readonly text: string;
  readonly entry: FaqEntry;
  /** What was taken out of the answer because it must not be published, with how often. */
  readonly redacted: ReadonlyMap<string, number>;
}

/** An answer moved into a file, with what was taken out of it on the way. */
export interface Moved {
  readonly content: EntryContent;
  readonly redacted: Promoted["redacted"];
}

/** What the answer meets in the file. */
interface Home {
  readonly depth: number;
  /** Labels that the file defines. */
  readonly labels: ReadonlyMap<string, number>;
  /** Anchors of headings that come behind. */
  readonly later: ReadonlySet<string>;
}

/** The answer as it stands under its question in a file, at a depth, beside labels that the file defines. */
export function moveAnswer(
  { title, answer, thread, source }: Answered,
  home: Home,
  { known, syntax = "markdown" }: { readonly known: Known; readonly syntax?: SiteSyntax | undefined },
): Moved | Refusal {
  const from = source?.url ?? thread;
  const { depth, labels: taken, later } = home;
  const { text, redacted } = rehome(answer, { thread: from, depth, key: footnoteKey(from, taken), taken, later });
  if (text === "") return { refused: "the answer is empty" };
  const written = writtenFor(syntax, text);
  if (typeof written === "object") return written;
  const marks = contentMarks(known, cleanTitle(title), source);
  return { content: { answer: written, marks, ...(source !== undefined && { source: sourceLine(source) }) }, redacted };
}

function writtenFor(syntax: SiteSyntax, text: string): string | Refusal {
  if (syntax === "markdown") return text;
  return syntax === "mdx" ? toMdx(text) : toTemplate(text, syntax);
}

/** Does the moving while `edit` has the place for it, and tells what was taken out. */
export function withRedactions(
  edit: (keep: (moved: Moved | Refusal) => EntryContent | Refusal) => Omit<Promoted, "redacted"> | Refusal,
): Promoted | Refusal {
  let redacted: Promoted["redacted"] = new Map();
  const edited = edit((moved) => {
    if (isRefusal(moved)) return moved;
    ({ redacted } = moved);
    return moved.content;
  });
  return isRefusal(edited) ? edited : { ...edited, redacted };
}
