import { PieceParser } from "../../text/piece-parser.ts";
import type { Faq } from "./faq-entry.ts";
import { readFaq } from "./read-faq.ts";

/** A FAQ file that is about to be changed. */
export interface OpenFaq {
  readonly text: string;
  readonly faq: Faq;
  /** How another text of it would read; what did not change is not parsed again. */
  readonly read: (text: string) => Faq;
}

/** With the `parser` that has read the file before, or another version of it, what did not change is not parsed again. */
export function openFaq(text: string, parser = new PieceParser()): OpenFaq {
  const read = (other: string): Faq => readFaq(other, parser);
  return { text, faq: read(text), read };
}
