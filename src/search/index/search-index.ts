import type { KnowledgeItem } from "../../core/knowledge.ts";
import { AddressBook } from "./address-book.ts";
import { type Field, fields, fieldWeights, k1 } from "./fields.ts";
import { NumberLists } from "./number-lists.ts";
import { countOf, fieldOf, mostSlots, pack, slotOf } from "./posting.ts";
import { tokenize } from "../words/tokenize.ts";

/** What is indexed of one field at most, in characters: a section of a megabyte is a dump, and its start says what of. */
const mostCharacters = 60_000;

/** What a term adds to one document's score, and from which fields (a bit for each). */
export type TermScored = (slot: number, score: number, fieldBits: number) => void;

/**
 * An inverted index over one repository's knowledge, kept in memory and changed in place.
 * What it answers depends on the items in it alone, never on the order in which they came and went.
 */
export class SearchIndex {
  readonly #termIds = new Map<string, number>();
  /** By term: its postings. Those of one document stand side by side. */
  readonly #postings = new NumberLists();
  /** By term: how many live documents have it. */
  #documentCounts: number[] = [];
  /** By slot; undefined where the document is gone. */
  readonly #items: (KnowledgeItem | undefined)[] = [];
  /** By slot: the ids of its terms, so that dropping it costs no reading. */
  readonly #terms = new NumberLists();
  /** By slot: length of each field in terms. */
  #lengths = new Uint32Array(fields.length << 8);
  readonly #addresses = new AddressBook();
  readonly #groups = new Map<string, number[]>();
  readonly #freeSlots: number[] = [];
  #deadSlots: number[] = [];
  #size = 0;
  /** By field: terms in all live documents, and how many of these have the field at all. */
  readonly #totals = new Float64Array(fields.length);
  readonly #holders = new Float64Array(fields.length);
  /** See `#occurrenceWeights`; missing after a change. */
  #weights: Float32Array | undefined;

  /** How many items there are. */
  get size(): number {
    return this.#size;
  }

  /** One past the highest slot in use: the length of an array with a place for each document. */
  get slots(): number {
    return this.#items.length;
  }

  /** The item in a slot; undefined where it was dropped. */
  itemAt(slot: number): KnowledgeItem | undefined {
    return this.#items[slot];
  }

