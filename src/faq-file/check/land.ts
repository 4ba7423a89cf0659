import type { Faq, FaqEntry } from "../read/faq-entry.ts";
import type { OpenFaq } from "../read/open-faq.ts";
import type { Refusal } from "../refusal.ts";
import type { NewEntry } from "../write/entry-content.ts";
import { startWithAnchor } from "../read/own-anchors.ts";
import { lostAnchor } from "./anchors.ts";
import { isAsMeant } from "./is-as-meant.ts";
import { openBlock } from "./open-block.ts";
import { othersStay, placeOfNew } from "./read-back.ts";

/** A file with a new entry in it, and how it reads. */
export interface Landed {
  readonly text: string;
  readonly entry: FaqEntry;
  readonly faq: Faq;
}

/** Reads a file with a new entry: it must hold the old ones as they were, and the new one as it was meant. */
export function land(file: OpenFaq, text: string, wanted: NewEntry): Landed | Refusal {
  const faq = file.read(text);
  const at = placeOfNew(file.faq, faq);
  const entry = faq.entries[at];
  if (entry !== undefined && entry.start > (faq.openDetails ?? text.length)) {
    return { refused: "the file has a <details> that is not closed, which would swallow the entry" };
  }
  const isAlone = othersStay({ faq: file.faq, at: undefined }, { faq, at });
  if (isAlone && entry !== undefined && isAsMeant(entry, wanted)) {
    const [before, after] = [file.anchors(file.text), file.anchors(text)];
    const own = { start: startWithAnchor(text, entry), end: entry.end };
    const lost = lostAnchor({ anchors: before, inside: undefined }, { anchors: after, inside: own });
    if (lost === undefined) return { text, entry, faq };
    return { refused: `the entry would take the anchor #${lost}, by which people find what stands further down` };
  }
  const open = openBlock(file.text);
  if (open !== undefined) return { refused: `the file has ${open}, which would swallow the entry` };
  return { refused: "the entry would not read as one entry in this file" };
}
