import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksum } from "../../../src/search/snapshot/checksum.ts";
import { decodeParts } from "../../../src/search/snapshot/decode-parts.ts";
import { encodeParts } from "../../../src/search/snapshot/encode-parts.ts";
import {
  mustHaveArray,
  mustHaveParts,
  mustHaveText,
  UnusablePartsError,
  type PartArray,
  type Parts,
} from "../../../src/search/snapshot/parts.ts";

const version = 3;
const anyArray: fc.Arbitrary<PartArray> = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint16Array(),
  fc.int16Array(),
  fc.uint32Array({ maxLength: 50 }),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array(),
);
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.nat({ max: 0xffff })).map(fromUnits));
const anyName = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "toString", ""));
const { parts: anyParts } = fc.letrec<{ parts: Parts; part: PartArray | string | Parts }>((tie) => ({
  parts: fc.dictionary(anyName, tie("part"), { maxKeys: 5, noNullPrototype: true }),
  part: fc.oneof({ maxDepth: 4 }, anyArray, anyText, tie("parts")),
}));

function fromUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

const example: Parts = {
  postings: new Uint32Array([1, 2, 3]),
  entries: "[]",
  latent: { vectors: new Float32Array([0.5, -1]), name: "é ✨" },
};

describe("encoded parts", () => {
  it("come back as they were, wherever their bytes lie", () => {
    fc.assert(
      fc.property(anyParts, fc.nat({ max: 9 }), (parts, offset) => {
        const bytes = encodeParts(parts, version);
        const elsewhere = new Uint8Array(bytes.length + offset + 5).fill(0xff);
        elsewhere.set(bytes, offset);
        const moved = elsewhere.subarray(offset, offset + bytes.length);
        // Vitest's own comparison trips over a property that is called `__proto__`.
        expect(isDeepStrictEqual(decodeParts(bytes, version), parts)).toBe(true);
        expect(isDeepStrictEqual(decodeParts(moved, version), parts)).toBe(true);
      }),
    );
  });

  it("are the same bytes for the same parts", () => {
    expect(encodeParts(example, version)).toEqual(encodeParts(structuredClone(example), version));
  });

  it("may be views of larger arrays", () => {
    const view = new Uint32Array([9, 1, 2, 9]).subarray(1, 3);
    expect(decodeParts(encodeParts({ view }, version), version)).toEqual({ view: new Uint32Array([1, 2]) });
  });

  it("give arrays that are views of the bytes", () => {
    const bytes = encodeParts(example, version);
    const parts = decodeParts(bytes, version) ?? {};
    expect(mustHaveArray(parts, "postings", Uint32Array).buffer).toBe(bytes.buffer);
  });

  it("hold long texts, with and without half characters", () => {
    const texts = { whole: "lantern ✨ ".repeat(20_000), half: "lantern \ud800 ".repeat(20_000) };
    expect(decodeParts(encodeParts(texts, version), version)).toEqual(texts);
  });

  it("may be nested, but not without end", () => {
    const nested = (depth: number): Parts => (depth === 0 ? example : { inner: nested(depth - 1) });
    expect(decodeParts(encodeParts(nested(15), version), version)).toEqual(nested(15));
    expect(() => encodeParts(nested(16), version)).toThrow(RangeError);
  });
});

describe("bytes that are not those parts", () => {
  it("are refused in another version", () => {
    expect(decodeParts(encodeParts(example, version), version + 1)).toBeUndefined();
  });

  it("are refused with any bit changed", () => {
    const bytes = encodeParts(example, version);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeParts(damaged, version)).toBeUndefined();
    }
  });

  it("are refused when pieces are changed, cut off, added or moved", () => {
    const spoil = fc.oneof(
      fc.record({ do: fc.constant("cut" as const), at: fc.nat(), length: fc.integer({ min: 1, max: 64 }) }),
      fc.record({ do: fc.constant("put" as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1 }) }),
      fc.record({ do: fc.constant("write" as const), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1 }) }),
    );
    fc.assert(
      fc.property(anyParts, fc.array(spoil, { minLength: 1, maxLength: 4 }), (parts, damage) => {
        const good = encodeParts(parts, version);
        let bytes = [...good];
        for (const it of damage) {
          const at = it.at % (bytes.length + 1);
          if (it.do === "cut") bytes.splice(at, it.length);
          else bytes.splice(at, it.do === "put" ? 0 : it.bytes.length, ...it.bytes);
        }
        const damaged = Uint8Array.from(bytes);
        fc.pre(Buffer.compare(damaged, good) !== 0);
        expect(decodeParts(damaged, version)).toBeUndefined();
      }),
    );
  });

  it("are refused when they are garbage", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => decodeParts(bytes, version) === undefined));
  });

  it("never do harm, even where the checksum fits", () => {
    const words = fc.array(fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 0xffff_ffff })), { maxLength: 40 });
    fc.assert(
      fc.property(words, anyParts, fc.boolean(), (noise, parts, isBare) => {
        const bytes = isBare ? new Uint8Array((noise.length >> 2) * 16 + 16) : encodeParts(parts, version).slice();
        const all = new Uint32Array(bytes.buffer);
        const header = all.slice(0, 4);
        for (const [i, word] of noise.entries()) if (isBare || word > 20) all[4 + ((i * 7) % all.length)] = word;
        all.set(isBare ? new Uint32Array([0x1d7c_5bf1, version, bytes.length]) : header);
        all[3] = checksum(all.subarray(4), version);
        expect(() => decodeParts(bytes, version)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe("the checksum", () => {
  // What the specification's algorithm gives; the bytes are 0 to 63 in order.
  it("is XXH32", () => {
    const words = new Uint32Array(Uint8Array.from({ length: 64 }, (_, i) => i).buffer);
    expect(checksum(new Uint32Array(), 0)).toBe(0x02cc_5d05);
    expect(checksum(words, 0)).toBe(0x3112_0435);
    expect(checksum(words, 7)).toBe(0x9623_2a82);
  });
});

describe("asking for parts", () => {
  it("gives what is there", () => {
    expect(mustHaveText(example, "entries")).toBe("[]");
    expect(mustHaveArray(mustHaveParts(example, "latent"), "vectors", Float32Array)[0]).toBe(0.5);
  });

  it.each([
    ["an array that is missing", () => mustHaveArray(example, "nothing", Uint32Array)],
    ["an array of another kind", () => mustHaveArray(example, "postings", Int32Array)],
    ["a text that is an array", () => mustHaveText(example, "postings")],
    ["a group that is a text", () => mustHaveParts(example, "entries")],
    ["what every object has", () => mustHaveText(example, "toString")],
  ])("refuses %s", (_, asked) => {
    expect(asked).toThrow(UnusablePartsError);
  });
});