  /** How many items have this term. */
  documentCount(term: string): number {
    const id = this.#termIds.get(term);
    return id === undefined ? 0 : (this.#documentCounts[id] ?? 0);
  }

  /** Slots of the documents a link may mean. */
  slotsAt(link: string): ReadonlySet<number> {
    return this.#addresses.find(link);
  }

  /** Add items. To replace one, drop its group first. */
  add(items: readonly KnowledgeItem[]): void {
    for (const item of items) this.#addItem(item);
  }

  /** Drop all items of these groups; unknown groups are no matter. */
  dropGroups(groups: Iterable<string>): void {
    for (const group of groups) {
      for (const slot of this.#groups.get(group) ?? []) this.#dropSlot(slot);
      this.#groups.delete(group);
    }
    // Dropped documents cost time in every search; a quarter of them is the price of not cleaning up each time.
    if (this.#deadSlots.length > 64 && this.#deadSlots.length * 4 > this.#items.length) this.#compact();
  }

  /**
   * The BM25F part of one term for every live document that has it, times `weight`:
   * `weight · tf / (k1 + tf)`, where `tf` is the field-weighted, length-normalised count.
   */
  scoreTerm(term: string, weight: number, scored: TermScored): void {
    const id = this.#termIds.get(term);
    if (id === undefined) return;
    const weights = this.#occurrenceWeights();
    const entries = this.#postings.of(id);
    for (let i = 0; i < entries.length;) {
      const slot = slotOf(entries[i] ?? 0);
      let frequency = 0;
      let fieldBits = 0;
      for (; i < entries.length && slotOf(entries[i] ?? 0) === slot; i++) {
        const entry = entries[i] ?? 0;
        frequency += countOf(entry) * (weights[slot * fields.length + fieldOf(entry)] ?? 0);
        fieldBits |= 1 << fieldOf(entry);
      }
      if (this.#items[slot] !== undefined) scored(slot, (weight * frequency) / (k1 + frequency), fieldBits);
    }
  }

  /** By slot and field: what one occurrence counts there. Recomputed after changes, since every change moves the averages. */
  #occurrenceWeights(): Float32Array {
    this.#weights ??= Float32Array.from({ length: this.#items.length * fields.length }, (_, place) => {
      const field = place % fields.length;
      const { weight, b } = parameters[field] ?? noField;
      // Among the documents that have the field: most have no aliases, which must not make one alias long.
      const average = Math.max(1, this.#totals[field] ?? 0) / Math.max(1, this.#holders[field] ?? 0);
      return weight / (1 - b + (b * (this.#lengths[place] ?? 0)) / average);
    });
    return this.#weights;
  }

  #addItem(item: KnowledgeItem): void {
    const slot = this.#freeSlots.pop() ?? this.#items.length;
    if (slot >= mostSlots) throw new Error(`An index holds at most ${mostSlots} items.`);
    this.#items[slot] = item;
    this.#addresses.add(slot, item);
    this.#size++;
    const members = this.#groups.get(item.group);
    if (members) members.push(slot);
    else this.#groups.set(item.group, [slot]);
    this.#makeRoomForLengths(slot);
    const counts = this.#count(item, slot);
    for (const [id, byField] of counts) {
      for (const [field, count] of byField.entries()) if (count > 0) this.#postings.push(id, pack(slot, field, count));
    }
    this.#terms.set(slot, counts.keys(), counts.size);
    this.#tally(slot, 1);
  }

  /** Takes a document out of all counts at once; its entries stay until the next compaction. */
  #dropSlot(slot: number): void {
    const item = this.#items[slot];
    if (item === undefined) return;
    this.#tally(slot, -1);
    this.#items[slot] = undefined;
    this.#addresses.remove(slot, item);
    this.#deadSlots.push(slot);
    this.#size--;
  }

  /** How often each term occurs in each field; notes the fields' lengths. */
  #count(item: KnowledgeItem, slot: number): Map<number, Uint16Array> {
    const counts = new Map<number, Uint16Array>();
    for (const [field, name] of fields.entries()) {
      const terms = tokenize(searchedText(item, name));
      this.#lengths[slot * fields.length + field] = terms.length;
      for (const term of terms) {
        const id = this.#idOf(term);
        const byField = counts.get(id) ?? new Uint16Array(fields.length);
        byField[field] = Math.min(0xffff, (byField[field] ?? 0) + 1);
        counts.set(id, byField);
      }
    }
    return counts;
  }

  /** Adds a document to the counts over all documents, or takes it out. */
  #tally(slot: number, sign: 1 | -1): void {
    for (const id of this.#terms.of(slot)) this.#documentCounts[id] = (this.#documentCounts[id] ?? 0) + sign;
    for (const field of fields.keys()) {
      const length = this.#lengths[slot * fields.length + field] ?? 0;
      this.#totals[field] = (this.#totals[field] ?? 0) + sign * length;
      this.#holders[field] = (this.#holders[field] ?? 0) + sign * Math.min(1, length);
    }
    this.#weights = undefined;
  }

  #idOf(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#termIds.size;
    this.#termIds.set(term, id);
    return id;
  }

  #compact(): void {
    this.#postings.compact((posting) => this.#items[slotOf(posting)] !== undefined);
    this.#terms.compact((_, slot) => this.#items[slot] !== undefined);
    for (const slot of this.#deadSlots) this.#freeSlots.push(slot);
    this.#deadSlots = [];
  }

  #makeRoomForLengths(slot: number): void {
    if ((slot + 1) * fields.length <= this.#lengths.length) return;
    const larger = new Uint32Array(this.#lengths.length * 2);
    larger.set(this.#lengths);
    this.#lengths = larger;
  }
}

const noField = { weight: 0, b: 0 };
const parameters = fields.map((field) => fieldWeights[field]);

function searchedText(item: KnowledgeItem, field: Field): string {
  const value = item[field];
  return (typeof value === "string" ? value : value.join("\n")).slice(0, mostCharacters);
}
