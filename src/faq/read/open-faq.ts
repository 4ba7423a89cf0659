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

export function openFaq(text: string): OpenFaq {
  const parser = new PieceParser();
  const read = (other: string): Faq => readFaq(other, parser);
  return { text, faq: read(text), read };
}
