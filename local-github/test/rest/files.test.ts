import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { allAt, at, clientWith, installedAppOf, personOf, textAt, type Call } from "../github-client.ts";
import { useWidgets } from "./widgets.ts";

const widgets = useWidgets({ treeLimit: 6 });
const repo = "/repos/acme/widgets";
const raw = { accept: "application/vnd.github.v3.raw" };
const base64 = (text: string): string => Buffer.from(text).toString("base64");

async function headOf(call: Call, branch: string): Promise<string> {
  return textAt((await call(`GET ${repo}/git/ref/heads/${branch}`)).body, "object", "sha");
}

describe("contents", () => {
  it("come as JSON, raw, or as a folder", async () => {
    const installed = await installedAppOf(widgets().github);
    const file = await installed(`GET ${repo}/contents/docs/faq.md`);
    expect(file.body).toMatchObject({ type: "file", encoding: "base64", size: 20, path: "docs/faq.md" });
    expect(Buffer.from(textAt(file.body, "content"), "base64").toString()).toBe("# FAQ\n\nNothing yet.\n");
    const bytes = await installed(`GET ${repo}/contents/docs%2Ffaq.md`, undefined, raw);
    expect(String(bytes.body)).toBe("# FAQ\n\nNothing yet.\n");
    expect(bytes.headers.get("content-type")).toContain("application/vnd.github.v3.raw");
    expect(allAt((await installed(`GET ${repo}/contents/`)).body, "path")).toEqual(["README.md", "docs"]);
    const folder = (await installed(`GET ${repo}/contents/docs?ref=main`)).body;
    expect(allAt(folder, "type")).toEqual(["file", "file", "symlink"]);
    expect((await installed(`GET ${repo}/contents/docs/latest`)).body).toMatchObject({
      type: "symlink",
      target: "faq.md",
    });
    expect((await installed(`GET ${repo}/contents/docs/a%20b%23c.md`)).body).toMatchObject({ name: "a b#c.md" });
  });

  it.each([
    [`${repo}/contents/nothing.md`, "Not GitNodeOrNull"],
    [`${repo}/contents/README.md?ref=gone`, "No commit found for the ref gone"],
    [`/repos/acme/secret/contents/README.md`, "This repository is empty."],
    [`/repos/acme/nowhere/contents/README.md`, "Not GitNodeOrNull"],
  ])("GET %s is not found", async (path, message) => {
    const answer = await (await installedAppOf(widgets().github))(`GET ${path}`);
    expect([answer.status, at(answer.body, "message")]).toEqual([404, message]);
  });

  it("are written one file a commit, only over what was seen", async () => {
    const installed = await installedAppOf(widgets().github);
    const head = await headOf(installed, "main");
    await installed(`POST ${repo}/git/refs`, { ref: "refs/heads/edit", sha: head });
    const put = (body: Record<string, unknown>) =>
      installed(`PUT ${repo}/contents/docs/new%20page.md`, { message: "Edit", branch: "edit", ...body });
    const made = await put({ content: base64("one\n") });
    expect(made.status).toBe(201);
    const sha = textAt(made.body, "content", "sha");
    expect((await put({ content: base64("two\n") })).status).toBe(422);
    expect((await put({ content: base64("two\n"), sha: head })).status).toBe(409);
    expect((await put({ content: "not base64!" })).status).toBe(422);
    expect((await put({ content: base64("two\n"), sha })).status).toBe(200);
    expect((await put({ content: base64("x"), branch: "gone" })).status).toBe(404);
    expect((await installed(`PUT ${repo}/contents/x.md`, { content: "" })).status).toBe(422);
    const page = await installed(`GET ${repo}/contents/docs/new%20page.md?ref=edit`, undefined, raw);
    expect(String(page.body)).toBe("two\n");
    const maria = personOf(widgets().github, "maria");
    expect((await maria(`PUT ${repo}/contents/x.md`, { message: "x", content: "" })).status).toBe(403);
  });

  it("begin an empty repository", async () => {
    const installed = await installedAppOf(widgets().github);
    expect((await installed("GET /repos/acme/secret/git/trees/main")).status).toBe(409);
    const first = await installed("PUT /repos/acme/secret/contents/a.md", { message: "First", content: base64("a") });
    expect(first.status).toBe(201);
    expect(at(first.body, "commit", "parents")).toEqual([]);
    expect((await installed("GET /repos/acme/secret/git/trees/main")).status).toBe(200);
  });
});

