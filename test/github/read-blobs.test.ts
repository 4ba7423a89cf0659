import { schema } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blobsDocument, hasId, toBatches } from "../../src/github/read-blobs.ts";

describe("blobsDocument", () => {
  it.each([1, 100])("is a query GitHub's schema accepts (%i files)", (count) => {
    const github = buildSchema(schema.idl, { assumeValidSDL: true });
    expect(validate(github, parse(blobsDocument(count).text))).toEqual([]);
  });
});

describe("toBatches", () => {
  it("keeps every file once, in order, and each batch within 100 files and 2 MB unless it is a single file", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500_000), { maxLength: 400 }), (sizes) => {
        const files = sizes.map((size, index) => ({ path: `docs/${index}.md`, sha: String(index), size }));
        const batches = toBatches(files);
        expect(batches.flat()).toEqual(files);
        for (const batch of batches) {
          const bytes = batch.reduce((sum, { size }) => sum + size, 0);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length <= 100 && (bytes <= 2_000_000 || batch.length === 1)).toBe(true);
        }
      }),
    );
  });

  it("puts 250 small files into three", () => {
    const files = Array.from({ length: 250 }, (_, index) => ({ path: `docs/${index}.md`, sha: "", size: 2000 }));
    expect(toBatches(files)).toHaveLength(3);
  });
});

describe("hasId", () => {
  // What `printf hello | git hash-object --stdin` prints, without and with --object-format=sha256.
  const sha1 = "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0";
  const sha256 = "8aec4e4876f854f688d0ebfc8f37598f38e5fd6903cccc850ca36591175aeb60";

  it("knows content by git's id of it", () => {
    expect(hasId(Buffer.from("hello"), sha1)).toBe(true);
    expect(hasId(Buffer.from("hell"), sha1)).toBe(false);
    expect(hasId(Buffer.from("hello"), sha256)).toBe(true);
    expect(hasId(Buffer.from("hello "), sha256)).toBe(false);
  });
});
