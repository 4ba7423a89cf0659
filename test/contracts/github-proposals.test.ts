import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closePullRequest,
  createUser,
  forkRepository,
  mergePullRequest,
  openPullRequest,
  type Repository,
  type User,
} from "local-github-server/world";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import { GoneError, StaleError } from "../../src/core/errors.ts";
import { author, startGitHubWorld, type Files } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const branch = "faq/discussion-12";
const faq = { path: "docs/FAQ.md", text: "\uFEFF# FAQ\r\n\r\n## Löst es?\r\n" };

async function aRepository(name: string, files: Files = { "README.md": "# Widgets\n", "docs/a.md": "# A\n" }) {
  const { there, ref } = await world.repository(name, files);
  const head = await headOf(there, "main");
  return { there, ref, head };
}

async function headOf(there: Repository, name: string): Promise<string> {
  return (await world.local.git(there).resolve(`refs/heads/${name}`)) ?? "";
}

async function offered(ref: RepositoryRef, parent: string): Promise<string> {
  const commit = await world.github.proposals.moveBranch(ref, branch, undefined, {
    parent,
    message: "docs(faq): add an entry\n\nWhy.",
    files: [faq],
  });
  await world.github.proposals.openPullRequest(ref, { branch, base: "main", title: "FAQ", body: "Why." });
  return commit;
}

describe("moveBranch", () => {
  it("puts a commit on a new branch, byte for byte, and leaves every other file alone", async () => {
    const { there, ref, head } = await aRepository("made");
    const commit = await offered(ref, head);
    expect(await headOf(there, branch)).toBe(commit);
    const git = world.local.git(there);
    expect((await git.fileDiffs(head, commit)).map(({ path }) => path)).toEqual(["docs/FAQ.md"]);
    expect((await git.readBlob(`${commit}:docs/FAQ.md`)).toString()).toBe(faq.text);
    expect((await git.readCommit(commit)).author.name).toBe("frontdesk[bot]");
  });

  it("goes nowhere when the branch is not where it was", async () => {
    const { there, ref, head } = await aRepository("elsewhere");
    const commit = await offered(ref, head);
    const move = (from: string | undefined) =>
      world.github.proposals.moveBranch(ref, branch, from, { parent: head, message: "Again", files: [faq] });
    await expect(move(undefined)).rejects.toBeInstanceOf(StaleError);
    await expect(move(head)).rejects.toBeInstanceOf(StaleError);
    expect(await headOf(there, branch)).toBe(commit);
  });

  it("puts the branch onto a new base, backwards and sideways too, and can take files out", async () => {
    const { there, ref, head } = await aRepository("rebased");
    const commit = await offered(ref, head);
    const base = await world.commit(there, { "docs/a.md": "# A\n", "docs/b.md": "# B\n" });
    const files = [faq, { path: "docs/a.md", text: null }];
    const again = await world.github.proposals.moveBranch(ref, branch, commit, {
      parent: base,
      message: "Again",
      files,
    });
    expect(await headOf(there, branch)).toBe(again);
    const changed = (await world.local.git(there).fileDiffs(base, again)).map(({ path, status }) => [path, status]);
    expect(Object.fromEntries(changed)).toEqual({ "docs/FAQ.md": "added", "docs/a.md": "removed" });
  });

  it("makes a branch of these files alone, and puts others in their place", async () => {
    const { there, ref } = await aRepository("alone");
    const git = world.local.git(there);
    const alone = (text: string) => ({ parent: undefined, message: "Alone", files: [{ path: "a.ics", text }] });
    const first = await world.github.proposals.moveBranch(ref, branch, undefined, alone("one\r\n"));
    const second = await world.github.proposals.moveBranch(ref, branch, first, alone("two\r\n"));
    expect(await world.github.reads.findBranch(ref, branch)).toMatchObject({ head: second, defaultBranch: "main" });
    expect((await git.readCommit(second)).parents).toEqual([]);
    expect((await world.github.reads.tree(ref, second)).map(({ path }) => path)).toEqual(["a.ics"]);
    expect((await git.readBlob(`${second}:a.ics`)).toString()).toBe("two\r\n");
  });

  it("is told by where the branch is when the answer got lost after the work", async () => {
    const { there, ref, head } = await aRepository("lost");
    world.local.faults.add({ kind: "status", status: 502, when: "after", on: "MoveBranch", times: 1 });
    const commit = await world.github.proposals.moveBranch(ref, branch, undefined, {
      parent: head,
      message: "Once",
      files: [faq],
    });
    expect(await headOf(there, branch)).toBe(commit);
  });
});

