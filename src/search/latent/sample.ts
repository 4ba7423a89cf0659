import type { Sparse } from "./main-directions.ts";

/** What the space needs of an index. Ids of terms must stay the same as long as the index lives. */
export interface TermSource {
  readonly size: number;
  readonly slots: number;
  readonly termCount: number;
  /** A number that only documents with the same texts share. */
  fingerprint(slot: number): number;
  /** Ids of a document's distinct terms; none where there is no document. */
  termIdsOf(slot: number): Uint32Array;
  documentCountOf(termId: number): number;
  termIdOf(term: string): number | undefined;
}

/** The documents that the space is fitted to, and their terms. */
export interface Sample {
  /** By column of the matrix: the id of its term. */
  readonly terms: Uint32Array;
  /** The documents' tf-idf vectors, of length 1. */
  readonly matrix: Sparse;
}

/** Documents the directions are found from; the others are placed among them. */
const maxDocuments = 4_000;

/** Terms with a place in the space: the most frequent ones of those that stand in two documents. */
const maxTerms = 16_000;
const minDocuments = 2;

/** Documents read between two steps of the generator: about two milliseconds. */
const documentsPerStep = 200;

/** The documents with the smallest fingerprints: a random choice that is the same for the same documents. */
export function* sample(source: TermSource): Generator<void, Sample> {
  const slots = yield* chooseSlots(source);
  const counts = new Map<number, number>();
  for (const [i, slot] of slots.entries()) {
    if (i % documentsPerStep === 0) yield;
    for (const term of source.termIdsOf(slot)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= minDocuments);
  // Equal counts stay in the order in which the documents name them.
  const terms = Uint32Array.from(frequent.sort(([, a], [, b]) => b - a).slice(0, maxTerms), ([term]) => term);
  return { terms, matrix: yield* toMatrix(source, slots, terms) };
}

/** More than any slot: 28 bits of a fingerprint and a slot make one exact number, which sorts by the first. */
const slotRange = 2 ** 23;

function* chooseSlots(source: TermSource): Generator<void, Uint32Array> {
  const keys = new Float64Array(source.slots);
  let count = 0;
  for (let slot = 0; slot < source.slots; slot++) {
    if (slot % 5_000 === 0) yield;
    if (source.termIdsOf(slot).length > 0) keys[count++] = (source.fingerprint(slot) >>> 4) * slotRange + slot;
  }
  return Uint32Array.from(keys.subarray(0, count).sort().subarray(0, maxDocuments), (key) => key % slotRange);
}

function* toMatrix(source: TermSource, slots: Uint32Array, terms: Uint32Array): Generator<void, Sparse> {
  const columns = new Map(Array.from(terms, (term, column) => [term, column]));
  const starts = new Uint32Array(slots.length + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (const [row, slot] of slots.entries()) {
    if (row % documentsPerStep === 0) yield;
    const start = column.length;
    let squares = 0;
    for (const term of source.termIdsOf(slot)) {
      const at = columns.get(term);
      if (at === undefined) continue;
      const weight = idf(source, term);
      column.push(at);
      value.push(weight);
      squares += weight * weight;
    }
    const norm = Math.sqrt(squares);
    for (let i = start; i < value.length; i++) value[i] = (value[i] ?? 0) / norm;
    starts[row + 1] = column.length;
  }
  return { columns: terms.length, starts, column: Uint32Array.from(column), value: Float64Array.from(value) };
}

/** Inverse document frequency. */
export function idf(source: TermSource, term: number): number {
  return Math.log(1 + source.size / Math.max(1, source.documentCountOf(term)));
}
