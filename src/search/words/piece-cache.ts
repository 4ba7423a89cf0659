/**
 * A cache of values by piece of text. A piece is looked up where it stands, by a hash that the caller computes while
 * it reads: no string is made for it. A plain `Map` of strings takes twice as long, and that is most of what reading a text
 * costs. Each piece has one place, where a newer one replaces it.
 */
export class PieceCache<Value> {
  readonly #pieces: string[];
  readonly #values: (Value | undefined)[];
  /** One less than the places. */
  readonly #mask: number;

  /** `places`: how many pieces are cached; a power of two. */
  constructor(places: number) {
    this.#pieces = Array.from({ length: places }, () => "");
    this.#values = Array.from({ length: places }, () => undefined);
    this.#mask = places - 1;
  }

  /** The value of the piece from `start` to `end`, if it is cached. */
  find(text: string, start: number, end: number, hash: number): Value | undefined {
    const place = this.#placeOf(hash);
    const piece = this.#pieces[place] ?? "";
    if (piece.length !== end - start) return undefined;
    for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) !== text.charCodeAt(start + i)) return undefined;
    return this.#values[place];
  }

  keep(piece: string, hash: number, value: Value): void {
    const place = this.#placeOf(hash);
    this.#pieces[place] = piece;
    this.#values[place] = value;
  }

  #placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}

/** The hash of a piece with one more character; starts at 0. */
export function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The hash of a whole piece. */
export function hashOf(piece: string): number {
  let hash = 0;
  for (let i = 0; i < piece.length; i++) hash = hashWith(hash, piece.charCodeAt(i));
  return hash;
}
