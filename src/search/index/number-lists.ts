import { mustHaveArray, type Parts, UnusablePartsError } from "../snapshot/parts.ts";

/** Where the numbers of a list's head stand, and how many they are. */
const head = { start: 0, length: 1, capacity: 2, size: 3 } as const;

/**
 * Many lists of unsigned 32-bit numbers in one array: four bytes a number, where a list of its own would cost a hundred
 * more. Lists are named by small whole numbers; one never written to is empty.
 */
export class NumberLists {
  #pool = new Uint32Array(1 << 12);
  #used = 0;
  /** By list: start, length and capacity, side by side, so that one access to memory finds all three. */
  #heads = new Uint32Array(head.size << 8);
  /** By capacity: where lists stood that have moved to a larger place. */
  readonly #gaps = new Map<number, number[]>();

  /** A list's values; a view that is valid until the next write. */
  of(list: number): Uint32Array {
    const start = this.#heads[list * head.size + head.start] ?? 0;
    return this.#pool.subarray(start, start + this.#lengthOf(list));
  }

  /** Add a value to a list in ascending order; at the end is cheapest. */
  insert(list: number, value: number): void {
    const length = this.#lengthOf(list);
    this.#makeRoom(list, length + 1);
    const start = this.#heads[list * head.size + head.start] ?? 0;
    let at = start + length;
    if (length > 0 && (this.#pool[at - 1] ?? 0) > value) {
      at = start + placeIn(this.of(list), value);
      this.#pool.copyWithin(at + 1, at, start + length);
    }
    this.#pool[at] = value;
    this.#heads[list * head.size + head.length] = length + 1;
  }

  /** Take the values from `from` up to, without, `to` out of an ascending list. */
  remove(list: number, from: number, to: number): void {
    const values = this.of(list);
    const first = placeIn(values, from);
    const after = placeIn(values, to);
    values.copyWithin(first, after);
    if (after > first) this.#heads[list * head.size + head.length] = values.length - (after - first);
  }

  /** Put values in place of a list. */
  set(list: number, values: ArrayLike<number>): void {
    this.#makeRoom(list, values.length);
    this.#pool.set(values, this.#heads[list * head.size + head.start]);
    this.#heads[list * head.size + head.length] = values.length;
  }

  /** Keep only some values, in all lists at once. */
  filter(isKept: (value: number) => boolean): void {
    for (let list = 0; list < this.#count; list++) {
      const values = this.of(list);
      let kept = 0;
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? 0;
        if (isKept(value)) values[kept++] = value;
      }
      this.#heads[list * head.size + head.length] = kept;
    }
  }

  /** All lists one after the other, without gaps. */
  toParts(): Parts {
    let count = this.#count;
    while (count > 0 && this.#lengthOf(count - 1) === 0) count--;
    const lengths = Uint32Array.from({ length: count }, (_, list) => this.#lengthOf(list));
    const values = new Uint32Array(sum(lengths));
    let end = 0;
    for (let list = 0; list < count; list++) {
      values.set(this.of(list), end);
      end += this.#lengthOf(list);
    }
    return { lengths, values };
  }

  /** Throws `UnusablePartsError` when the values are fewer or more than the lists say. */
  static fromParts(parts: Parts): NumberLists {
    const lists = new NumberLists();
    const lengths = mustHaveArray(parts, "lengths", Uint32Array);
    const values = mustHaveArray(parts, "values", Uint32Array);
    if (sum(lengths) !== values.length) throw new UnusablePartsError("The lists are not as long as they say.");
    lists.#heads = new Uint32Array(lengths.length * head.size);
    let start = 0;
    for (let list = 0; list < lengths.length; list++) {
      const length = lengths[list] ?? 0;
      lists.#heads.set([start, length, length], list * head.size);
      start += length;
    }
    lists.#pool = values.slice();
    lists.#used = values.length;
    return lists;
  }

  /** How many lists have a head. */
  get #count(): number {
    return this.#heads.length / head.size;
  }

  #lengthOf(list: number): number {
    return this.#heads[list * head.size + head.length] ?? 0;
  }

  #makeRoom(list: number, length: number): void {
    if (list >= this.#count) this.#heads = enlarged(this.#heads, (Math.ceil(list * 1.2) + 256) * head.size);
    const place = list * head.size;
    const capacity = this.#heads[place + head.capacity] ?? 0;
    if (length <= capacity) return;
    const from = this.#heads[place + head.start] ?? 0;
    const to = this.#placeFor(stepUp(length));
    this.#pool.copyWithin(to, from, from + this.#lengthOf(list));
    this.#heads[place + head.start] = to;
    this.#heads[place + head.capacity] = stepUp(length);
    if (capacity > 0) this.#leave(from, capacity);
  }

  /** A gap of this size, or a new place at the end. */
  #placeFor(capacity: number): number {
    const gap = this.#gaps.get(capacity)?.pop();
    if (gap !== undefined) return gap;
    const place = this.#used;
    this.#used += capacity;
    if (this.#used > this.#pool.length) this.#pool = enlarged(this.#pool, Math.ceil(this.#used * 1.2));
    return place;
  }

  #leave(place: number, capacity: number): void {
    // Restored lists are of any length, not of the steps that are asked for.
    const step = stepUp(capacity) === capacity ? capacity : stepUp(Math.ceil(capacity / 2));
    const gaps = this.#gaps.get(step);
    if (gaps) gaps.push(place);
    else this.#gaps.set(step, [place]);
  }
}

/** Where a value stands in ascending values, or would stand: how many are less. */
export function placeIn(values: Uint32Array, value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The next of 1, 2, 3, 4, 6, 8, 12, 16, …: a list grows by a third to a half, and its old place fits another. */
function stepUp(length: number): number {
  if (length <= 2) return length;
  const power = 1 << (31 - Math.clz32(length - 1));
  return length <= power * 1.5 ? power * 1.5 : power * 2;
}

function sum(lengths: Uint32Array): number {
  return lengths.reduce((total, length) => total + length, 0);
}

function enlarged(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(array.buffer.transfer(size * Uint32Array.BYTES_PER_ELEMENT));
}
