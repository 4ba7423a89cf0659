import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitRepository, readFolder } from "local-github-server/git";
import { serveGit } from "../../src/git/http-backend.ts";
import { GitError } from "../../src/git/run-git.ts";

const run = promisify(execFile);
const maria = { name: "Maria", email: "maria@example.com", date: "2026-01-02T03:04:05Z" };

let folder: string;
let git: GitRepository;
let first: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-github-git-"));
  git = await GitRepository.init(join(folder, "widgets.git"));
  first = await git.importFiles(
    "main",
    [
      { path: "README.md", content: "# Widgets\n" },
      { path: "docs/größe [1].md", content: "wide\n" },
      { path: 'docs/"quoted"\\.md', content: "odd\n" },
      { path: "link", mode: "120000", content: "docs" },
      { path: "run.sh", mode: "100755", content: "#!/bin/sh\n" },
    ],
    { message: "Start\n\nbody", author: maria },
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function branchWith(name: string, changes: Record<string, string | null>, parent = first): Promise<string> {
  const entries = Object.entries(changes).map(async ([path, content]) => ({
    path,
    sha: content === null ? null : await git.blob(content),
  }));
  const tree = await git.makeTree(parent, await Promise.all(entries));
  const sha = await git.commit({ tree, parents: [parent], message: name, author: maria });
  await git.updateRef(`refs/heads/${name}`, sha, null);
  return sha;
}

describe("a bare repository", () => {
  it("stores files, modes and symlinks in one import", async () => {
    const tree = await git.tree("main", { recursive: true });
    expect(tree.map((entry) => [entry.path, entry.mode])).toEqual([
      ["README.md", "100644"],
      ["docs", "040000"],
      ['docs/"quoted"\\.md', "100644"],
      ["docs/größe [1].md", "100644"],
      ["link", "120000"],
      ["run.sh", "100755"],
    ]);
    expect((await git.readCommit("main")).author).toEqual(maria);
    expect((await git.readCommit("main")).message).toBe("Start\n\nbody");
  });

  it("finds one entry by its literal path", async () => {
    expect(await git.entry("main", "docs/größe [1].md")).toMatchObject({ type: "blob", size: 5 });
    expect(await git.entry("main", "docs")).toMatchObject({ type: "tree" });
    expect(await git.entry("main", "docs/*.md")).toBeUndefined();
    expect(await git.entry("main", "")).toMatchObject({ type: "tree" });
  });

  it("gives many blobs at once and leaves out what is none", async () => {
    const [one, two] = [await git.blob("one"), await git.blob(Buffer.from([0, 255, 10]))];
    const tree = await git.resolve("main^{tree}");
    const blobs = await git.readBlobs([one, "f".repeat(40), tree ?? "", two]);
    expect([...blobs].map(([sha, bytes]) => [sha, [...bytes]])).toEqual([
      [one, [111, 110, 101]],
      [two, [0, 255, 10]],
    ]);
    await expect(git.readBlob("f".repeat(40))).rejects.toBeInstanceOf(GitError);
  });

  it("keeps any bytes as they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(new Uint8Array(await git.readBlob(await git.blob(bytes)))).toEqual(new Uint8Array(bytes));
      }),
      { numRuns: 20 },
    );
  });

  it("moves a branch only from where the caller saw it", async () => {
    const next = await branchWith("swap", { "a.md": "a" });
    expect(await git.updateRef("refs/heads/swap", first, null)).toBe(false);
    expect(await git.updateRef("refs/heads/swap", first, first)).toBe(false);
    expect(await git.resolve("refs/heads/swap")).toBe(next);
    expect(await git.updateRef("refs/heads/swap", first, next)).toBe(true);
    expect(await git.deleteRef("refs/heads/swap")).toBe(true);
    expect(await git.deleteRef("refs/heads/swap")).toBe(false);
  });

  it.each(["--help", "nothing", "a b", "x\0y", "main:nowhere", ""])("finds no object named %j", async (revision) => {
    expect(await git.resolve(revision)).toBeUndefined();
    expect(await git.inspect(revision)).toBeUndefined();
  });

  it("replaces a folder by a file, removes, and grafts a tree", async () => {
    const docs = (await git.entry("main", "docs"))?.sha ?? "";
    const sha = await git.blob("flat");
    const flat = await git.makeTree(first, [
      { path: "docs", sha },
      { path: "link", sha: null },
      { path: "copy", sha: docs, type: "tree" },
    ]);
    expect((await git.tree(flat)).map((entry) => `${entry.type} ${entry.path}`)).toEqual([
      "blob README.md",
      "tree copy",
      "blob docs",
      "blob run.sh",
    ]);
  });
});

