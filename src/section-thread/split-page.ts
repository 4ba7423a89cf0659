import type { Section } from "../core/knowledge.ts";
import { splitFaq } from "../faq-file/split-faq.ts";
import { splitTree } from "../text/split-sections.ts";
import { decodePage, decodeText } from "../text/decode-page.ts";
import { parseLines } from "../text/parse-lines.ts";

/** Largest page that is parsed; a larger one is split by its lines. 4 MB is some 100,000 lines. */
export const maxParsedBytes = 4 * 1024 * 1024;

/** The sections of a file; none for what is no text. Time grows with the page. */
export function splitPage(path: string, bytes: Uint8Array): Section[] {
  const page = decodePage(bytes);
  if (!("text" in page)) return [];
  if (bytes.length > maxParsedBytes) return splitByLines(path, page.text);
  return splitFaq(path, page.text);
}

/** A rough split in one pass, for a page on which the parser takes too long. */
export function splitPageByLines(path: string, bytes: Uint8Array): Section[] {
  return "text" in decodePage(bytes) ? splitByLines(path, decodeText(bytes)) : [];
}

function splitByLines(path: string, text: string): Section[] {
  return splitTree(path, text, parseLines(text));
}