describe("findProposal", () => {
  it("sees what is there: nothing, a branch with its pull request, and what became of it", async () => {
    const { there, ref, head } = await aRepository("seen");
    const { github } = world;
    expect(await github.reads.findProposal(ref, branch)).toEqual({
      base: { name: "main", head },
      branch: undefined,
      pullRequest: undefined,
    });
    const commit = await offered(ref, head);
    expect(await github.reads.findProposal(ref, branch)).toMatchObject({
      branch: { head: commit, mergeBase: head, others: [] },
      pullRequest: { state: "open", title: "FAQ", body: "Why.", head: commit },
    });
    const [pull] = there.pullRequests;
    if (pull) await mergePullRequest(world.local.world, world.people.max, pull, {});
    expect(await github.reads.findProposal(ref, branch)).toMatchObject({ pullRequest: { state: "merged" } });
  });

  it("names the people whose commits are on the branch", async () => {
    const { there, ref, head } = await aRepository("touched");
    const commit = await offered(ref, head);
    await world.local.git(there).importFiles(branch, [{ path: "docs/FAQ.md", content: "Better.\n" }], {
      message: "Say it better",
      author,
      keep: true,
    });
    const state = await world.github.reads.findProposal(ref, branch);
    expect(state.branch).toMatchObject({ others: ["Max"], mergeBase: head });
    expect(state.branch?.head).not.toBe(commit);
  });

  it("sees ours behind any number of pull requests from forks, whose branches may be called the same", async () => {
    const { there, ref, head } = await aRepository("forked");
    const { world: all } = world.local;
    const open = async (by: User, round: number) => {
      const pull = await openPullRequest(all, by, there, {
        title: `${round}`,
        base: "main",
        head: `${by.login}:${branch}`,
      });
      closePullRequest(all, by, pull);
    };
    const strangers = ["eve", "mallory"].map((login) => createUser(all, login));
    for (const stranger of strangers) {
      const fork = await forkRepository(all, stranger, there);
      await world.local
        .git(fork)
        .importFiles(branch, [{ path: "x", content: stranger.login }], { message: "x", author });
    }
    for (let round = 0; round < 60; round++) for (const stranger of strangers) await open(stranger, round);
    expect(await world.github.reads.findProposal(ref, branch)).toMatchObject({ pullRequest: undefined });

    await offered(ref, head);
    for (let round = 0; round < 60; round++) for (const stranger of strangers) await open(stranger, round);
    const state = await world.github.reads.findProposal(ref, branch);
    expect(state.pullRequest).toMatchObject({ state: "open", title: "FAQ", body: "Why." });
    const [ours] = there.pullRequests.filter(({ title }) => title === "FAQ");
    expect(state.pullRequest).toMatchObject({ id: ours?.id, number: ours?.number });

    if (ours) closePullRequest(all, world.people.max, ours);
    expect(await world.github.reads.findProposal(ref, branch)).toMatchObject({ pullRequest: { state: "closed" } });
  });

  it("has no base in an empty repository", async () => {
    const { ref } = await world.repository("empty");
    expect(await world.github.reads.findProposal(ref, branch)).toMatchObject({ base: undefined, branch: undefined });
  });
});

describe("findFile", () => {
  it("reads bytes at a commit, also of a file too large for one answer; folders and gaps are no files", async () => {
    const large = "x".repeat(1_100_000);
    const { ref, head } = await aRepository("files", { "docs/FAQ.md": faq.text, "docs/large.md": large });
    const text = async (path: string, at = head) => {
      const file = await world.github.reads.findFile(ref, at, path);
      return file && Buffer.from(file.bytes).toString();
    };
    expect(await text("docs/FAQ.md")).toBe(faq.text);
    expect(await text("docs/FAQ.md", "main")).toBe(faq.text);
    expect(await text("docs/large.md")).toBe(large);
    expect(await text("docs")).toBeUndefined();
    expect(await text("docs/none.md")).toBeUndefined();
  });
});

