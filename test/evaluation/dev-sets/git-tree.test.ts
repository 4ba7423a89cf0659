import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GitTree } from "../../../evaluation/sets/git-tree.ts";
import { openSources } from "../../../evaluation/sets/open-sources.ts";
import { OwnRepository, treeOf } from "./own-repository.ts";

describe("reading a commit", () => {
  it("lists and reads files whatever their names and texts hold", async () => {
    const odd = { "docs/a\nb.md": "line\u2028same line\n", "docs/ü.md": "", "docs/z z.md": "\0\r\n", "other.md": "x" };
    const tree = await treeOf(odd);
    const files = await tree.files("docs");
    expect(await tree.readAll(files)).toEqual([
      { path: "docs/a\nb.md", text: "line\u2028same line\n" },
      { path: "docs/z z.md", text: "\0\r\n" },
      { path: "docs/ü.md", text: "" },
    ]);
    expect((await tree.files()).map(({ path }) => path)).toContain("other.md");
    expect(await tree.read("other.md")).toBe("x");
  });

  it("reads a bare clone, which has no working tree", async () => {
    const bare = mkdtempSync(join(tmpdir(), "bare-"));
    const own = new OwnRepository({ "a.md": "hello" });
    own.git("clone", "--quiet", "--bare", own.folder, bare);
    const tree = await GitTree.open(bare, own.commit);
    expect(await tree?.read("a.md")).toBe("hello");
  });

  it("reads the commit, not what lies in the folder", async () => {
    const own = new OwnRepository({ "a.md": "hello" });
    rmSync(join(own.folder, "a.md"));
    const tree = await GitTree.open(own.folder, own.commit);
    expect(await tree?.read("a.md")).toBe("hello");
  });

  it("says what is not there", async () => {
    const tree = await treeOf({ "a.md": "hello" });
    await expect(tree.files("docs")).rejects.toThrow(/has no files under "docs"/u);
    await expect(tree.read("b.md")).rejects.toThrow(/b\.md/u);
    await expect(tree.readAll([{ path: "c.md", blob: "0".repeat(40) }])).rejects.toThrow(
      /c\.md cannot be read.*missing/u,
    );
    await expect(GitTree.open(join(tmpdir(), "nowhere"), "HEAD")).rejects.toThrow(/is not a git repository/u);
  });
});

describe("the sources of a set", () => {
  const source = { repository: "ada/lantern", licence: "MIT", use: "its docs" };

  it("are found by their commits, in whichever folder", async () => {
    const docs = new OwnRepository({ "docs.md": "docs" });
    const forum = new OwnRepository({ "forum.md": "forum" });
    const sources = [docs, forum].map(({ commit }) => ({ ...source, commit }));
    const [first, second] = await openSources(sources, [forum.folder, docs.folder]);
    expect(await first?.read("docs.md")).toBe("docs");
    expect(await second?.read("forum.md")).toBe("forum");
  });

  it("are asked for by their address where no folder holds the commit", async () => {
    const { folder } = new OwnRepository({ "docs.md": "docs" });
    const opening = openSources([{ ...source, commit: "1".repeat(40) }], [folder]);
    await expect(opening).rejects.toThrow("https://github.com/ada/lantern");
  });
});
