import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRepositoryPath } from "../../src/text/repository-path.ts";

describe("a path that somebody wrote", () => {
  it.each([
    ["docs/FAQ.md", "docs/FAQ.md"],
    [" docs/FAQ.md ", "docs/FAQ.md"],
    ["./docs/FAQ.md", "docs/FAQ.md"],
    ["docs/./x.md", "docs/x.md"],
    ["././docs/././x.md", "docs/x.md"],
    ["docs/häufige Fragen.md", "docs/häufige Fragen.md"],
    ["docs/よくある質問.md", "docs/よくある質問.md"],
    ["docs/.hidden/..x.md", "docs/.hidden/..x.md"],
    ["docs/a...md", "docs/a...md"],
    ["docs/.gitbook/x.md", "docs/.gitbook/x.md"],
  ])("%j is %j", (written, path) => {
    expect(toRepositoryPath(written)).toBe(path);
  });

  it.each([
    ["", "names no file"],
    [".", "ends with a dot"],
    ["../x.md", "`..`"],
    ["docs/../x.md", "`..`"],
    ["docs/..", "`..`"],
    ["/docs/x.md", "begins with `/`"],
    ["docs//x.md", "has no name"],
    ["docs/x.md/", "has no name"],
    ["docs\\x.md", "backslash"],
    ["docs/.git/x.md", "git's own"],
    ["docs/.GIT/x.md", "git's own"],
    ["docs/git~1/x.md", "git's own"],
    ["docs/.git /x.md", "git's own"],
    ["docs/.g\u200Cit/x.md", "cannot be seen"],
    ["docs/x\u0000.md", "cannot be seen"],
    ["docs/x\n.md", "cannot be seen"],
    ["docs/\u202Edm.x.md", "cannot be seen"],
    ["docs./x.md", "ends with a dot"],
    ["docs /x.md", "ends with a space"],
    ["docs/ x.md", "begins or ends with a space"],
    ["docs/CON:x.md", "on every system"],
    [`docs/${"x".repeat(256)}.md`, "too long"],
    [`docs/${"あ".repeat(90)}.md`, "too long"],
    [`${"docs/".repeat(60)}x.md`, "too long"],
  ])("%j is refused: %s", (written, why) => {
    expect(toRepositoryPath(written)).toEqual({ refused: expect.stringContaining(why) });
  });

  it("that is taken is as git has it, and the same when it is read again", () => {
    const part = fc.constantFrom("docs", ".", "..", "", ".git", "x.md", " ", "\\", "/", "\u0000", "é", ".x", "a.");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom("", "/"), (parts, between) => {
        const path = toRepositoryPath(parts.join(between));
        if (typeof path !== "string") return;
        expect(path.split("/").every((name) => !/^(?:\.{0,2}|\.git)$/i.test(name))).toBe(true);
        expect(toRepositoryPath(path)).toBe(path);
      }),
    );
  });
});
