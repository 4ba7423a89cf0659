import { mustHaveArray, type Parts, UnusablePartsError } from "../snapshot/parts.ts";

/** Vectors of numbers around 0, a byte each: that is precise enough for the cosine of a hundred of them. */
export class ByteVectors {
  readonly width: number;
  #bytes: Int8Array;
  /** What a byte stands for, by vector; 0 where there is none. */
  #scales: Float32Array;

  constructor(width: number, bytes = new Int8Array(0), scales = new Float32Array(0)) {
    this.width = width;
    this.#bytes = bytes;
    this.#scales = scales;
  }

  /** Throws `UnusablePartsError` where bytes and scales are not of the same vectors. */
  static fromParts(parts: Parts): ByteVectors {
    const bytes = mustHaveArray(parts, "bytes", Int8Array);
    const scales = mustHaveArray(parts, "scales", Float32Array);
    const [width] = mustHaveArray(parts, "width", Uint32Array);
    if (width === undefined || bytes.length !== width * scales.length) throw new UnusablePartsError("Vectors are cut.");
    return new ByteVectors(width, bytes, scales);
  }

  toParts(): Parts {
    return { width: Uint32Array.of(this.width), bytes: this.#bytes, scales: this.#scales };
  }

  has(at: number): boolean {
    return (this.#scales[at] ?? 0) > 0;
  }

  /** A vector of zeros is none. */
  set(at: number, vector: Float64Array): void {
    this.makeRoomFor(at);
    let largest = 0;
    for (let i = 0; i < this.width; i++) largest = Math.max(largest, Math.abs(vector[i] ?? 0));
    const scale = largest / 127;
    this.#scales[at] = scale;
    for (let i = 0; i < this.width; i++) {
      this.#bytes[at * this.width + i] = scale === 0 ? 0 : Math.round((vector[i] ?? 0) / scale);
    }
  }

  drop(at: number): void {
    if (at < this.#scales.length) this.#scales[at] = 0;
  }

  /** Adds a vector, times `weight`, to a sum. */
  addTo(sum: Float64Array, at: number, weight: number): void {
    const factor = weight * (this.#scales[at] ?? 0);
    if (factor === 0) return;
    const start = at * this.width;
    for (let i = 0; i < this.width; i++) sum[i] = (sum[i] ?? 0) + factor * (this.#bytes[start + i] ?? 0);
  }

  dot(vector: Float64Array, at: number): number {
    const start = at * this.width;
    let sum = 0;
    for (let i = 0; i < this.width; i++) sum += (vector[i] ?? 0) * (this.#bytes[start + i] ?? 0);
    return sum * (this.#scales[at] ?? 0);
  }

  /** Room up to this place, so that many can be set without moving all each time. */
  makeRoomFor(at: number): void {
    if (at < this.#scales.length) return;
    const size = Math.max(at + 1, Math.ceil(this.#scales.length * 1.25));
    const bytes = new Int8Array(size * this.width);
    bytes.set(this.#bytes);
    const scales = new Float32Array(size);
    scales.set(this.#scales);
    this.#bytes = bytes;
    this.#scales = scales;
  }
}
