import type { Sparse } from "./main-directions.ts";

/** What the space reads of an index. Ids of terms must stay the same as long as the index lives. */
export interface TermSource {
  readonly size: number;
  readonly slots: number;
  readonly termCount: number;
  entryAt(slot: number): { readonly id: string } | undefined;
  /** Ids of a document's distinct terms. */
  termIdsOf(slot: number): Uint32Array;
  documentCountOf(termId: number): number;
  termIdOf(term: string): number | undefined;
}

/** Documents that stand for all, and their terms. */
export interface Sample {
  /** By column of the matrix: the id of its term. */
  readonly terms: Uint32Array;
  /** The documents' tf-idf vectors, of length 1. */
  readonly matrix: Sparse;
}

/** Documents the directions are found from; the others are placed among them. */
const mostDocuments = 4_000;

/** Terms with a place in the space: the most frequent ones of those that stand in two documents. */
const mostTerms = 16_000;
const leastDocuments = 2;

/** The documents whose ids have the smallest hashes: chosen blindly, and the same ones whenever they are there. */
export function sample(source: TermSource): Sample {
  const slots = chooseSlots(source);
  const counts = new Map<number, number>();
  for (const slot of slots) for (const term of source.termIdsOf(slot)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= leastDocuments);
  // Equal counts stay in the order in which the documents name them.
  const terms = Uint32Array.from(frequent.sort(([, a], [, b]) => b - a).slice(0, mostTerms), ([term]) => term);
  return { terms, matrix: toMatrix(source, slots, terms) };
}

function chooseSlots(source: TermSource): number[] {
  const hashed: { slot: number; id: string; hash: number }[] = [];
  for (let slot = 0; slot < source.slots; slot++) {
    const id = source.entryAt(slot)?.id;
    if (id !== undefined) hashed.push({ slot, id, hash: hashOf(id) });
  }
  hashed.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  return hashed.slice(0, mostDocuments).map(({ slot }) => slot);
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function toMatrix(source: TermSource, slots: readonly number[], terms: Uint32Array): Sparse {
  const columns = new Map(Array.from(terms, (term, column) => [term, column]));
  const starts = new Uint32Array(slots.length + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (const [row, slot] of slots.entries()) {
    const start = column.length;
    for (const term of source.termIdsOf(slot)) {
      const at = columns.get(term);
      if (at === undefined) continue;
      column.push(at);
      value.push(rarity(source, term));
    }
    const norm = Math.sqrt(value.slice(start).reduce((sum, x) => sum + x * x, 0));
    for (let i = start; i < value.length; i++) value[i] = (value[i] ?? 0) / norm;
    starts[row + 1] = column.length;
  }
  return { columns: terms.length, starts, column: Uint32Array.from(column), value: Float64Array.from(value) };
}

/** Inverse document frequency. */
export function rarity(source: TermSource, term: number): number {
  return Math.log(1 + source.size / Math.max(1, source.documentCountOf(term)));
}
