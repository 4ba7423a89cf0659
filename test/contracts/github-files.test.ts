import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, aGitHubWorld, author, startGitHubWorld, type Files } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** `docs/0.md` to `docs/<count - 1>.md`. */
function pages(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`docs/${index}.md`, `# Page ${index}\n`]));
}

/** Reads all files of the head, as text by path. */
async function readAll(files: Files, name: string) {
  const { ref } = await world.repository(name, files);
  const commit = (await world.github.reads.findHead(ref)) ?? "";
  const tree = await world.github.reads.tree(ref, commit);
  world.local.ledger.clear();
  const found = await all(world.github.reads.contents(ref, commit, tree));
  return new Map(found.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
}

describe("findHead", () => {
  it("is the newest commit of the default branch, and nothing for an empty repository", async () => {
    const { there, ref } = await world.repository("heads");
    expect(await world.github.reads.findHead(ref)).toBeUndefined();
    const commit = await world.commit(there, { "README.md": "# Hello\n" });
    expect(await world.github.reads.findHead(ref)).toBe(commit);
  });
});

describe("tree", () => {
  it("lists regular files with size and blob id, and neither symlinks nor submodules", async () => {
    const { there, ref } = await world.repository("trees", { "README.md": "# Hello\n", "docs/é\n.md": "x" });
    const git = world.local.git(there);
    const head = (await git.resolve("main")) ?? "";
    const link = await git.blob(Buffer.from("README.md"));
    const tool = await git.blob(Buffer.from("#!/bin/sh\n"));
    const tree = await git.makeTree(head, [
      { path: "link.md", sha: link, mode: "120000" },
      { path: "tool", sha: tool, mode: "100755" },
      { path: "vendor/lib", sha: head, mode: "160000", type: "commit" },
    ]);
    const commit = await git.commit({ tree, parents: [head], message: "Links", author });
    const files = await world.github.reads.tree(ref, commit);
    expect(files.map(({ path }) => path).toSorted()).toEqual(["README.md", "docs/é\n.md", "tool"]);
    expect(files).toContainEqual({ path: "tool", sha: tool, size: 10 });
  });

  it("is complete where GitHub truncates its answer", async () => {
    const { github, repository, local } = await aGitHubWorld({ treeLimit: 30 });
    const files = Object.fromEntries(
      ["a", "b/c", "b/d", "b/d/e", "f"].flatMap((folder) =>
        Array.from({ length: 12 }, (_, index) => [`${folder}/${index}.md`, `${folder} ${index}`]),
      ),
    );
    const { ref } = await repository("huge", { ...files, "README.md": "# Huge\n" });
    const found = await github.reads.tree(ref, (await github.reads.findHead(ref)) ?? "");
    expect(found.map(({ path }) => path).toSorted()).toEqual([...Object.keys(files), "README.md"].toSorted());
    expect(local.ledger.count({ kind: "rest" })).toBeGreaterThan(2);
  });
});

describe("contents", () => {
  it("reads 250 files in three calls, at a point each", async () => {
    const files = pages(250);
    const found = await readAll(files, "batches");
    expect(Object.fromEntries([...found].map(([path, bytes]) => [path, bytes.toString()]))).toEqual(files);
    expect(world.local.ledger.count()).toBe(3);
    expect(world.local.ledger.points()).toBe(3);
  });

  it("reads a thousand files in one call", async () => {
    const files = pages(1000);
    const found = await readAll(files, "download");
    expect(Object.fromEntries([...found].map(([path, bytes]) => [path, bytes.toString()]))).toEqual(files);
    // A redirect to the archive counts as part of it.
    expect(world.local.ledger.count()).toBeLessThanOrEqual(2);
  });

  it.each([
    ["in batches", 0],
    ["by download", 400],
  ])("hands on text of any encoding byte for byte, and nothing that is no text (%s)", async (how, more) => {
    const latin1 = Buffer.from("Caf\u00e9 \u00fcber alles\n", "latin1");
    const text = {
      "docs/latin1.md": latin1,
      "docs/bom.md": Buffer.from("\uFEFF# With a mark\r\n"),
      "docs/empty.md": "",
      "docs/large.md": `# Large\n${"All work and no play.\n".repeat(40_000)}`,
      "docs/e\u0301 [odd] name:with?all#of%it.md": "odd",
    };
    const noText = {
      "docs/picture.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      "docs/lfs.md": `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 12345\n`,
    };
    const found = await readAll({ ...text, ...noText, ...pages(more) }, `encodings-${how.replace(" ", "-")}`);
    expect([...found.keys()].toSorted()).toEqual([...Object.keys(text), ...Object.keys(pages(more))].toSorted());
    const changed = Object.entries(text).filter(([path, content]) => !found.get(path)?.equals(Buffer.from(content)));
    expect(changed).toEqual([]);
  });

  it("leaves out what is larger than docs can be, and says so", async () => {
    const found = await readAll({ "big.md": Buffer.alloc(11 * 1024 * 1024, 0x61), "small.md": "# Small\n" }, "sizes");
    expect([...found.keys()]).toEqual(["small.md"]);
    expect(world.log).toContainEqual(expect.stringContaining("Left out big.md"));
  });

  it("reads in batches what an archive leaves out or rewrites", async () => {
    const files = {
      ...pages(400),
      ".gitattributes": "docs/7.md export-ignore\ndocs/8.md export-subst\n",
      "docs/8.md": "Version $Format:%H$\n",
    };
    const found = await readAll(files, "attributes");
    expect(found.get("docs/7.md")?.toString()).toBe("# Page 7\n");
    expect(found.get("docs/8.md")?.toString()).toBe("Version $Format:%H$\n");
    expect(found.size).toBe(401);
  });

  it("goes on in batches when the download breaks off", async () => {
    const { github, repository, local, log } = await aGitHubWorld();
    // The docs come first in the archive; what is cut off is in the file behind them.
    const { ref } = await repository("broken", { ...pages(301), "z.md": randomBytes(200_000).toString("hex") });
    local.faults.add({ on: "GET /{owner}/{repo}/legacy.tar.gz/{ref}", kind: "cut" });
    const commit = (await github.reads.findHead(ref)) ?? "";
    const found = await all(github.reads.contents(ref, commit, await github.reads.tree(ref, commit)));
    expect(found).toHaveLength(302);
    expect(log).toContainEqual(expect.stringContaining("broke off"));
  });

  it("leaves no archive on the disk for a killed process to forget", async () => {
    const { github, repository, local } = await aGitHubWorld();
    const { ref } = await repository("nameless", pages(301));
    const commit = (await github.reads.findHead(ref)) ?? "";
    const tree = await github.reads.tree(ref, commit);
    const before = process.env["TMPDIR"];
    const folder = await mkdtemp(join(tmpdir(), "frontdesk-test-"));
    process.env["TMPDIR"] = folder;
    try {
      const left: string[][] = [];
      for await (const _ of github.reads.contents(ref, commit, tree)) left.push(await readdir(folder));
      expect(left).toEqual(Array.from({ length: 301 }, () => []));
      expect(local.ledger.list().map(({ operation }) => operation)).toContain(
        "GET /{owner}/{repo}/legacy.tar.gz/{ref}",
      );
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      await rm(folder, { recursive: true });
    }
  });

  it("reads only what was asked for", async () => {
    const { there, ref } = await world.repository("some", pages(20));
    const commit = (await world.local.git(there).resolve("main")) ?? "";
    const tree = await world.github.reads.tree(ref, commit);
    const two = tree.filter(({ path }) => path === "docs/3.md" || path === "docs/4.md");
    const found = await all(world.github.reads.contents(ref, commit, two));
    expect(found.map(({ path }) => path).toSorted()).toEqual(["docs/3.md", "docs/4.md"]);
    expect(await all(world.github.reads.contents(ref, commit, []))).toEqual([]);
  });
});
