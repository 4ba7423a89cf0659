import { mixBits } from "../../text/fnv.ts";
import { mustHaveArray, type Parts, UnusablePartsError } from "../snapshot/parts.ts";

/** Entries of the table hold a text's id + 1 in their low bits, and some bits of its hash above. */
const idBits = 24;
const maxTexts = (1 << idBits) - 1;

/**
 * Numbers texts: 0 for the first one seen, 1 for the second. A `Map` of strings costs about a hundred bytes a word;
 * this is a hash table over one array with all letters, about twenty bytes a word, and is restored by copying it.
 * Texts are never removed: unused ones cost their letters until the index is built anew.
 */
export class TextIds {
  #size = 0;
  #bytes = new Uint8Array(1 << 12);
  /** Where each text's bytes start; one more entry for the end of the last. */
  #starts = new Uint32Array(1 << 8);
  /** Open addressing with linear probing; 0 is an empty place. */
  #table = new Uint32Array(1 << 9);
  /** The text in question, as `#encode` leaves it. */
  #given = new Uint8Array(1 << 8);

  /** How many texts have an id: one more than the highest. */
  get size(): number {
    return this.#size;
  }

  find(text: string): number | undefined {
    const length = this.#encode(text);
    const entry = this.#table[this.#placeOf(length, hashOf(this.#given, 0, length))] ?? 0;
    return entry === 0 ? undefined : (entry & maxTexts) - 1;
  }

  /** The text's id, a new one if it has none. */
  idOf(text: string): number {
    const length = this.#encode(text);
    const hash = hashOf(this.#given, 0, length);
    const place = this.#placeOf(length, hash);
    const entry = this.#table[place] ?? 0;
    return entry === 0 ? this.#append(length, hash, place) : (entry & maxTexts) - 1;
  }

  /** The text that has this id; empty where none has. */
  textOf(id: number): string {
    let text = "";
    const end = this.#starts[id + 1] ?? 0;
    for (let i = this.#starts[id] ?? end; i < end;) {
      const first = this.#bytes[i++] ?? 0;
      if (first < 0x80) text += String.fromCharCode(first);
      else {
        const isLong = first >= 0xe0;
        let unit = first & (isLong ? 0x0f : 0x1f);
        for (const last = i + (isLong ? 2 : 1); i < last; i++) unit = (unit << 6) | ((this.#bytes[i] ?? 0) & 0x3f);
        text += String.fromCharCode(unit);
      }
    }
    return text;
  }

  toParts(): Parts {
    return {
      bytes: this.#bytes.subarray(0, this.#starts[this.#size]),
      starts: this.#starts.subarray(0, this.#size + 1),
      table: this.#table,
    };
  }

  static fromParts(parts: Parts): TextIds {
    const texts = new TextIds();
    texts.#bytes = mustHaveArray(parts, "bytes", Uint8Array).slice();
    texts.#starts = mustHaveArray(parts, "starts", Uint32Array).slice();
    texts.#table = mustHaveArray(parts, "table", Uint32Array).slice();
    texts.#size = texts.#starts.length - 1;
    const places = texts.#table.length;
    const hasRoom = texts.#size >= 0 && places > texts.#size && (places & (places - 1)) === 0;
    if (!hasRoom) throw new UnusablePartsError("The table of texts is too small.");
    return texts;
  }

  #append(length: number, hash: number, place: number): number {
    const id = this.#size;
    if (id + 1 >= maxTexts) throw new Error(`At most ${maxTexts - 1} texts can be numbered.`);
    const start = this.#starts[id] ?? 0;
    const end = start + length;
    if (end > this.#bytes.length) this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(larger(end)));
    this.#bytes.set(this.#given.subarray(0, length), start);
    if (id + 2 > this.#starts.length) this.#starts = new Uint32Array(this.#starts.buffer.transfer(4 * larger(id + 2)));
    this.#starts[id + 1] = end;
    this.#table[place] = entryOf(id, hash);
    this.#size = id + 1;
    if (this.#size * 3 > this.#table.length * 2) this.#enlargeTable();
    return id;
  }

  /** The place of the given text in the table: where it is, or the empty place where it would be. */
  #placeOf(length: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = table[place] ?? 0;
      if (entry === 0) return place;
      const id = (entry & maxTexts) - 1;
      if (entry === entryOf(id, hash) && this.#isGiven(id, length)) return place;
    }
  }

  #isGiven(id: number, length: number): boolean {
    const start = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[start + i] !== this.#given[i]) return false;
    return true;
  }

  #enlargeTable(): void {
    const table = new Uint32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let id = 0; id < this.#size; id++) {
      const hash = hashOf(this.#bytes, this.#starts[id] ?? 0, this.#starts[id + 1] ?? 0);
      let place = hash & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = entryOf(id, hash);
    }
    this.#table = table;
  }

  /** Writes the text's code units to `#given`, in one to three bytes each, as UTF-8 does it; returns how many bytes. */
  #encode(text: string): number {
    if (text.length * 3 > this.#given.length) this.#given = new Uint8Array(text.length * 3);
    const given = this.#given;
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) given[length++] = unit;
      else {
        if (unit < 0x800) given[length++] = 0xc0 | (unit >> 6);
        else {
          given[length++] = 0xe0 | (unit >> 12);
          given[length++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        given[length++] = 0x80 | (unit & 0x3f);
      }
    }
    return length;
  }
}

function entryOf(id: number, hash: number): number {
  return (((hash >>> idBits) << idBits) | (id + 1)) >>> 0;
}

function larger(length: number): number {
  return Math.ceil(length * 1.25) + 256;
}

/**
 * FNV-1a, and a last mix, for the table takes the low bits and each entry the high ones.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return mixBits(hash);
}
