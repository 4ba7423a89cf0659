import { describe, expect, it } from "vitest";
import { allAt, at, installedAppOf, personOf } from "../github-client.ts";
import { useWidgets } from "./widgets.ts";

const widgets = useWidgets();
const repo = "/repos/acme/widgets";

describe("issues", () => {
  it("are opened with their parts, edited, closed and opened again", async () => {
    const installed = await installedAppOf(widgets().github);
    const milestone = await installed(`POST ${repo}/milestones`, { title: "1.0", due_on: "2026-03-09T12:00:00Z" });
    expect(milestone.body).toMatchObject({ number: 1, state: "open", due_on: "2026-03-09T07:00:00Z" });
    await installed(`POST ${repo}/labels`, { name: "idea", color: "00ff00", description: "An idea" });
    const wanted = {
      title: "Feature",
      body: "Please",
      labels: ["idea", "brand new"],
      milestone: 1,
      assignees: ["tim"],
    };
    const opened = await installed(`POST ${repo}/issues`, wanted);
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ user: { login: "my-app[bot]" }, milestone: { open_issues: 1 } });
    expect(allAt(at(opened.body, "labels"), "name")).toEqual(["idea", "brand new"]);
    const path = `${repo}/issues/${String(at(opened.body, "number"))}`;
    expect((await installed(`GET ${path}`)).body).toEqual(opened.body);
    const closed = await installed(`PATCH ${path}`, { state: "closed", state_reason: "not_planned", labels: ["idea"] });
    expect(closed.body).toMatchObject({ state: "closed", state_reason: "not_planned", labels: [{ name: "idea" }] });
    const again = await installed(`PATCH ${path}`, { state: "open", title: "Better", milestone: null });
    expect(again.body).toMatchObject({ state: "open", state_reason: "reopened", title: "Better", milestone: null });
  });

  it("of those who may only read lose labels and milestone without a word", async () => {
    const { github } = widgets();
    const maria = personOf(github, "maria");
    const opened = await maria(`POST ${repo}/issues`, { title: "Mine", labels: ["idea"], milestone: 1 });
    expect(opened.status).toBe(201);
    expect(opened.body).toMatchObject({ labels: [], milestone: null, assignees: [] });
  });

  it("are gone where they are switched off", async () => {
    const { github, repository } = widgets();
    repository.hasIssuesEnabled = false;
    const answer = await personOf(github, "maria")(`POST ${repo}/issues`, { title: "Off" });
    repository.hasIssuesEnabled = true;
    expect(answer.status).toBe(410);
  });

  it("are listed by page, state and label", async () => {
    const { github, repository } = widgets();
    const installed = await installedAppOf(github);
    for (let index = 0; index < 5; index += 1)
      await installed(`POST ${repo}/issues`, { title: `P${index}`, labels: ["page"] });
    const first = await installed(`GET ${repo}/issues?labels=page&per_page=2`);
    expect(allAt(first.body, "title")).toEqual(["P4", "P3"]);
    const base = `${github.url}/repositories/${repository.databaseId}/issues?labels=page&per_page=2&page=`;
    expect(first.headers.get("link")).toBe(`<${base}2>; rel="next", <${base}3>; rel="last"`);
    const last = await installed(`GET ${base.slice(github.url.length)}3`);
    expect(allAt(last.body, "title")).toEqual(["P0"]);
    expect(last.headers.get("link")).toBe(`<${base}2>; rel="prev", <${base}1>; rel="first"`);
    expect((await installed(`GET ${repo}/issues?state=closed`)).body).toEqual([]);
  });

  it.each([
    ["POST issues", {}, 422],
    ["POST issues", { title: "" }, 422],
    ["POST issues", { title: "x", milestone: 99 }, 422],
    ["POST issues", { title: "x", body: "y".repeat(70_000) }, 422],
    ["GET issues/999", undefined, 404],
    ["GET issues/abc", undefined, 404],
    ["POST issues/999/comments", { body: "x" }, 404],
    ["POST labels", { name: "bad", color: "blue" }, 422],
    ["POST labels", { name: "IDEA", color: "00ff00" }, 422],
    ["GET labels/none", undefined, 404],
    ["POST milestones", { title: "1.0" }, 422],
    ["POST milestones", {}, 422],
    ["GET milestones/9", undefined, 404],
  ])("refuses %s %j", async (request, body, status) => {
    const installed = await installedAppOf(widgets().github);
    const [method = "", path = ""] = request.split(" ");
    const answer = await installed(`${method} ${repo}/${path}`, body);
    expect([answer.status, typeof at(answer.body, "documentation_url")]).toEqual([status, "string"]);
  });
});

