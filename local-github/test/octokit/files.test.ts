import { describe, expect, it } from "vitest";
import { nullOid } from "local-github-server/git";
import { forkRepository } from "local-github-server/world";
import { useWidgets } from "../rest/widgets.ts";
import { refusalOf, restOf } from "./octokit-clients.ts";

/** Contents, git and pull requests, by plain Octokit. */
const widgets = useWidgets();
const at = { owner: "acme", repo: "widgets" };
const as = (login?: string) => restOf(widgets().github, login).rest;
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A branch with a file of its own, one commit before `main`. */
async function aBranch(name: string): Promise<string> {
  const { git, repos } = as("wendy");
  const { data } = await git.getRef({ ...at, ref: "heads/main" });
  await git.createRef({ ...at, ref: `refs/heads/${name}`, sha: data.object.sha });
  const file = { path: `${name}.md`, message: `Add ${name}`, content: base64(name), branch: name };
  const written = await repos.createOrUpdateFileContents({ ...at, ...file });
  return written.data.commit.sha ?? "";
}

async function aPull(name: string) {
  await aBranch(name);
  return (await as("wendy").pulls.create({ ...at, title: `Add ${name}`, head: name, base: "main" })).data;
}

// https://docs.github.com/en/rest/repos/contents
describe("contents", () => {
  it("of a file are base64, with its blob", async () => {
    const { data } = await as("maria").repos.getContent({ ...at, path: "docs/faq.md" });
    expect(data).toMatchObject({ type: "file", encoding: "base64", name: "faq.md", path: "docs/faq.md", size: 20 });
    if (Array.isArray(data) || data.type !== "file") throw new Error("no file");
    expect(Buffer.from(data.content, "base64").toString()).toBe("# FAQ\n\nNothing yet.\n");
  });

  it("of a folder are a list", async () => {
    const { data } = await as("maria").repos.getContent({ ...at, path: "docs" });
    expect(Array.isArray(data) && data.map(({ name, type }) => [name, type])).toEqual(
      expect.arrayContaining([["faq.md", "file"]]),
    );
  });

  it("come raw where that is asked for", async () => {
    const { data } = await as("maria").repos.getContent({ ...at, path: "README.md", mediaType: { format: "raw" } });
    expect(data).toBe("# Widgets\n");
  });

  it("of odd names are found", async () => {
    const { data } = await as("maria").repos.getContent({ ...at, path: "docs/a b#c.md" });
    expect(data).toMatchObject({ path: "docs/a b#c.md" });
  });

  it("that are not there are 404", async () => {
    const refused = await refusalOf(as("maria").repos.getContent({ ...at, path: "docs/none.md" }));
    expect(refused).toMatchObject({ status: 404, message: "Not GitNodeOrNull" });
  });

  it("are written: 201 for a new file, and changed with its blob alone", async () => {
    const { repos } = as("wendy");
    const file = { ...at, path: "notes.md", message: "Write notes" };
    const made = await repos.createOrUpdateFileContents({ ...file, content: base64("one") });
    expect([made.status, made.data.commit.message]).toEqual([201, "Write notes"]);
    const without = repos.createOrUpdateFileContents({ ...file, content: base64("two") });
    expect(await refusalOf(without)).toMatchObject({
      status: 422,
      message: 'Invalid request.\n\n"sha" wasn\'t supplied.',
    });
    const other = repos.createOrUpdateFileContents({ ...file, content: base64("two"), sha: nullOid });
    expect(await refusalOf(other)).toMatchObject({ status: 409, message: expect.stringContaining("does not match") });
    const sha = made.data.content?.sha ?? "";
    expect((await repos.createOrUpdateFileContents({ ...file, content: base64("two"), sha })).status).toBe(200);
  });

  it("are not written by who may only read", async () => {
    const file = { ...at, path: "no.md", message: "No", content: base64("no") };
    expect((await refusalOf(as("maria").repos.createOrUpdateFileContents(file))).status).toBeGreaterThanOrEqual(403);
  });

  it("of the whole tree come as an archive", async () => {
    const { url } = await as("maria").repos.downloadTarballArchive({ ...at, ref: "main" });
    expect(url).toContain("/legacy.tar.gz/");
  });
});

