import { checksum } from "./checksum.ts";
import { arrayKinds, firstArrayKind, headBytes, header, kinds, magic, maxDepth, upTo } from "./layout.ts";
import { isGroup, type PartArray, type Parts } from "./parts.ts";

/** A part on its way into bytes. */
interface Piece {
  readonly kind: number;
  readonly name: Uint8Array;
  /** Of the content, without what it is filled up with. */
  readonly length: number;
  /** Missing for a group, whose pieces follow. */
  readonly bytes?: Uint8Array;
}

const encoder = new TextEncoder();

/**
 * Parts as bytes. `version` (a whole number below 2³²) says what the parts mean: only `decodeParts` with the same one
 * reads them.
 *
 * Throws for more than 4 GiB, for groups in more than 16 groups, and for arrays of other kinds than `PartArray`.
 */
export function encodeParts(parts: Parts, version: number): Uint8Array {
  if (version !== version >>> 0) throw new RangeError("The version of parts must be an unsigned 32-bit number.");
  const pieces = piecesOf(parts, 0);
  const used = pieces.reduce((sum, piece) => sum + headBytes + roomFor(piece), headBytes);
  const length = upTo(used, 16);
  if (length > 0xffff_ffff) throw new RangeError("Parts of more than 4 GiB cannot be encoded.");
  const bytes = new Uint8Array(length);
  const words = new Uint32Array(bytes.buffer);
  let at = headBytes;
  for (const piece of pieces) {
    words.set([piece.kind, piece.name.length, piece.length], at / 4);
    bytes.set(piece.name, at + headBytes);
    if (piece.bytes !== undefined) bytes.set(piece.bytes, at + headBytes + upTo(piece.name.length, 8));
    at += headBytes + roomFor(piece);
  }
  words[header.magic] = magic;
  words[header.version] = version;
  words[header.length] = length;
  words[header.checksum] = checksum(words.subarray(headBytes / 4), version);
  return bytes;
}

/** What a piece takes by itself: a group's content is counted with the pieces that it consists of. */
function roomFor({ name, bytes }: Piece): number {
  return upTo(name.length, 8) + upTo(bytes?.length ?? 0, 8);
}

function piecesOf(parts: Parts, depth: number): Piece[] {
  if (depth > maxDepth) throw new RangeError(`Parts cannot be nested more than ${maxDepth} deep.`);
  return Object.entries(parts).flatMap(([key, part]) => {
    const name = encoder.encode(key);
    if (!key.isWellFormed()) throw new TypeError("The name of a part must be well-formed.");
    if (typeof part === "string") return [textPiece(name, part)];
    if (!isGroup(part)) return [{ kind: kindOf(part), name, length: part.byteLength, bytes: bytesOf(part) }];
    const inside = piecesOf(part, depth + 1);
    const length = inside.reduce((sum, piece) => sum + headBytes + roomFor(piece), 0);
    return [{ kind: kinds.group, name, length }, ...inside];
  });
}

/** Text in UTF-8; where that cannot tell it exactly (half of a surrogate pair), as its code units. */
function textPiece(name: Uint8Array, text: string): Piece {
  if (text.isWellFormed()) {
    const bytes = encoder.encode(text);
    return { kind: kinds.text, name, length: bytes.length, bytes };
  }
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return { kind: kinds.codeUnits, name, length: units.byteLength, bytes: bytesOf(units) };
}

function kindOf(array: PartArray): number {
  const kind = arrayKinds.findIndex((it) => array instanceof it);
  if (kind === -1) throw new TypeError("There is an array among the parts that cannot be encoded.");
  return firstArrayKind + kind;
}

function bytesOf(array: PartArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