describe("the git database", () => {
  it("builds a commit from blobs and trees, and moves branches only forwards", async () => {
    const installed = await installedAppOf(widgets().github);
    const head = await headOf(installed, "main");
    const blob = await installed(`POST ${repo}/git/blobs`, { content: base64("\0binary"), encoding: "base64" });
    const tree = await installed(`POST ${repo}/git/trees`, {
      base_tree: head,
      tree: [
        { path: "bin/data", mode: "100644", type: "blob", sha: at(blob.body, "sha") },
        { path: "docs/text.md", mode: "100644", type: "blob", content: "text\n" },
        { path: "README.md", mode: "100644", type: "blob", sha: null },
      ],
    });
    expect(allAt(at(tree.body, "tree"), "path")).toEqual(["bin", "docs"]);
    const commit = await installed(`POST ${repo}/git/commits`, {
      message: "Build",
      tree: at(tree.body, "sha"),
      parents: [head],
    });
    const sha = textAt(commit.body, "sha");
    expect(commit.body).toMatchObject({ author: { name: "my-app[bot]" }, verification: { verified: false } });
    expect((await installed(`GET ${repo}/git/commits/${sha}`)).body).toEqual(commit.body);
    expect((await installed(`POST ${repo}/git/refs`, { ref: "refs/heads/built", sha })).status).toBe(201);
    const back = await installed(`PATCH ${repo}/git/refs/heads/built`, { sha: head });
    expect([back.status, at(back.body, "message")]).toEqual([422, "Update is not a fast forward"]);
    expect((await installed(`PATCH ${repo}/git/refs/heads/built`, { sha: head, force: true })).status).toBe(200);
    expect((await installed(`DELETE ${repo}/git/refs/heads/built`)).status).toBe(204);
    expect((await installed(`DELETE ${repo}/git/refs/heads/built`)).status).toBe(422);
    const content = await installed(`GET ${repo}/git/blobs/${textAt(blob.body, "sha")}`);
    expect(Buffer.from(textAt(content.body, "content"), "base64").toString()).toBe("\0binary");
  });

  const nothing = "f".repeat(40);
  it.each([
    ["POST git/trees", { tree: [{ path: "x", mode: "100644", type: "blob", sha: nothing }] }, 422],
    ["POST git/trees", { base_tree: nothing, tree: [] }, 422],
    ["POST git/trees", { tree: [{ path: "a/./x", mode: "100644", type: "blob", content: "" }] }, 422],
    ["POST git/trees", { tree: [{ path: "a/.git/x", mode: "100644", type: "blob", content: "" }] }, 422],
    ["POST git/trees", { tree: [{ path: "/a", mode: "100644", type: "blob", content: "" }] }, 422],
    ["POST git/trees", {}, 422],
    ["POST git/commits", { message: "x", tree: nothing }, 422],
    ["POST git/refs", { ref: "refs/heads/main", sha: nothing }, 422],
    ["POST git/refs", { ref: "main", sha: nothing }, 422],
    ["GET git/blobs/nothing", undefined, 404],
    ["GET git/trees/nothing", undefined, 404],
    ["GET git/commits/nothing", undefined, 404],
    ["GET git/ref/heads/nothing", undefined, 404],
    ["GET branches/nothing", undefined, 404],
    ["GET commits/nothing", undefined, 422],
    ["GET tarball/nothing", undefined, 404],
    ["GET compare/main...nothing", undefined, 404],
  ])("refuses %s %j", async (request, body, status) => {
    const installed = await installedAppOf(widgets().github);
    const [method = "", path = ""] = request.split(" ");
    expect((await installed(`${method} ${repo}/${path}`, body)).status).toBe(status);
  });

  it("gives whole trees, and says where it stopped", async () => {
    const installed = await installedAppOf(widgets().github);
    const { head } = widgets();
    const all = (await installed(`GET ${repo}/git/trees/${head}?recursive=1`)).body;
    expect(all).toMatchObject({ sha: head, truncated: false });
    expect(allAt(at(all, "tree"), "path")).toEqual([
      "README.md",
      "docs",
      "docs/a b#c.md",
      "docs/faq.md",
      "docs/latest",
    ]);
    const files = ["a", "b", "c"].map((path) => ({ path, mode: "100644", type: "blob", content: path }));
    const bigger = await installed(`POST ${repo}/git/trees`, { base_tree: head, tree: files });
    const cut = (await installed(`GET ${repo}/git/trees/${textAt(bigger.body, "sha")}?recursive=1`)).body;
    expect(at(cut, "truncated")).toBe(true);
    expect(allAt(at(cut, "tree"), "path")).toHaveLength(6);
  });

  it("lists references by prefix", async () => {
    const installed = await installedAppOf(widgets().github);
    const sha = await headOf(installed, "main");
    for (const name of ["faq/1", "faq/10"])
      await installed(`POST ${repo}/git/refs`, { ref: `refs/heads/${name}`, sha });
    const matching = await installed(`GET ${repo}/git/matching-refs/heads/faq/1`);
    expect(allAt(matching.body, "ref")).toEqual(["refs/heads/faq/1", "refs/heads/faq/10"]);
    expect((await installed(`GET ${repo}/git/ref/heads/faq`)).status).toBe(404);
    expect(allAt((await installed(`GET ${repo}/branches?per_page=100`)).body, "name")).toContain("faq/10");
  });
});

