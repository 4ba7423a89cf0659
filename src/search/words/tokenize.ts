import type { Language } from "./function-words.ts";
import { hashWith, PieceCache } from "./piece-cache.ts";
import { readChunk } from "./read-chunk.ts";
import { detach } from "./stem.ts";

/**
 * The terms of a text, in order, repeated as they occur. Plain words are lowered and stemmed, stop words dropped.
 * Anything compound (identifier, path, flag, version, error code) gives itself, whole and lowered, and its parts.
 * Accents fold (`é` → `e`), compatibility forms and zero-width characters vanish. `language` is that of the whole item
 * or question the text is part of, see `guessLanguage`.
 * Time is linear in the length of the text, whatever is in it.
 */
export function tokenize(text: string, language?: Language): string[] {
  const terms: string[] = [];
  forEachTerm(text, (term) => terms.push(term), language);
  return terms;
}

/** Like {@link tokenize}, without a list: calls `visit` with each term. No term keeps the text in memory. */
export function forEachTerm(text: string, visit: (term: string) => void, language?: Language): void {
  const cache = cacheOf(language);
  let start = -1;
  let hash = 0;
  // A chunk ends at its last letter: what follows belongs to the sentence, and `end.` is cached as `end`.
  let end = 0;
  let endHash = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (kinds[code] === unseen) kinds[code] = kindOf(code);
    const kind = kinds[code];
    if (kind !== outside) {
      if (start < 0) start = i;
      hash = hashWith(hash, code);
      if (kind === joint) continue;
      end = i + 1;
      endHash = hash;
    } else if (start >= 0) {
      if (end > start) {
        const terms = cache.find(text, start, end, endHash) ?? read(text.slice(start, end), endHash, cache, language);
        for (let t = 0; t < terms.length; t++) visit(terms[t] ?? "");
      }
      start = -1;
      hash = 0;
    }
  }
}

/** Longer chunks are hardly repeated. */
const maxCachedLength = 48;

function read(chunk: string, hash: number, cache: TermCache, language: Language | undefined): readonly string[] {
  const own = detach(chunk);
  const terms = readChunk(own, language);
  if (own.length <= maxCachedLength) cache.keep(own, hash, terms);
  return terms;
}

type TermCache = PieceCache<readonly string[]>;

/** By language: the terms of the chunks read lately. Texts repeat their words, and a lookup is faster than reading. */
const caches = new Map<Language | undefined, TermCache>();

function cacheOf(language: Language | undefined): TermCache {
  const known = caches.get(language);
  if (known !== undefined) return known;
  const cache = new PieceCache<readonly string[]>(1 << 14);
  caches.set(language, cache);
  return cache;
}

/** By code unit: its class. Filled as characters are read. */
const kinds = new Uint8Array(0x10000);
const unseen = 0;
const inside = 1;
/** Punctuation within a chunk, but never its end. */
const joint = 2;
const outside = 3;

/** Halves of characters beyond the first 65,536 stay in their chunk, where `readChunk` reads them whole. */
function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  if (/[.\-/\\:'’´＇@_]/u.test(character)) return joint;
  return /[\p{L}\p{N}\p{M}\p{Cf}\p{Cs}#+ʼ‐‑]/u.test(character) ? inside : outside;
}
