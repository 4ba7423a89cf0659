import type { KnowledgeEntry, KnowledgeKind } from "../../core/knowledge.ts";
import { mustHaveArray, mustHaveText, type Parts, UnusablePartsError } from "../snapshot/parts.ts";
import { maxSlots } from "./postings.ts";

/** In the order of their numbers: new kinds go to the end, since snapshots hold the numbers. */
const kinds: readonly KnowledgeKind[] = ["docs", "faq", "thread", "issue", "feature-request"];

/** What the JSON line of an entry holds; the rest stands in columns. */
type Line = readonly [
  group: string,
  title: string,
  context: readonly string[],
  links: readonly string[],
  url: string,
  outcome: KnowledgeEntry["outcome"] | null,
  retired: KnowledgeEntry["retired"] | null,
];

/** How many parsed entries are cached: as many as one question reads. A power of two. */
const maxCached = 1 << 10;

/**
 * The items by slot, without their texts. What ranking reads of very many items stands in columns. The rest is one line
 * of JSON an item, half the size of an object and restored at no cost, which is parsed when an entry is read.
 */
export class Entries {
  readonly #ids: (string | undefined)[] = [];
  readonly #lines: (string | undefined)[] = [];
  #kinds = new Uint8Array(1 << 6);
  #areRetired = new Uint8Array(1 << 6);
  /** In milliseconds since 1970; NaN where unknown. */
  #dates = new Float64Array(1 << 6);
  #fingerprints = new Uint32Array(1 << 6);
  readonly #freeSlots: number[] = [];
  readonly #slots = new Map<string, number>();
  /** Entries parsed lately, each at its slot modulo `maxCached`. */
  readonly #cache: ({ readonly slot: number; readonly entry: KnowledgeEntry } | undefined)[] = [];

  /** How many items there are. */
  get size(): number {
    return this.#ids.length - this.#freeSlots.length;
  }

  /** One past the highest slot ever used. */
  get slots(): number {
    return this.#ids.length;
  }

  idAt(slot: number): string | undefined {
    return this.#ids[slot];
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  kindOf(slot: number): KnowledgeKind {
    return kinds[this.#kinds[slot] ?? 0] ?? "docs";
  }

  isRetired(slot: number): boolean {
    return this.#areRetired[slot] === 1;
  }

  dateOf(slot: number): number {
    return this.#dates[slot] ?? Number.NaN;
  }

  fingerprintOf(slot: number): number {
    return this.#fingerprints[slot] ?? 0;
  }

  /** Adds an entry, and returns its slot. */
  add(entry: KnowledgeEntry, fingerprint: number): number {
    const slot = this.#freeSlots.pop() ?? this.slots;
    if (slot >= maxSlots) throw new Error(`An index holds at most ${maxSlots} items.`);
    if (slot >= this.#kinds.length) this.#makeRoomFor(slot);
    this.#ids[slot] = entry.id;
    this.#lines[slot] = toLine(entry);
    this.#kinds[slot] = kinds.indexOf(entry.kind);
    this.#areRetired[slot] = entry.retired === undefined ? 0 : 1;
    this.#dates[slot] = entry.date?.getTime() ?? Number.NaN;
    this.#fingerprints[slot] = fingerprint;
    this.#slots.set(entry.id, slot);
    return slot;
  }

  remove(slot: number): void {
    const id = this.#ids[slot];
    if (id !== undefined && this.#slots.get(id) === slot) this.#slots.delete(id);
    this.#ids[slot] = undefined;
    this.#lines[slot] = undefined;
    this.#cache[slot % maxCached] = undefined;
    this.#freeSlots.push(slot);
  }

  at(slot: number): KnowledgeEntry | undefined {
    const cached = this.#cache[slot % maxCached];
    if (cached?.slot === slot) return cached.entry;
    const id = this.#ids[slot];
    const line = this.#lines[slot];
    if (id === undefined || line === undefined) return undefined;
    const entry = this.#read(slot, id, line);
    this.#cache[slot % maxCached] = { slot, entry };
    return entry;
  }

  toParts(): Parts {
    return {
      ids: JSON.stringify(this.#ids),
      lines: this.#lines.join("\n"),
      kinds: this.#kinds.slice(0, this.slots),
      retired: this.#areRetired.slice(0, this.slots),
      dates: this.#dates.slice(0, this.slots),
      fingerprints: this.#fingerprints.slice(0, this.slots),
    };
  }

  static fromParts(parts: Parts): Entries {
    const entries = new Entries();
    const ids = readIds(mustHaveText(parts, "ids"));
    const lines = mustHaveText(parts, "lines").split("\n");
    if (lines.length !== Math.max(1, ids.length))
      throw new UnusablePartsError("There are more ids or lines than items.");
    for (const [slot, id] of ids.entries()) {
      const isThere = typeof id === "string";
      entries.#ids.push(isThere ? id : undefined);
      entries.#lines.push(isThere ? lines[slot] : undefined);
      if (isThere) entries.#slots.set(id, slot);
      else entries.#freeSlots.push(slot);
    }
    entries.#kinds = mustHaveArray(parts, "kinds", Uint8Array).slice();
    entries.#areRetired = mustHaveArray(parts, "retired", Uint8Array).slice();
    entries.#dates = mustHaveArray(parts, "dates", Float64Array).slice();
    entries.#fingerprints = mustHaveArray(parts, "fingerprints", Uint32Array).slice();
    return entries;
  }

  #read(slot: number, id: string, line: string): KnowledgeEntry {
    const [group, title, context, links, url, outcome, retired] = fromLine(line);
    const date = this.dateOf(slot);
    return {
      id,
      group,
      kind: this.kindOf(slot),
      title,
      context,
      links,
      url,
      ...(!Number.isNaN(date) && { date: new Date(date) }),
      ...(outcome && { outcome }),
      ...(retired && { retired }),
    };
  }

  #makeRoomFor(slot: number): void {
    const size = Math.ceil(slot * 1.25) + 64;
    this.#kinds = new Uint8Array(this.#kinds.buffer.transfer(size));
    this.#areRetired = new Uint8Array(this.#areRetired.buffer.transfer(size));
    this.#dates = new Float64Array(this.#dates.buffer.transfer(size * 8));
    this.#fingerprints = new Uint32Array(this.#fingerprints.buffer.transfer(size * 4));
  }
}

function toLine({ group, title, context, links, url, outcome, retired }: KnowledgeEntry): string {
  const line: Line = [group, title, context, links, url, outcome ?? null, retired ?? null];
  return JSON.stringify(line);
}

function fromLine(line: string): Line {
  const read: Line = JSON.parse(line);
  return read;
}

/** A list with null where a slot is free. */
function readIds(json: string): unknown[] {
  let ids: unknown;
  try {
    ids = JSON.parse(json);
  } catch (error) {
    throw new UnusablePartsError("The ids cannot be read.", { cause: error });
  }
  if (!Array.isArray(ids)) throw new UnusablePartsError("The ids are no list.");
  return ids;
}