describe("history", () => {
  it("compares branches file by file", async () => {
    const { github, head } = widgets();
    const installed = await installedAppOf(github);
    await installed(`POST ${repo}/git/refs`, { ref: "refs/heads/topic/one", sha: head });
    const edit = { message: "Topic", branch: "topic/one", content: base64("t\n") };
    await installed(`PUT ${repo}/contents/t.md`, edit);
    const comparison = (await installed(`GET ${repo}/compare/main...topic/one`)).body;
    expect(comparison).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0, total_commits: 1 });
    expect(at(comparison, "files", 0)).toMatchObject({ filename: "t.md", status: "added", patch: "@@ -0,0 +1 @@\n+t" });
    const commit = await installed(`GET ${repo}/commits/topic/one`);
    expect(commit.body).toMatchObject({ author: { login: "my-app[bot]" }, stats: { total: 1 } });
    const sha = await installed(`GET ${repo}/commits/main`, undefined, { accept: "application/vnd.github.sha" });
    expect(String(sha.body)).toBe(head);
    expect((await installed(`GET ${repo}/branches/topic/one`)).body).toMatchObject({ name: "topic/one" });
    expect(allAt((await installed(`GET ${repo}/commits?sha=topic/one&path=t.md`)).body, "commit", "message")).toEqual([
      "Topic",
    ]);
    expect((await installed(`GET ${repo}/commits/${head}`)).body).toMatchObject({ parents: [] });
  });

  it("comes as a tarball from elsewhere", async () => {
    const { github, head } = widgets();
    const installed = await installedAppOf(github);
    const redirect = await installed(`GET ${repo}/tarball/${head}`);
    expect(redirect.status).toBe(302);
    const target = new URL(redirect.headers.get("location") ?? "");
    const call = clientWith(github.url, github.tokenFor("maria"));
    const archive = await call(`GET ${target.pathname}`);
    expect(archive.headers.get("content-disposition")).toContain(`acme-widgets-${head.slice(0, 7)}.tar.gz`);
    if (!Buffer.isBuffer(archive.body)) throw new Error("no bytes");
    expect(gunzipSync(archive.body).toString("latin1")).toContain(`acme-widgets-${head.slice(0, 7)}/docs/faq.md`);
  });
});
