import { describe, expect, it } from "vitest";
import { FixedAnswers } from "../../src/git/fixed-answers.ts";

const a = "a".repeat(40);
const b = "b".repeat(40);

/** Git as it would answer now: each answer differs from the one before. */
function changingGit(exitCode = 0) {
  let answered = 0;
  return async () => ({ stdout: Buffer.from(`answer ${++answered}`), stderr: "", exitCode });
}

async function askedTwice(args: readonly string[], git = changingGit()): Promise<string[]> {
  const answers = new FixedAnswers();
  const [first, second] = [await answers.get(args, git), await answers.get(args, git)];
  return [first.stdout.toString(), second.stdout.toString()];
}

describe("an answer of git", () => {
  it.each([
    ["a tree", ["ls-tree", "-z", "-l", a]],
    ["one path of a tree", ["--literal-pathspecs", "ls-tree", "-z", a, "--", "docs/a.md"]],
    ["a commit", ["log", "--topo-order", "--max-count=1", a, "--"]],
    ["the way between two commits", ["rev-list", "--left-right", "--count", `${a}...${b}`]],
    ["a difference", ["diff-tree", "-r", "-p", a, b]],
    ["whether one is behind the other", ["merge-base", "--is-ancestor", a, b]],
    ["a merge", ["merge-tree", "--write-tree", a, b]],
  ])("is remembered where ids alone name the objects: %s", async (_, args) => {
    expect(await askedTwice(args)).toEqual(["answer 1", "answer 1"]);
  });

  it.each([
    ["a branch moves", ["ls-tree", "-z", "main"]],
    ["one end of a range moves", ["log", `${a}..main`, "--"]],
    ["a branch that is named like an id with more behind it", ["ls-tree", `${a}-x`]],
    ["what is written is written again", ["commit-tree", a, "-p", b]],
    ["a list of all that there is", ["for-each-ref"]],
    ["nothing is named", ["log", "--topo-order", "--"]],
  ])("is asked for again where %s", async (_, args) => {
    expect(await askedTwice(args)).toEqual(["answer 1", "answer 2"]);
  });

  it("is remembered when it is no, and not when an object is missing", async () => {
    const args = ["merge-base", "--is-ancestor", a, b];
    expect(await askedTwice(args, changingGit(1))).toEqual(["answer 1", "answer 1"]);
    expect(await askedTwice(args, changingGit(128))).toEqual(["answer 1", "answer 2"]);
  });

  it("is asked for again after git could not be run", async () => {
    const answers = new FixedAnswers();
    const args = ["ls-tree", a];
    await expect(answers.get(args, () => Promise.reject(new Error("no git")))).rejects.toThrow("no git");
    expect((await answers.get(args, changingGit())).stdout.toString()).toBe("answer 1");
  });

  it("is forgotten in time", async () => {
    const answers = new FixedAnswers();
    const git = changingGit();
    await answers.get(["ls-tree", a], git);
    for (let it = 0; it < 1000; it++) await answers.get(["ls-tree", it.toString().padStart(40, "0")], git);
    expect((await answers.get(["ls-tree", a], git)).stdout.toString()).toBe("answer 1002");
  });
});
