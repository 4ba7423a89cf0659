import type { PartArray } from "./parts.ts";

/**
 * How parts lie in bytes. All numbers are unsigned 32-bit words in the order of bytes of the machine, which `magic`
 * tells: a snapshot from a machine of the other order is not read.
 *
 * A header of four words (`magic`, version, length of everything in bytes, checksum of what follows with the version as
 * its seed) is followed by records, one a part, and zeros up to a multiple of 16 bytes. A record is four words (kind, length
 * of the name in bytes, length of the content in bytes, 0), the name in UTF-8 and the content; both are filled up to a
 * multiple of 8 bytes, so that every content is aligned for any kind of number. The content of a group is its records.
 */
export const magic = 0x1d7c_5bf1;

/** Bytes of the header, and of a record before its name. */
export const headBytes = 16;

/** Index of the words of the header. */
export const header = { magic: 0, version: 1, length: 2, checksum: 3 } as const;

/** Groups in groups in groups: far more than anybody needs. */
export const maxDepth = 16;

export const kinds = { group: 1, text: 2, codeUnits: 3 } as const;

interface ArrayKind {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): PartArray;
}

/** Arrays by the number of their kind, from `firstArrayKind` on. New ones go to the end. */
export const arrayKinds: readonly ArrayKind[] = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
];

export const firstArrayKind = 16;

/** The next multiple of `step`, a power of two. */
export function upTo(length: number, step: number): number {
  return Math.ceil(length / step) * step;
}
