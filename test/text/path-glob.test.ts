import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { pathGlob } from "../../src/text/path-glob.ts";

const segment = fc
  .array(fc.constantFrom("a", "b", "*", "?", "[ab]", "[^a]", "[a-c]", "x.", "{a,b}", "{b,*c}"), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(""))
  // Two stars side by side mean something else to each library.
  .filter((it) => !it.includes("**"));
const glob = fc.array(fc.oneof(segment, fc.constant("**")), { minLength: 1, maxLength: 5 }).map((it) => it.join("/"));
const name = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((it) => it.join("/"));

describe("a glob", () => {
  it("means what it means to picomatch", () => {
    fc.assert(
      fc.property(glob, path, (pattern, text) => {
        // Whether `a/**` means `a` as well depends on what `a` is, to picomatch.
        fc.pre(!pattern.endsWith("/**"));
        expect(pathGlob(pattern, 50)(text)).toBe(picomatch(pattern, { dot: true })(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["docs/**", "docs/a/b.md", true],
    ["docs/**", "docsa/b.md", false],
    ["docs/{a,b/c}/*.md", "docs/b/c/x.md", true],
    ["docs/{a,b{1,2}}.md", "docs/b2.md", true],
    ["docs/v{1..3}/*.md", "docs/v2/x.md", true],
    ["docs/v{1..3}/*.md", "docs/v4/x.md", false],
    ["docs/\\*.md", "docs/*.md", true],
    ["docs/\\*.md", "docs/a.md", false],
    ["docs/(1).md", "docs/(1).md", true],
    ["[", "[", true],
    ["{a", "{a", true],
    ["🎉*.md", "🎉x.md", true],
  ])("%s on %s: %s", (pattern, text, expected) => {
    expect(pathGlob(pattern, 50)(text)).toBe(expected);
  });

  it("with many stars comes to an end on a long path", () => {
    const long = "a/".repeat(510);
    for (const pattern of ["**/*a*/**/*a*/**/*a*b", "**/*a*a/**/*a*a/**/b", "*a*/".repeat(40) + "b"]) {
      expect(pathGlob(pattern, 50)(`${long}x`)).toBe(false);
    }
  });
});
