import { PieceParser } from "../../text/piece-parser.ts";
import type { Faq } from "../faq-entry.ts";
import { readFaq, type ReadOptions } from "../read-faq.ts";
import { anchorsOf, type Anchor } from "../read/anchors.ts";

/** How a file is opened. */
export interface OpenOptions extends ReadOptions {
  /** That has read the file before, or another version of it: what did not change is not parsed again. */
  readonly parser?: PieceParser;
}

/** A FAQ file that is about to be changed. */
export interface OpenFaq {
  readonly text: string;
  readonly faq: Faq;
  /** How another text of it would read; what did not change is not parsed again. */
  readonly read: (text: string) => Faq;
  /** Where links into it, or another text of it, lead. */
  readonly anchors: (text: string) => readonly Anchor[];
}

/** A FAQ file, read for a change. */
export function openFaq(text: string, { parser = new PieceParser(), isFaq = false }: OpenOptions = {}): OpenFaq {
  const read = (other: string): Faq => readFaq(other, parser, { isFaq });
  // The parser leaves a byte order mark out of its count.
  const anchors = (other: string): readonly Anchor[] =>
    other.startsWith("\uFEFF")
      ? anchorsOf(parser.parse(other.slice(1))).map((it) => ({ ...it, at: it.at + 1 }))
      : anchorsOf(parser.parse(other));
  return { text, faq: read(text), read, anchors };
}
