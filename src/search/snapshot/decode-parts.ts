import { checksum } from "./checksum.ts";
import { arrayKinds, firstArrayKind, headBytes, header, kinds, magic, maxDepth, upTo } from "./layout.ts";
import type { PartArray, Parts } from "./parts.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Code units put together at once: more arguments than this may be too many for a call. */
const unitsPerCall = 8_192;

/**
 * The parts that were encoded with this version; undefined where the bytes are anything else: damaged, cut off, of
 * another version, or no parts at all. Never throws because of what is in them.
 *
 * The arrays are views of `bytes`, which is copied only where it does not begin at a multiple of 8 in its buffer. So
 * one array that is kept keeps all of it in memory.
 */
export function decodeParts(bytes: Uint8Array, version: number): Parts | undefined {
  const { length } = bytes;
  if (length < headBytes || length % 16 !== 0) return undefined;
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, length / 4);
  if (words[header.magic] !== magic || words[header.version] !== version || words[header.length] !== length) {
    return undefined;
  }
  if (words[header.checksum] !== checksum(words.subarray(headBytes / 4), version)) return undefined;
  // What fills the last 16 bytes up is shorter than a record.
  return readGroup({ bytes: aligned, words }, headBytes, length, 0);
}

interface Source {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

/** The records from `start` to `end`; undefined where one of them does not fit in, or is not known. */
function readGroup(source: Source, start: number, end: number, depth: number): Parts | undefined {
  if (depth > maxDepth) return undefined;
  const parts: [string, PartArray | string | Parts][] = [];
  for (let at = start; at + headBytes <= end;) {
    const [kind = 0, nameLength = 0, length = 0] = source.words.subarray(at / 4);
    const content = at + headBytes + upTo(nameLength, 8);
    const next = content + upTo(length, 8);
    if (next > end) return undefined;
    const name = readText(source.bytes.subarray(at + headBytes, at + headBytes + nameLength));
    const part = readPart(source, { kind, content, length, depth });
    if (name === undefined || part === undefined) return undefined;
    parts.push([name, part]);
    at = next;
  }
  return Object.fromEntries(parts);
}

interface Content {
  readonly kind: number;
  /** Where it begins, in bytes. */
  readonly content: number;
  readonly length: number;
  readonly depth: number;
}

function readPart(source: Source, { kind, content, length, depth }: Content): PartArray | string | Parts | undefined {
  const end = content + length;
  if (kind === kinds.group) return readGroup(source, content, end, depth + 1);
  if (kind === kinds.text) return readText(source.bytes.subarray(content, end));
  const { buffer, byteOffset } = source.bytes;
  if (kind === kinds.codeUnits) return readCodeUnits(new Uint8Array(buffer, byteOffset + content, length));
  const Kind = arrayKinds[kind - firstArrayKind];
  if (Kind === undefined || length % Kind.BYTES_PER_ELEMENT !== 0) return undefined;
  return new Kind(buffer, byteOffset + content, length / Kind.BYTES_PER_ELEMENT);
}

function readText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    // Bytes that are no UTF-8 are damage like any other.
    return undefined;
  }
}

function readCodeUnits(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  let text = "";
  for (let from = 0; from < units.length; from += unitsPerCall) {
    text += String.fromCharCode(...units.subarray(from, from + unitsPerCall));
  }
  return text;
}