// https://docs.github.com/en/rest/git
describe("git", () => {
  it("a tree lists all below it", async () => {
    const { data } = await as("maria").git.getTree({ ...at, tree_sha: "main", recursive: "1" });
    expect(data.truncated).toBe(false);
    expect(data.tree.map(({ path, type, mode }) => [path, type, mode])).toEqual(
      expect.arrayContaining([
        ["docs", "tree", "040000"],
        ["docs/faq.md", "blob", "100644"],
        ["docs/latest", "blob", "120000"],
      ]),
    );
  });

  it("blob, tree and commit are made, and a branch moved to them", async () => {
    const { git } = as("wendy");
    const { data: main } = await git.getRef({ ...at, ref: "heads/main" });
    const { data: before } = await git.getCommit({ ...at, commit_sha: main.object.sha });
    const { data: blob } = await git.createBlob({ ...at, content: base64("made"), encoding: "base64" });
    const entry = { path: "made.md", mode: "100644", type: "blob", sha: blob.sha } as const;
    const { data: tree } = await git.createTree({ ...at, base_tree: before.tree.sha, tree: [entry] });
    const { data: commit } = await git.createCommit({ ...at, message: "Made", tree: tree.sha, parents: [before.sha] });
    expect(commit.author.name).toBe("wendy");
    await git.createRef({ ...at, ref: "refs/heads/made", sha: commit.sha });
    expect((await as("maria").repos.getContent({ ...at, path: "made.md", ref: "made" })).status).toBe(200);
  });

  it("a branch is made once", async () => {
    const sha = await aBranch("once");
    const again = as("wendy").git.createRef({ ...at, ref: "refs/heads/once", sha });
    expect(await refusalOf(again)).toMatchObject({ status: 422, message: "Reference already exists" });
  });

  it("a branch goes forward alone, unless forced", async () => {
    await aBranch("forward");
    const { git } = as("wendy");
    const back = { ...at, ref: "heads/forward", sha: widgets().head };
    expect(await refusalOf(git.updateRef(back))).toMatchObject({
      status: 422,
      message: "Update is not a fast forward",
    });
    expect((await git.updateRef({ ...back, force: true })).data.object.sha).toBe(widgets().head);
  });

  it("a branch is deleted once", async () => {
    await aBranch("gone");
    const ref = { ...at, ref: "heads/gone" };
    expect((await as("wendy").git.deleteRef(ref)).status).toBe(204);
    const again = await refusalOf(as("wendy").git.deleteRef(ref));
    expect(again).toMatchObject({ status: 422, message: "Reference does not exist" });
    expect(await refusalOf(as("wendy").git.getRef(ref))).toMatchObject({ status: 404 });
  });

  it("branches are compared", async () => {
    const sha = await aBranch("ahead");
    const { data } = await as("maria").repos.compareCommitsWithBasehead({ ...at, basehead: "main...ahead" });
    expect(data).toMatchObject({
      status: "ahead",
      ahead_by: 1,
      behind_by: 0,
      files: [{ filename: "ahead.md", status: "added" }],
    });
    expect(data.commits.map((it) => it.sha)).toEqual([sha]);
  });

  it("commits are listed, of one path too", async () => {
    const { data } = await as("maria").repos.listCommits({ ...at, path: "docs/faq.md" });
    expect(data.map(({ commit }) => commit.message.trim())).toEqual(["Start"]);
  });
});

