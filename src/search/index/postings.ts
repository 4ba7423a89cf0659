import { mustHaveArray, mustHaveParts, type Parts } from "../snapshot/parts.ts";
import { type Field, fields } from "./fields.ts";
import { NumberLists, placeIn } from "./number-lists.ts";
import { TextIds } from "./text-ids.ts";

/** Most documents an index can hold at a time. */
export const maxSlots = 1 << 23;

/** Beyond this many occurrences in a field more make no difference: BM25 is nearly saturated. */
export const maxCount = 63;

/**
 * One occurrence, packed into an unsigned 32-bit number: a document's slot (23 bits), a field's number (3 bits) and how
 * often the term stands in it (6 bits, at most 63). Ascending numbers are ascending slots.
 */
export function pack(slot: number, field: number, count: number): number {
  return ((slot << 9) | (field << 6) | Math.min(count, maxCount)) >>> 0;
}

export function slotOf(entry: number): number {
  return entry >>> 9;
}

export function fieldOf(entry: number): number {
  return (entry >>> 6) & 7;
}

export function countOf(entry: number): number {
  return entry & maxCount;
}

/** From this many documents on a pass over all lists is cheaper. */
const maxRemovedOneByOne = 200;

/** Which documents have a term, and which terms a document has. */
export class Postings {
  #termIds = new TextIds();
  /** By term: its postings, ascending; so those of one document stand side by side. */
  #byTerm = new NumberLists();
  /** By slot: the ids of its terms, ascending. */
  #bySlot = new NumberLists();
  /** By term: how many documents have it. */
  #documentCounts = new Uint32Array(1 << 8);
  /** By term, for the document being added: how often in this field, and whether in any. Zeros between documents. */
  #counts = new Uint8Array(1 << 8);
  #isFound = new Uint8Array(1 << 8);

  /** How many terms have an id, those that no document has any more included. */
  get termCount(): number {
    return this.#termIds.size;
  }

  termIdOf(term: string): number | undefined {
    return this.#termIds.find(term);
  }

  documentCountOf(termId: number): number {
    return this.#documentCounts[termId] ?? 0;
  }

  /** A term's postings, ascending; valid until the next change. */
  of(termId: number): Uint32Array {
    return this.#byTerm.of(termId);
  }

  /** The terms of a document, ascending; valid until the next change. */
  termIdsOf(slot: number): Uint32Array {
    return this.#bySlot.of(slot);
  }

  textOf(termId: number): string {
    return this.#termIds.textOf(termId);
  }

  /** How often a term stands in one field of a document, at most 63. */
  countIn(termId: number, slot: number, field: number): number {
    const postings = this.of(termId);
    const posting = postings[placeIn(postings, pack(slot, field, 0))] ?? 0;
    return slotOf(posting) === slot && fieldOf(posting) === field ? countOf(posting) : 0;
  }

  /** Adds a document; `readTerms` visits the terms of a field as they occur. Returns how many each field has. */
  add(slot: number, readTerms: (field: Field, visit: (term: string) => void) => void): number[] {
    const found: number[] = [];
    const lengths = fields.map((name, field) => {
      const inField: number[] = [];
      let length = 0;
      readTerms(name, (term) => {
        length++;
        this.#count(term, inField);
      });
      for (const id of inField) {
        this.#byTerm.insert(id, pack(slot, field, this.#counts[id] ?? 0));
        this.#counts[id] = 0;
        if (this.#isFound[id] === 0) found.push(id);
        this.#isFound[id] = 1;
      }
      return length;
    });
    for (const id of found) {
      this.#isFound[id] = 0;
      this.#documentCounts[id] = this.documentCountOf(id) + 1;
    }
    this.#bySlot.set(slot, new Uint32Array(found).sort());
    return lengths;
  }

  /** Takes documents out: a few by a search in the lists of their terms, many by one pass over all lists. */
  remove(slots: readonly number[]): void {
    const isGone = new Set(slots);
    const isMany = isGone.size > maxRemovedOneByOne;
    if (isMany) this.#byTerm.filter((posting) => !isGone.has(slotOf(posting)));
    for (const slot of isGone) {
      for (const id of this.termIdsOf(slot)) {
        this.#documentCounts[id] = this.documentCountOf(id) - 1;
        if (!isMany) this.#byTerm.remove(id, pack(slot, 0, 0), pack(slot, fields.length, 0));
      }
      this.#bySlot.set(slot, []);
    }
  }

  toParts(): Parts {
    return {
      terms: this.#termIds.toParts(),
      byTerm: this.#byTerm.toParts(),
      bySlot: this.#bySlot.toParts(),
      documentCounts: this.#documentCounts.slice(0, this.termCount),
    };
  }

  static fromParts(parts: Parts): Postings {
    const postings = new Postings();
    postings.#termIds = TextIds.fromParts(mustHaveParts(parts, "terms"));
    postings.#byTerm = NumberLists.fromParts(mustHaveParts(parts, "byTerm"));
    postings.#bySlot = NumberLists.fromParts(mustHaveParts(parts, "bySlot"));
    postings.#makeRoomFor(postings.termCount);
    postings.#documentCounts.set(mustHaveArray(parts, "documentCounts", Uint32Array));
    return postings;
  }

  /** Notes one more occurrence of a term in a field, and its first among those found there. */
  #count(term: string, found: number[]): void {
    const id = this.#termIds.idOf(term);
    if (id >= this.#counts.length) this.#makeRoomFor(id);
    const count = this.#counts[id] ?? 0;
    if (count === 0) found.push(id);
    if (count < maxCount) this.#counts[id] = count + 1;
  }

  #makeRoomFor(termId: number): void {
    const size = Math.ceil(termId * 1.2) + 256;
    this.#counts = new Uint8Array(this.#counts.buffer.transfer(size));
    this.#isFound = new Uint8Array(this.#isFound.buffer.transfer(size));
    this.#documentCounts = new Uint32Array(this.#documentCounts.buffer.transfer(size * 4));
  }
}
