import { describe, expect, it } from "vitest";
import { defaultDocs, docsGlob, isUsableGlob } from "../../src/text/docs-glob.ts";

describe("docs by default", () => {
  const isDocs = docsGlob(defaultDocs);

  it.each([
    "README.md",
    "CHANGELOG.md",
    "docs/a.md",
    "docs/a/b/c.mdx",
    "docs/a.markdown",
    "docs/.hidden/a.md",
    "docs/a [b].md",
  ])("%s is one", (path) => {
    expect(isDocs(path)).toBe(true);
  });

  it.each([
    "src/a.md",
    "docs/a.txt",
    "docs/a.md.bak",
    "README",
    "packages/x/docs/a.md",
    "docs/node_modules/x/README.md",
    "Docs/a.md",
    "",
  ])("%j is none", (path) => {
    expect(isDocs(path)).toBe(false);
  });
});

describe("globs of a config", () => {
  it.each([
    [["**/*.md"], [], "a/b/c.md", true],
    [["**/*.md"], [], "c.md", true],
    [["/docs/*.md", "./guide/*.md"], [], "docs/a.md", true],
    [["/docs/*.md", "./guide/*.md"], [], "guide/a.md", true],
    [["docs/**"], ["docs/internal/**"], "docs/internal/a.md", false],
    [["docs/**"], ["docs/internal/**"], "docs/a.md", true],
    [["docs/{a,b}/*.md"], [], "docs/b/x.md", true],
    [["docs/[ab].md"], [], "docs/b.md", true],
    [["docs/?.md"], [], "docs/b.md", true],
    [["docs/file (1).md"], [], "docs/file (1).md", true],
    [["!docs/**"], [], "docs/a.md", false],
    [[], [], "docs/a.md", false],
  ])("%j without %j: %s %s", (include, exclude, path, expected) => {
    expect(docsGlob({ include, exclude })(path)).toBe(expected);
  });

  it.each([
    "*a*a*a*a*a*b",
    "**/a/**/a/**/a/**/a/**",
    "x".repeat(300),
    `{${"a,".repeat(99)}b}`,
    "(a+)+*(x)*",
    "{1..999999}",
    "[",
    "(",
    "{{{{",
    "a\0",
  ])("%s is refused, or decided on any path", (glob) => {
    const decide = docsGlob({ include: [glob], exclude: [] });
    for (const path of ["a".repeat(1000), "a/".repeat(500), `${"a".repeat(200)}/x.md`])
      expect(typeof decide(path)).toBe("boolean");
  });

  it("says which globs it refuses", () => {
    expect(["docs/**/*.md", "docs/{a,b}.md", "*a*a*a*", "**/".repeat(5), ""].map(isUsableGlob)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