describe("around an issue", () => {
  it("are comments, labels and reactions", async () => {
    const { github } = widgets();
    const installed = await installedAppOf(github);
    const number = String(at((await installed(`POST ${repo}/issues`, { title: "Talk" })).body, "number"));
    const comment = await installed(`POST ${repo}/issues/${number}/comments`, { body: "Hello\0 <b>" });
    const path = `${repo}/issues/comments/${String(at(comment.body, "id"))}`;
    expect((await installed(`PATCH ${path}`, { body: "Better" })).body).toMatchObject({ body: "Better" });
    expect((await personOf(github, "maria")(`PATCH ${path}`, { body: "Mine" })).status).toBe(403);
    expect(allAt((await installed(`GET ${repo}/issues/${number}/comments`)).body, "body")).toEqual(["Better"]);
    expect((await installed(`POST ${path}/reactions`, { content: "eyes" })).status).toBe(201);
    expect((await installed(`POST ${path}/reactions`, { content: "eyes" })).status).toBe(200);
    expect((await installed(`POST ${path}/reactions`, { content: "clap" })).status).toBe(422);
    expect((await installed(`GET ${path}`)).body).toMatchObject({ reactions: { total_count: 1, eyes: 1 } });
    const own = await installed(`POST ${repo}/issues/${number}/reactions`, { content: "+1" });
    expect(allAt((await installed(`GET ${repo}/issues/${number}/reactions?content=%2B1`)).body, "content")).toEqual([
      "+1",
    ]);
    await installed(`DELETE ${repo}/issues/${number}/reactions/${String(at(own.body, "id"))}`);
    expect((await installed(`GET ${repo}/issues/${number}/reactions`)).body).toEqual([]);
    await installed(`POST ${repo}/issues/${number}/labels`, { labels: ["help wanted", "Idea"] });
    expect(allAt((await installed(`GET ${repo}/issues/${number}/labels`)).body, "name")).toEqual([
      "help wanted",
      "idea",
    ]);
    expect((await installed(`DELETE ${repo}/issues/${number}/labels/help%20wanted`)).status).toBe(200);
    expect((await installed(`DELETE ${repo}/issues/${number}/labels/help%20wanted`)).status).toBe(404);
    expect((await installed(`DELETE ${path}`)).status).toBe(204);
    expect((await installed(`GET ${path}`)).status).toBe(404);
  });

  it("are milestones, edited, listed by due date and deleted", async () => {
    const installed = await installedAppOf(widgets().github);
    await installed(`POST ${repo}/milestones`, { title: "Later" });
    await installed(`POST ${repo}/milestones`, { title: "Soon", due_on: "2026-01-10T12:00:00Z" });
    const listed = await installed(`GET ${repo}/milestones`);
    expect(allAt(listed.body, "title").at(0)).toBe("Soon");
    const number = String(at(listed.body, 0, "number"));
    expect((await installed(`PATCH ${repo}/milestones/${number}`, { state: "closed" })).body).toMatchObject({
      state: "closed",
    });
    expect(allAt((await installed(`GET ${repo}/milestones?state=closed`)).body, "title")).toEqual(["Soon"]);
    expect((await installed(`DELETE ${repo}/milestones/${number}`)).status).toBe(204);
    expect((await installed(`GET ${repo}/milestones/${number}`)).status).toBe(404);
  });
});
