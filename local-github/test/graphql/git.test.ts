import { nullOid } from "local-github-server/git";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAcme } from "../acme-world.ts";
import type { Acme, Data } from "../acme-world.ts";

const commit = `mutation($branch: CommittableBranch!, $head: GitObjectID!, $files: FileChanges!) {
  createCommitOnBranch(input: {branch: $branch, expectedHeadOid: $head, message: {headline: "Add entry", body: "why"}, fileChanges: $files}) {
    commit { oid messageHeadline messageBody author { name } parents(first: 2) { nodes { oid } } } ref { name } } }`;

const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("the git side over GraphQL", () => {
  let acme: Acme;
  let first: string;
  const branchNamed = (branchName: string) => ({ repositoryNameWithOwner: "acme/widgets", branchName });
  const headOf = async (name: string): Promise<string> => {
    const oid = await acme.github.git(acme.repository).resolve(`refs/heads/${name}`);
    if (oid === undefined) throw new Error(`no branch ${name}`);
    return oid;
  };
  const branch = async (name: string): Promise<Data> => {
    const query = `mutation($r: ID!, $n: String!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: $n, oid: $o}) { ref { id name target { oid } } } }`;
    const { data, errors } = await acme.ask("app", query, {
      r: acme.repository.id,
      n: `refs/heads/${name}`,
      o: await headOf("main"),
    });
    expect(errors).toEqual([]);
    return data;
  };

  beforeAll(async () => {
    acme = await startAcme();
    const git = acme.github.git(acme.repository);
    first = await git.importFiles(
      "main",
      [
        { path: "README.md", content: Buffer.from("# Widgets\n") },
        { path: "docs/a.md", content: Buffer.from("# A\n") },
        { path: "logo.png", content: Buffer.from([1, 0, 2]) },
      ],
      { message: "Begin", author: { name: "Olga", email: "olga@example.org", date: "2026-01-01T00:00:00Z" } },
    );
  });
  afterAll(async () => acme.close());

  it("reads blobs, trees and commits by expression, and null where nothing is", async () => {
    const { data, errors } = await acme.ask(
      "app",
      `{ repository(owner: "acme", name: "widgets") {
        defaultBranchRef { name target { oid } }
        text: object(expression: "${first}:docs/a.md") { ... on Blob { byteSize isBinary isTruncated text } }
        binary: object(expression: "HEAD:logo.png") { ... on Blob { byteSize isBinary text } }
        tree: object(expression: "HEAD:") { ... on Tree { entries { name type } } }
        head: object(expression: "main") { ... on Commit { oid message } }
        gone: object(expression: "main:gone.md") { id } } }`,
    );
    expect(errors).toEqual([]);
    expect(data["repository"]).toEqual({
      defaultBranchRef: { name: "main", target: { oid: first } },
      text: { byteSize: 4, isBinary: false, isTruncated: false, text: "# A\n" },
      binary: { byteSize: 3, isBinary: true, text: null },
      tree: {
        entries: [
          { name: "README.md", type: "blob" },
          { name: "docs", type: "tree" },
          { name: "logo.png", type: "blob" },
        ],
      },
      head: { oid: first, message: "Begin" },
      gone: null,
    });
  });

  it("reads many files of one query together, each as if it were asked for alone", async () => {
    const paths = ["README.md", "docs/a.md", "docs", "gone.md", "logo.png", "docs/gone/x.md"];
    const fields = "... on Blob { __typename oid text isBinary } ... on Tree { __typename oid }";
    const one = async (path: string) => {
      const query = `{ repository(owner: "acme", name: "widgets") { object(expression: "${first}:${path}") { ${fields} } } }`;
      return (await acme.ask("app", query)).data["repository"]?.["object"];
    };
    const aliases = paths.map((path, index) => `f${index}: object(expression: "${first}:${path}") { ${fields} }`);
    const { data } = await acme.ask("app", `{ repository(owner: "acme", name: "widgets") { ${aliases.join(" ")} } }`);
    const alone = await Promise.all(paths.map(one));
    expect(data["repository"]).toEqual(Object.fromEntries(alone.map((object, index) => [`f${index}`, object])));
  });

  it("commits files at once while the head is the expected one, and says STALE_DATA afterwards", async () => {
    await branch("faq");
    const head = await headOf("faq");
    const files = {
      additions: [{ path: "docs/faq.md", contents: base64("# FAQ\n") }],
      deletions: [{ path: "docs/a.md" }],
    };
    const { data, errors } = await acme.ask("app", commit, { branch: branchNamed("faq"), head, files });
    expect(errors).toEqual([]);
    expect(data["createCommitOnBranch"]).toMatchObject({
      commit: {
        messageHeadline: "Add entry",
        messageBody: "why",
        author: { name: "my-app[bot]" },
        parents: { nodes: [{ oid: head }] },
      },
      ref: { name: "faq" },
    });
    const paths = (await acme.github.git(acme.repository).tree("faq", { recursive: true })).map(({ path }) => path);
    expect(paths).toEqual(["README.md", "docs", "docs/faq.md", "logo.png"]);

    const again = await acme.ask("app", commit, { branch: branchNamed("faq"), head, files });
    expect(again.errors).toMatchObject([
      { type: "STALE_DATA", message: `Expected branch to point to "${head}" but it did not.  Pull and try again.` },
    ]);
  });

  it("opens one pull request for a branch, follows it, and merges it", async () => {
    await branch("fix");
    const head = await headOf("fix");
    const files = { additions: [{ path: "docs/b.md", contents: base64("# B\n") }] };
    await acme.ask("app", commit, { branch: branchNamed("fix"), head, files });
    const open = `mutation($r: ID!) { createPullRequest(input: {repositoryId: $r, baseRefName: "main", headRefName: "fix", title: "B", body: "b"}) { pullRequest { id number state headRefOid } } }`;
    const { data } = await acme.ask("app", open, { r: acme.repository.id });
    expect(data["createPullRequest"]?.["pullRequest"]).toMatchObject({
      state: "OPEN",
      headRefOid: await headOf("fix"),
    });
    const twice = await acme.ask("app", open, { r: acme.repository.id });
    expect(twice.errors).toMatchObject([
      { type: "UNPROCESSABLE", message: "A pull request already exists for acme:fix." },
    ]);

    const find = `{ repository(owner: "acme", name: "widgets") { pullRequests(first: 1, headRefName: "fix", states: [OPEN]) { nodes { id number } } } }`;
    const found = await acme.ask("app", find);
    expect(found.data["repository"]?.["pullRequests"]?.["nodes"]).toHaveLength(1);

    const [pull] = acme.repository.pullRequests;
    const merge = `mutation($id: ID!) { mergePullRequest(input: {pullRequestId: $id}) { pullRequest { state merged mergedBy { login } } } }`;
    expect((await acme.ask("sam", merge, { id: pull?.id })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    const merged = await acme.ask("olga", merge, { id: pull?.id });
    expect(merged.data["mergePullRequest"]?.["pullRequest"]).toEqual({
      state: "MERGED",
      merged: true,
      mergedBy: { login: "olga" },
    });
    expect(await acme.github.git(acme.repository).resolve("main:docs/b.md")).toBeDefined();
  });

  it.each([
    ["that exists", "refs/heads/main", "UNPROCESSABLE"],
    ["with a name git refuses", "refs/heads/a..b", "UNPROCESSABLE"],
  ])("refuses a ref %s", async (_what, name, type) => {
    const query = `mutation($r: ID!, $n: String!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: $n, oid: $o}) { ref { id } } }`;
    const { errors } = await acme.ask("app", query, { r: acme.repository.id, n: name, o: await headOf("main") });
    expect(errors).toMatchObject([{ type }]);
  });

  it("moves several refs together, from where they are thought to be, or none of them", async () => {
    const query = `mutation($r: ID!, $u: [RefUpdate!]!) { updateRefs(input: {repositoryId: $r, refUpdates: $u}) { clientMutationId } }`;
    const at = await headOf("main");
    const update = async (...refUpdates: object[]) => acme.ask("app", query, { r: acme.repository.id, u: refUpdates });
    const one = { name: "refs/heads/one", beforeOid: nullOid, afterOid: at };
    const two = { name: "refs/heads/two", beforeOid: at, afterOid: at };
    expect((await update(one, two)).errors).toMatchObject([{ type: "UNPROCESSABLE" }]);
    await expect(headOf("one")).rejects.toThrow("no branch one");
    expect((await update(one)).errors).toEqual([]);
    expect((await update({ ...one, beforeOid: at, afterOid: first })).errors).toMatchObject([
      { type: "UNPROCESSABLE" },
    ]);
    expect((await update({ ...one, beforeOid: at, afterOid: first, force: true })).errors).toEqual([]);
    expect(await headOf("one")).toBe(first);
    expect((await update({ ...one, beforeOid: first, afterOid: nullOid })).errors).toEqual([]);
    await expect(headOf("one")).rejects.toThrow("no branch one");
  });
});