describe("pull requests", () => {
  it("are opened once, edited and closed, and their branch is deleted where it was left", async () => {
    const { there, ref, head } = await aRepository("pulls");
    const commit = await offered(ref, head);
    const { proposals, reads } = world.github;
    const again = proposals.openPullRequest(ref, { branch, base: "main", title: "FAQ", body: "" });
    await expect(again).rejects.toBeInstanceOf(StaleError);
    const pull = (await reads.findProposal(ref, branch)).pullRequest;
    await proposals.editPullRequest(ref, pull?.id ?? "", { title: "FAQ: an entry", body: "Because." });
    await proposals.closePullRequest(ref, pull?.id ?? "");
    expect(there.pullRequests).toMatchObject([{ title: "FAQ: an entry", body: "Because.", state: "CLOSED" }]);
    await proposals.deleteBranch(ref, branch, head);
    expect(await headOf(there, branch)).toBe(commit);
    await proposals.deleteBranch(ref, branch, commit);
    await proposals.deleteBranch(ref, branch, commit);
    expect(await headOf(there, branch)).toBe("");
  });
});

describe("accountId", () => {
  it("is the number by which a person is credited, and none for who is not there", async () => {
    const { ref } = await world.repository("credited");
    expect(await world.github.reads.accountId(ref, "max")).toBe(world.people.max.databaseId);
    expect(await world.github.reads.accountId(ref, "nobody-at-all")).toBeUndefined();
  });
});

describe("foldersTo", () => {
  it("tells what stands in each folder on the way, as far as there are any", async () => {
    const { there, ref } = await aRepository("folders", { "README.md": "# W\n", "docs/a.md": "# A\n" });
    const git = world.local.git(there);
    const before = await headOf(there, "main");
    const target = await git.blob("a.md");
    const tree = await git.makeTree(before, [{ path: "docs/link.md", mode: "120000", sha: target }]);
    const head = await git.commit({ tree, parents: [before], message: "A link", author });
    await git.updateRef("refs/heads/main", head, before);
    world.local.ledger.clear();
    expect(await world.github.reads.foldersTo(ref, [head], "docs/new/x.md")).toEqual([
      [
        {
          path: "",
          entries: [
            { name: "README.md", kind: "file" },
            { name: "docs", kind: "folder" },
          ],
        },
        {
          path: "docs",
          entries: [
            { name: "a.md", kind: "file" },
            { name: "link.md", kind: "symlink" },
          ],
        },
      ],
    ]);
    expect(world.local.ledger.points()).toBe(1);
    world.local.ledger.clear();
    const [now, then] = await world.github.reads.foldersTo(ref, [head, before], "docs/a.md/x.md");
    expect([now?.length, then?.length, then?.[1]?.entries.length]).toEqual([2, 2, 1]);
    expect(world.local.ledger.points()).toBe(1);
  });
});

describe("findBranch and repositoryUrl", () => {
  it("tell where a branch is, which is the default, and where people see the repository", async () => {
    const { ref, head } = await aRepository("found");
    const { reads } = world.github;
    expect(await reads.findBranch(ref, "main")).toMatchObject({ head, defaultBranch: "main" });
    expect(await reads.findBranch(ref, "nowhere")).toMatchObject({ head: undefined, defaultBranch: "main" });
    expect(await reads.repositoryUrl(ref)).toMatch(/\/acme\/found$/u);
    const gone = { ...ref, name: "gone" };
    await expect(reads.findBranch(gone, "main")).rejects.toBeInstanceOf(GoneError);
    await expect(reads.repositoryUrl(gone)).rejects.toBeInstanceOf(GoneError);
  });

  it("know an empty repository", async () => {
    const { ref } = await world.repository("without-branches");
    expect(await world.github.reads.findBranch(ref, "main")).toMatchObject({
      head: undefined,
      defaultBranch: undefined,
    });
  });
});