describe("comparing", () => {
  it("tells status, commits and files from the merge base", async () => {
    const base = await branchWith("left", { "left.md": "l" });
    const head = await branchWith("right", { "README.md": "# Widgets\nmore\n", "run.sh": null, "new.bin": "\0\u0001" });
    const comparison = await git.compare(base, head);
    expect(comparison).toMatchObject({ mergeBase: first, aheadBy: 1, behindBy: 1, status: "diverged" });
    expect(comparison?.commits.map((commit) => commit.sha)).toEqual([head]);
    expect(comparison?.files).toMatchObject([
      {
        path: "README.md",
        status: "modified",
        additions: 1,
        deletions: 0,
        patch: "@@ -1 +1,2 @@\n # Widgets\n+more",
      },
      { path: "new.bin", status: "added", additions: 0, deletions: 0 },
      {
        path: "run.sh",
        status: "removed",
        additions: 0,
        deletions: 1,
        patch: "@@ -1 +0,0 @@\n-#!/bin/sh",
      },
    ]);
    expect(await git.compare(first, first)).toMatchObject({ status: "identical", files: [], commits: [] });
    expect(await git.compare(first, head)).toMatchObject({ status: "ahead" });
    expect(await git.compare(head, first)).toMatchObject({ status: "behind" });
    expect(await git.isAncestor(first, head)).toBe(true);
    expect(await git.isAncestor(head, first)).toBe(false);
  });

  it("sees a renamed file, and has no answer for unrelated histories", async () => {
    const content = "one\ntwo\nthree\n";
    const before = await branchWith("before", { "docs/old name.md": content });
    const after = await branchWith("after", { "docs/old name.md": null, "docs/new.md": content }, before);
    expect((await git.compare(before, after))?.files).toMatchObject([
      { path: "docs/new.md", previousPath: "docs/old name.md", status: "renamed", additions: 0, deletions: 0 },
    ]);
    const alone = await git.commit({ tree: await git.makeTree(null, []), parents: [], message: "x", author: maria });
    expect(await git.compare(first, alone)).toBeUndefined();
  });

  it("merges trees, unless both sides changed the same lines", async () => {
    const ours = await branchWith("ours", { "README.md": "ours\n" });
    const theirs = await branchWith("theirs", { "README.md": "theirs\n" });
    const aside = await branchWith("aside", { "aside.md": "x" });
    expect(await git.mergeTrees(ours, theirs)).toBeUndefined();
    const merged = await git.mergeTrees(ours, aside);
    expect((await git.tree(merged ?? "")).map((entry) => entry.path)).toContain("aside.md");
  });
});

describe("a folder", () => {
  it("comes back from a clone as it went in", async () => {
    const source = join(folder, "source");
    await mkdir(join(source, "deep/er"), { recursive: true });
    await mkdir(join(source, ".git"));
    await writeFile(join(source, ".git/config"), "not ours");
    await writeFile(join(source, "deep/er/ä.md"), "text\r\n");
    await symlink("../deep", join(source, "deep/loop"));
    const repository = await GitRepository.init(join(folder, "copy.git"));
    await repository.importFiles("main", readFolder(source), { message: "Import", author: maria });
    const server = await listen(repository);
    const clone = join(folder, "clone");
    await run("git", ["clone", "--quiet", urlOf(server), clone]);
    expect(await readFile(join(clone, "deep/er/ä.md"), "utf8")).toBe("text\r\n");
    expect(await readlink(join(clone, "deep/loop"))).toBe("../deep");
    await run("git", ["-C", clone, "checkout", "-q", "-b", "mine"]);
    await expect(run("git", ["-C", clone, "push", "-q", "origin", "mine"])).rejects.toThrow(/403/);
    server.close();
  });

  it("of ten thousand files is one commit", async () => {
    const repository = await GitRepository.init(join(folder, "many.git"));
    const files = Array.from({ length: 10_000 }, (_, index) => ({
      path: `docs/${index % 100}/page-${index}.md`,
      content: `# Page ${index}\n`,
    }));
    await repository.importFiles("main", files, { message: "Many", author: maria });
    const tree = await repository.tree("main", { recursive: true });
    expect(tree.filter((entry) => entry.type === "blob")).toHaveLength(10_000);
    expect(await repository.log("main")).toHaveLength(1);
    const contents = await repository.readBlobs(tree.map((entry) => entry.sha));
    expect(contents.size).toBe(10_000);
  });
});

async function listen(repository: GitRepository): Promise<Server> {
  const server = createServer((request, response) => {
    const service = new URL(request.url ?? "/", "http://localhost").pathname.replace(/^.*?\.git/, "");
    void serveGit(repository, service, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return `http://127.0.0.1:${address.port}/copy.git`;
}
