import type { KnowledgeEntry, KnowledgeItem, KnowledgeKind } from "../../core/knowledge.ts";
import { mustHaveParts, type Parts } from "../snapshot/parts.ts";
import { fieldTexts } from "../words/field-texts.ts";
import { guessLanguage } from "../words/guess-language.ts";
import { forEachTerm } from "../words/tokenize.ts";
import type { Scored, ResultQuery } from "./top-k-collector.ts";
import { Entries } from "./entries.ts";
import { FieldLengths } from "./field-lengths.ts";
import { fingerprint } from "./fingerprint.ts";
import { Groups } from "./groups.ts";
import { Links } from "./links.ts";
import { type Matches, readMatches } from "./matches.ts";
import { Postings } from "./postings.ts";
import { ScoreAccumulator } from "./score-accumulator.ts";
import { search } from "./search.ts";

/** A term and the most that it can add to a score: its weight in the question times its idf. */
export interface ScoredTerm {
  readonly term: string;
  readonly weight: number;
}

/** Version of the parts. Raise it when their meaning changes, or how texts become terms: older parts are then not read. */
export const indexFormat = 1;

/**
 * An inverted index over one repository's knowledge, kept in memory without its texts and changed in place.
 * Each item has a slot, a small whole number, while it is there. What the index answers depends on the items in it
 * alone, never on the order in which they came and went; only the numbers of slots and terms do.
 */
export class SearchIndex {
  readonly #entries: Entries;
  readonly #groups: Groups;
  readonly #links: Links;
  readonly #postings: Postings;
  readonly #lengths: FieldLengths;
  readonly #accumulator = new ScoreAccumulator();

  constructor(parts?: Parts) {
    this.#entries = parts ? Entries.fromParts(mustHaveParts(parts, "entries")) : new Entries();
    this.#groups = parts ? Groups.fromParts(mustHaveParts(parts, "groups")) : new Groups();
    this.#links = parts ? Links.fromParts(mustHaveParts(parts, "links")) : new Links();
    this.#postings = parts ? Postings.fromParts(mustHaveParts(parts, "postings")) : new Postings();
    this.#lengths = parts ? FieldLengths.fromParts(mustHaveParts(parts, "lengths")) : new FieldLengths();
  }

  /** The index that gave these parts; it can go on being changed. Throws `UnusablePartsError` when they are damaged. */
  static fromParts(parts: Parts): SearchIndex {
    return new SearchIndex(parts);
  }

  toParts(): Parts {
    return {
      entries: this.#entries.toParts(),
      groups: this.#groups.toParts(),
      links: this.#links.toParts(),
      postings: this.#postings.toParts(),
      lengths: this.#lengths.toParts(this.slots),
    };
  }

  /** How many items there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** One past the highest slot in use: the length of an array with a place for each document. */
  get slots(): number {
    return this.#entries.slots;
  }

  /** The item in a slot, without its texts; undefined where it was dropped. Read when asked for: ask for hundreds, not for all. */
  entryAt(slot: number): KnowledgeEntry | undefined {
    return this.#entries.at(slot);
  }

  slotOf(id: string): number | undefined {
    return this.#entries.slotOf(id);
  }

  kindOf(slot: number): KnowledgeKind {
    return this.#entries.kindOf(slot);
  }

  isRetired(slot: number): boolean {
    return this.#entries.isRetired(slot);
  }

  /** In milliseconds since 1970; NaN where unknown. */
  dateOf(slot: number): number {
    return this.#entries.dateOf(slot);
  }

  /** The same number for items with the same title and texts. */
  fingerprint(slot: number): number {
    return this.#entries.fingerprintOf(slot);
  }

  /** How many terms a field has; `field` is its place in `fields`. */
  fieldLength(slot: number, field: number): number {
    return this.#lengths.of(slot, field);
  }

  /** How many terms have an id, those that no item has any more included. */
  get termCount(): number {
    return this.#postings.termCount;
  }

  termIdOf(term: string): number | undefined {
    return this.#postings.termIdOf(term);
  }

  /** The term that has an id; empty where none has. */
  termOf(termId: number): string {
    return this.#postings.textOf(termId);
  }

  /** How often a term stands in one field of a document, at most 63; `field` is its place in `fields`. */
  countIn(termId: number, slot: number, field: number): number {
    return this.#postings.countIn(termId, slot, field);
  }

  /** A document's terms, each once, ascending; valid until the next change. */
  termIdsOf(slot: number): Uint32Array {
    return this.#postings.termIdsOf(slot);
  }

  /** How many items have this term. */
  documentCount(term: string): number {
    const id = this.termIdOf(term);
    return id === undefined ? 0 : this.documentCountOf(id);
  }

  documentCountOf(termId: number): number {
    return this.#postings.documentCountOf(termId);
  }

  hasLinks(slot: number): boolean {
    return this.#links.hasLinks(slot);
  }

  /** Slots of the documents a link may mean, ascending; valid until the next change. */
  slotsAt(link: string): Uint32Array {
    return this.#links.find(link);
  }

  /** For each link of an item the slots of the documents it may mean; valid until the next change. */
  targetsOf(slot: number): readonly Uint32Array[] {
    return this.#links.targetsOf(slot);
  }

  /** Add items. To replace one, drop its group first. */
  add(items: readonly KnowledgeItem[]): void {
    for (const item of items) {
      const slot = this.#entries.add(item, fingerprint(item));
      this.#groups.add(slot, item.group);
      this.#links.add(slot, item.url, item.links);
      const texts = fieldTexts(item);
      const language = guessLanguage(texts.title, texts.body, texts.answer);
      const lengths = this.#postings.add(slot, (field, visit) => forEachTerm(texts[field], visit, language));
      this.#lengths.set(slot, lengths);
    }
  }

  /** Drop all items of these groups; unknown groups are ignored. */
  dropGroups(groups: Iterable<string>): void {
    const slots = [...new Set(groups)].flatMap((group) => this.#groups.membersOf(group));
    this.#postings.remove(slots);
    for (const slot of slots) {
      this.#lengths.set(slot, []);
      this.#links.remove(slot);
      this.#groups.remove(slot);
      this.#entries.remove(slot);
    }
  }

  /**
   * The documents with the highest BM25F scores for these terms, one list for each query: best first, equal ones by id.
   * A term adds `weight * tf / (k1 + tf)`, where `tf` is the field-weighted, length-normalised count of `matches`.
   */
  search(terms: readonly ScoredTerm[], queries: readonly ResultQuery[]): readonly (readonly Scored[])[] {
    const found = terms.flatMap(({ term, weight }) => {
      const id = this.termIdOf(term);
      return id === undefined || weight <= 0 ? [] : [{ postings: this.#postings.of(id), weight }];
    });
    return search(found, queries, this.#accumulator, {
      weights: this.#lengths.weights(),
      slots: this.slots,
      isBefore: (a, b) => (this.#entries.idAt(a) ?? "") < (this.#entries.idAt(b) ?? ""),
    });
  }

  /** How often each term stands in each of these slots, field by field. */
  matches(terms: readonly Pick<ScoredTerm, "term">[], slots: readonly number[]): Matches {
    const words = terms.map(({ term }) => term);
    return readMatches(this.#postings, this.#lengths.weights(), words, slots);
  }
}
