import { isRefusal, type Refusal, type SiteSyntax, type Which } from "../../core/faq-editor.ts";
import { openFaq, type OpenOptions } from "./open-faq.ts";
import { readsAsIntended, isSelfContained, lostLabel, othersUnchanged } from "./validate-edit.ts";
import type { Faq, FaqEntry } from "../faq-entry.ts";
import { findEntry } from "../place/find-entry.ts";
import { depthUnder, headingDepth, innermost } from "../place/find-place.ts";
import { lostAnchor } from "../read/anchors.ts";
import { renderContent, type EntryContent } from "../write/entry-content.ts";
import { indentOf, leadOf } from "../write/entry-model.ts";
import { indentLines } from "../write/entry-text.ts";
import { lineEndOf } from "../write/line-ends.ts";

/** What rewriting an entry depends on in its place. */
export interface EntryContext {
  readonly entry: FaqEntry;
  /** Depth of the heading it stands under, or has. */
  readonly depth: number;
  /** What the rest of the file defines. */
  readonly labels: ReadonlyMap<string, number>;
  /** Anchors of headings behind it. */
  readonly later: ReadonlySet<string>;
}

export interface EditOptions extends OpenOptions {
  readonly isMdx?: boolean;
  /** As in `AddOptions`. */
  readonly syntax?: SiteSyntax;
}

export interface Rewritten {
  readonly text: string;
  readonly entry: FaqEntry;
}

/**
 * A FAQ file in which one entry's answer, source line and metadata are written anew, in the entry's own shape and under
 * its question as it is; byte for byte the same outside of it. The result is parsed again before it is returned, as by
 * `addEntry`.
 */
export function rewriteEntry(
  text: string,
  which: Which,
  write: (home: EntryContext) => EntryContent | Refusal,
  { isMdx = false, ...how }: EditOptions = {},
): Rewritten | Refusal {
  const { faq, read, anchors } = openFaq(text, how);
  const entry = findEntry(faq, which);
  if (isRefusal(entry)) return entry;
  if (isInQuote(entry, text)) return { refused: "the entry stands in a quote with its answer: write it anew by hand" };
  const labels = new Map([...faq.labels].filter(([, at]) => at < entry.start || at >= entry.end));
  const old = anchors(text);
  const later = new Set(old.flatMap(({ anchor, at }) => (at >= entry.end ? [anchor] : [])));
  const content = write({ entry, depth: depthAt(faq, entry, text), labels, later });
  if (isRefusal(content)) return content;
  const { start, end } = { start: entry.parts.questionEnd, end: endOf(entry, text) };
  if (!isSelfContained(faq, { start, end }))
    return { refused: "the entry holds the end of something that begins outside of it" };
  const now =
    text.slice(0, start) +
    renderRewritten(text, entry, content, isMdx).replaceAll(/\r?\n/gu, lineEndOf(text)) +
    text.slice(end);
  const at = faq.entries.indexOf(entry);
  const after = read(now);
  const rewritten = after.entries[at];
  const isAlone = othersUnchanged({ faq, at }, { faq: after, at });
  if (!isAlone || rewritten === undefined || !readsAsIntended(rewritten, { ...content, question: entry.question })) {
    return { refused: "the new answer would not read as one entry in this file" };
  }
  const lost = lostAnchor({ anchors: old, inside: entry }, { anchors: anchors(now), inside: rewritten });
  if (lost !== undefined) return { refused: `the new answer would change where the anchor #${lost} leads` };
  return lostLabel(faq, after, now) ?? { text: now, entry: rewritten };
}

function depthAt({ sections }: Faq, entry: FaqEntry, text: string): number {
  if (entry.shape === "heading") return headingDepth(entry, text);
  return depthUnder(innermost(sections, entry));
}

/** Whether question and answer stand in one quote: each line of a new answer would need its mark. */
function isInQuote({ shape, parts, end }: FaqEntry, text: string): boolean {
  return shape === "quote" && /^[^\S\r\n]*\r?\n[ \t]*>/u.test(text.slice(parts.questionEnd, end));
}

/** Where what stands under the question ends. */
function endOf({ shape, end, parts }: FaqEntry, text: string): number {
  if (shape !== "details" && shape !== "container") return end;
  const last = (parts.source ?? parts.answer).end;
  // The columns that the closing line is indented by are its own.
  return last + (/^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/u.exec(text.slice(last, end))?.[0].length ?? 0);
}

function renderRewritten(text: string, entry: FaqEntry, content: EntryContent, isMdx: boolean): string {
  const { shape, parts } = entry;
  const { metadata, questionEnd } = parts;
  const isMetadataApart = metadata === undefined ? undefined : /[\r\n]/u.test(text.slice(questionEnd, metadata.start));
  const under = renderContent(content, { shape, lead: leadOf(text, entry), isMetadataApart, isMdx });
  if (shape === "details") return `${under}\n\n`;
  const isClosed = shape === "container" && (parts.source ?? parts.answer).end < entry.end;
  return `${indentLines(under, indentOf(text, entry))}${isClosed ? "\n\n" : ""}`;
}
