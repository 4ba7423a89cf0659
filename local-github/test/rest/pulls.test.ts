import { describe, expect, it } from "vitest";
import { allAt, at, installedAppOf, personOf, type Call } from "../github-client.ts";
import { useWidgets } from "./widgets.ts";

const widgets = useWidgets();
const repo = "/repos/acme/widgets";

async function branchWith(call: Call, branch: string, path: string, text: string): Promise<void> {
  await call(`POST ${repo}/git/refs`, { ref: `refs/heads/${branch}`, sha: widgets().head });
  const content = Buffer.from(text).toString("base64");
  await call(`PUT ${repo}/contents/${path}`, { message: `Add ${path}`, branch, content });
}

describe("pull requests", () => {
  it("are opened, shown, found by their branch and merged", async () => {
    const { github } = widgets();
    const installed = await installedAppOf(github);
    await branchWith(installed, "faq/1", "docs/one.md", "one\n");
    const opened = await installed(`POST ${repo}/pulls`, { title: "FAQ", head: "faq/1", base: "main", body: "For #1" });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ state: "open", mergeable: true, commits: 1, additions: 1, changed_files: 1 });
    const path = `${repo}/pulls/${String(at(opened.body, "number"))}`;
    expect(allAt((await installed(`GET ${repo}/pulls?head=acme:faq/1&base=main`)).body, "title")).toEqual(["FAQ"]);
    expect(allAt((await installed(`GET ${path}/files`)).body, "filename")).toEqual(["docs/one.md"]);
    expect(allAt((await installed(`GET ${path}/commits`)).body, "commit", "message")).toEqual(["Add docs/one.md"]);
    const diff = await installed(`GET ${path}`, undefined, { accept: "application/vnd.github.v3.diff" });
    expect(String(diff.body)).toContain("+++ b/docs/one.md");
    expect((await installed(`GET ${path}/merge`)).status).toBe(404);
    expect((await personOf(github, "maria")(`PUT ${path}/merge`)).status).toBe(403);
    const merged = await personOf(github, "wendy")(`PUT ${path}/merge`, { merge_method: "squash" });
    expect(merged.body).toMatchObject({ merged: true });
    expect((await installed(`GET ${path}/merge`)).status).toBe(204);
    expect((await installed(`GET ${path}`)).body).toMatchObject({ merged: true, merged_by: { login: "wendy" } });
    expect((await installed(`GET ${repo}/contents/docs/one.md`)).status).toBe(200);
    expect((await personOf(github, "wendy")(`PUT ${path}/merge`)).status).toBe(405);
  });

  it("are edited, closed, and there is only one for a branch", async () => {
    const installed = await installedAppOf(widgets().github);
    await branchWith(installed, "faq/2", "docs/two.md", "two\n");
    const wanted = { title: "Two", head: "faq/2", base: "main" };
    const opened = await installed(`POST ${repo}/pulls`, wanted);
    const twice = await installed(`POST ${repo}/pulls`, wanted);
    expect(twice.status).toBe(422);
    expect(JSON.stringify(twice.body)).toContain("A pull request already exists for acme:faq/2.");
    const path = `${repo}/pulls/${String(at(opened.body, "number"))}`;
    expect((await installed(`PATCH ${path}`, { title: "Too", state: "closed" })).body).toMatchObject({
      title: "Too",
      state: "closed",
    });
    expect((await installed(`PATCH ${path}`, { state: "open" })).body).toMatchObject({ state: "open" });
    const listed = await installed(`GET ${repo}/issues`);
    expect(at(listed.body, 0, "pull_request", "merged_at")).toBeNull();
    await installed(`DELETE ${repo}/git/refs/heads/faq/2`);
    expect((await installed(`GET ${path}`)).body).toMatchObject({ state: "closed" });
  });

  it.each([
    [{ title: "x", head: "gone", base: "main" }, 422],
    [{ title: "x", head: "main", base: "main" }, 422],
    [{ head: "main", base: "main" }, 422],
  ])("refuse %j", async (body, status) => {
    const installed = await installedAppOf(widgets().github);
    expect((await installed(`POST ${repo}/pulls`, body)).status).toBe(status);
  });
});

describe("check runs", () => {
  it("are an app's verdict on a commit", async () => {
    const { github, head } = widgets();
    const installed = await installedAppOf(github);
    const output = {
      title: "Config",
      summary: "Broken",
      annotations: [{ path: "x.yml", start_line: 1, end_line: 1, annotation_level: "failure", message: "no" }],
    };
    const made = await installed(`POST ${repo}/check-runs`, { name: "config", head_sha: head, status: "in_progress" });
    expect(made.body).toMatchObject({ status: "in_progress", conclusion: null, app: { slug: "my-app" } });
    const path = `${repo}/check-runs/${String(at(made.body, "id"))}`;
    const done = await installed(`PATCH ${path}`, { conclusion: "failure", output });
    expect(done.body).toMatchObject({ status: "completed", conclusion: "failure", output: { annotations_count: 1 } });
    expect((await installed(`GET ${path}`)).body).toEqual(done.body);
    expect(allAt(at((await installed(`GET ${repo}/commits/${head}/check-runs`)).body, "check_runs"), "name")).toEqual([
      "config",
    ]);
    expect((await personOf(github, "wendy")(`POST ${repo}/check-runs`, { name: "mine", head_sha: head })).status).toBe(
      403,
    );
    expect((await installed(`POST ${repo}/check-runs`, { name: "x", head_sha: "gone" })).status).toBe(422);
  });

  it("list what they say of lines, add to it by updates, and refuse what GitHub refuses", async () => {
    const { github, head } = widgets();
    const installed = await installedAppOf(github);
    const on = (line: number, more = {}) => ({
      path: "x.yml",
      start_line: line,
      end_line: line,
      annotation_level: "warning",
      message: `line ${line}`,
      ...more,
    });
    const lines = (count: number, from = 1) => Array.from({ length: count }, (_, index) => on(from + index));
    const send = async (annotations: readonly object[], summary = "s") =>
      installed(`POST ${repo}/check-runs`, {
        name: "lines",
        head_sha: head,
        conclusion: "neutral",
        output: { title: "t", summary, annotations },
      });
    expect(await send(lines(51))).toMatchObject({
      status: 422,
      body: { message: "Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied." },
    });
    expect((await send([], "x".repeat(65_536))).status).toBe(422);
    expect((await send([on(1, { end_line: 2, start_column: 1, end_column: 2 })])).status).toBe(422);
    expect((await send([on(1, { start_column: 1 })])).status).toBe(422);
    const made = await send([on(1, { start_column: 2, end_column: 4 }), ...lines(49, 2)]);
    const path = `${repo}/check-runs/${String(at(made.body, "id"))}`;
    await installed(`PATCH ${path}`, { output: { summary: "s", annotations: lines(2, 51) } });
    const listed = (await installed(`GET ${path}/annotations?per_page=100`)).body;
    expect(allAt(listed, "start_line")).toEqual(Array.from({ length: 52 }, (_, index) => index + 1));
    expect(at(listed, "0")).toMatchObject({ start_column: 2, end_column: 4, blob_href: expect.stringContaining(head) });
    expect((await personOf(github, "wendy")(`PATCH ${path}`, { conclusion: "success" })).status).toBe(403);
  });
});
