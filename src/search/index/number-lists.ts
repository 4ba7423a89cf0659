/**
 * Many lists of unsigned 32-bit numbers in one array: four bytes a number, where a list of its own would cost a hundred
 * more. Lists are named by small whole numbers.
 */
export class NumberLists {
  #pool = new Uint32Array(1 << 12);
  #used = 0;
  #start = new Uint32Array(1 << 10);
  #length = new Uint32Array(1 << 10);
  #capacity = new Uint32Array(1 << 10);

  /** Append to a list. A list that is full moves to the end of the pool with twice the room. */
  push(list: number, value: number): void {
    this.#makeRoomFor(list);
    const length = this.#length[list] ?? 0;
    if (length === this.#capacity[list]) this.#move(list, Math.max(2, length * 2));
    this.#pool[(this.#start[list] ?? 0) + length] = value;
    this.#length[list] = length + 1;
  }

  /** Put `size` values in place of a list. */
  set(list: number, values: Iterable<number>, size: number): void {
    this.#makeRoomFor(list);
    this.#length[list] = 0;
    if (size > (this.#capacity[list] ?? 0)) this.#move(list, size);
    for (const value of values) this.push(list, value);
  }

  /** A list's values; a view that is valid until the next write. */
  of(list: number): Uint32Array {
    const start = this.#start[list] ?? 0;
    return this.#pool.subarray(start, start + (this.#length[list] ?? 0));
  }

  /** Keep only some values, and close all gaps. */
  compact(isKept: (value: number, list: number) => boolean): void {
    const old = this.#pool;
    this.#pool = new Uint32Array(Math.max(1 << 12, total(this.#length)));
    this.#used = 0;
    for (const [list, length] of this.#length.entries()) {
      const start = this.#start[list] ?? 0;
      this.#start[list] = this.#used;
      for (const value of old.subarray(start, start + length)) {
        if (isKept(value, list)) this.#pool[this.#used++] = value;
      }
      this.#length[list] = this.#capacity[list] = this.#used - (this.#start[list] ?? 0);
    }
  }

  #move(list: number, capacity: number): void {
    if (this.#used + capacity > this.#pool.length) {
      this.#pool = grown(this.#pool, Math.max(this.#used + capacity, Math.ceil(this.#pool.length * 1.5)));
    }
    const start = this.#start[list] ?? 0;
    this.#pool.copyWithin(this.#used, start, start + (this.#length[list] ?? 0));
    this.#start[list] = this.#used;
    this.#capacity[list] = capacity;
    this.#used += capacity;
  }

  #makeRoomFor(list: number): void {
    if (list < this.#start.length) return;
    const size = Math.max(list + 1, this.#start.length * 2);
    this.#start = grown(this.#start, size);
    this.#length = grown(this.#length, size);
    this.#capacity = grown(this.#capacity, size);
  }
}

function total(lengths: Uint32Array): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}

function grown(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(array);
  return larger;
}