// https://docs.github.com/en/rest/pulls/pulls
describe("pull requests", () => {
  it("are opened, and are issues too", async () => {
    const pull = await aPull("first");
    expect(pull).toMatchObject({
      state: "open",
      merged: false,
      draft: false,
      head: { label: "acme:first", ref: "first" },
    });
    const { data } = await as("maria").issues.get({ ...at, issue_number: pull.number });
    expect(data.pull_request?.url).toBe(pull.url);
  });

  it("are opened once from a branch", async () => {
    await aPull("twice");
    const again = as("wendy").pulls.create({ ...at, title: "Again", head: "twice", base: "main" });
    expect(await refusalOf(again)).toMatchObject({
      status: 422,
      message: "Validation Failed",
      errors: [{ resource: "PullRequest", code: "custom", message: "A pull request already exists for acme:twice." }],
    });
  });

  it("need commits, and a branch", async () => {
    const create = (head: string) => as("wendy").pulls.create({ ...at, title: "No", head, base: "main" });
    await as("wendy").git.createRef({ ...at, ref: "refs/heads/same", sha: widgets().head });
    expect(await refusalOf(create("same"))).toMatchObject({
      status: 422,
      errors: [{ resource: "PullRequest", code: "custom", message: "No commits between main and same" }],
    });
    expect(await refusalOf(create("nowhere"))).toMatchObject({
      status: 422,
      message: "Validation Failed",
      errors: [{ resource: "PullRequest", field: "head", code: "invalid" }],
    });
  });

  it("come from forks of strangers, and are told apart by whose branch it is", async () => {
    const { github, repository } = widgets();
    const ours = await aPull("shared");
    const maria = github.world.findUser("maria");
    if (!maria) throw new Error("no maria");
    const fork = await forkRepository(github.world, maria, repository);
    const content = {
      owner: "maria",
      repo: "widgets",
      path: "x.md",
      message: "x",
      content: base64("x"),
      branch: "shared",
    };
    await as("maria").repos.createOrUpdateFileContents(content);
    const { data: theirs } = await as("maria").pulls.create({
      ...at,
      title: "Mine",
      head: "maria:shared",
      base: "main",
    });
    expect(theirs.head).toMatchObject({ label: "maria:shared", repo: { id: fork.databaseId, fork: true } });
    const numbers = async (head: string) =>
      (await as().pulls.list({ ...at, head, state: "all" })).data.map(({ number }) => number);
    expect(await numbers("acme:shared")).toEqual([ours.number]);
    expect(await numbers("maria:shared")).toEqual([theirs.number]);
  });

  it("come as a diff where that is asked for", async () => {
    const { number } = await aPull("diff");
    const { data } = await as("maria").pulls.get({ ...at, pull_number: number, mediaType: { format: "diff" } });
    expect(data).toEqual(expect.stringContaining("+++ b/diff.md"));
  });

  it("list their files and commits", async () => {
    const pull = { ...at, pull_number: (await aPull("listed")).number };
    expect((await as("maria").pulls.listFiles(pull)).data).toMatchObject([{ filename: "listed.md", status: "added" }]);
    expect((await as("maria").pulls.listCommits(pull)).data).toHaveLength(1);
  });

  it("are merged once", async () => {
    const pull = { ...at, pull_number: (await aPull("merged")).number };
    expect(await refusalOf(as("maria").pulls.checkIfMerged(pull))).toMatchObject({ status: 404 });
    expect((await as("wendy").pulls.merge(pull)).data).toMatchObject({ merged: true });
    expect((await as("maria").pulls.checkIfMerged(pull)).status).toBe(204);
    expect((await as("maria").pulls.get(pull)).data).toMatchObject({
      state: "closed",
      merged: true,
      merged_by: { login: "wendy" },
    });
    expect(await refusalOf(as("wendy").pulls.merge(pull))).toMatchObject({ status: 405 });
  });

  it("are closed, and opened again", async () => {
    const pull = { ...at, pull_number: (await aPull("closed")).number };
    expect((await as("wendy").pulls.update({ ...pull, state: "closed" })).data.state).toBe("closed");
    expect((await as("wendy").pulls.update({ ...pull, state: "open", title: "Better" })).data).toMatchObject({
      state: "open",
      title: "Better",
    });
  });
});
