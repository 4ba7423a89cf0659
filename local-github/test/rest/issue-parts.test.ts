import { describe, expect, it } from "vitest";
import {
  createMilestone,
  createRepository,
  deleteIssue,
  openIssue,
  transferIssue,
  type IssueType,
  type Repository,
  type User,
} from "local-github-server/world";
import { allAt, at, installedAppOf, personOf } from "../github-client.ts";
import { useWidgets } from "./widgets.ts";

const widgets = useWidgets();
const repo = "/repos/acme/widgets";

function olga(): User {
  const found = widgets().github.world.findUser("olga");
  if (found === undefined) throw new Error("no olga");
  return found;
}

function another(name: string, isPrivate = false): Repository {
  const { github, repository } = widgets();
  return createRepository(github.world, repository.owner, name, { isPrivate });
}

describe("assignees", () => {
  it("are those with a role; others are left out without a word when added, and refused when an issue is opened", async () => {
    const installed = await installedAppOf(widgets().github);
    expect(allAt((await installed(`GET ${repo}/assignees`)).body, "login")).toEqual(["olga", "tim", "wendy", "mona"]);
    expect((await installed(`GET ${repo}/assignees/TIM`)).status).toBe(204);
    expect((await installed(`GET ${repo}/assignees/maria`)).status).toBe(404);
    const opened = await installed(`POST ${repo}/issues`, { title: "Work" });
    const path = `${repo}/issues/${String(at(opened.body, "number"))}/assignees`;
    const added = await installed(`POST ${path}`, { assignees: ["tim", "maria", "nobody"] });
    expect([added.status, allAt(at(added.body, "assignees"), "login")]).toEqual([201, ["tim"]]);
    const removed = await installed(`DELETE ${path}`, { assignees: ["tim", "mona"] });
    expect([removed.status, at(removed.body, "assignees")]).toEqual([200, []]);
    const refused = await installed(`POST ${repo}/issues`, { title: "Work", assignees: ["maria"] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "assignees", code: "invalid" }] } });
    const dropped = await personOf(widgets().github, "maria")(`POST ${path}`, { assignees: ["tim"] });
    expect([dropped.status, at(dropped.body, "assignees")]).toEqual([201, []]);
  });
});

describe("issue types", () => {
  it("come from the organization", async () => {
    const { github, repository } = widgets();
    const { owner } = repository;
    if (owner.__typename === "User") throw new Error("acme is an organization");
    const type = { ...github.world.stamp("IssueType"), organization: owner, name: "Feature", description: null };
    owner.issueTypes.push(github.world.register<IssueType>(type));
    const installed = await installedAppOf(github);
    expect(allAt((await installed(`GET ${repo}/issue-types`)).body, "name")).toEqual(["Feature"]);
    const opened = await installed(`POST ${repo}/issues`, { title: "New", type: "Feature" });
    expect(at(opened.body, "type", "name")).toBe("Feature");
    createRepository(github.world, olga(), "own");
    expect((await personOf(github, "olga")("GET /repos/olga/own/issue-types")).status).toBe(404);
  });
});

describe("labels", () => {
  it("are a hundred at most", async () => {
    const installed = await installedAppOf(widgets().github);
    const labels = Array.from({ length: 100 }, (_, index) => `area/${index}`);
    const opened = await installed(`POST ${repo}/issues`, { title: "Many", labels });
    expect(opened.status).toBe(201);
    const path = `${repo}/issues/${String(at(opened.body, "number"))}/labels`;
    const refused = await installed(`POST ${path}`, { labels: ["one more"] });
    expect(refused.status).toBe(422);
    expect(at(refused.body, "message")).toContain("Issues cannot have more than 100 labels");
    const also = await installed(`POST ${repo}/issues`, { title: "More", labels: [...labels, "one more"] });
    expect(also.status).toBe(422);
  });

  it.each([
    ["a name of 51 characters", { name: "n".repeat(51), color: "ededed" }],
    ["a description of 101 characters", { name: "long", color: "ededed", description: "d".repeat(101) }],
  ])("are refused with %s", async (_case, label) => {
    const installed = await installedAppOf(widgets().github);
    expect((await installed(`POST ${repo}/labels`, label)).status).toBe(422);
  });
});

describe("an issue that is gone", () => {
  it("redirects to where it was transferred, which what belongs to it does not", async () => {
    const { github, repository } = widgets();
    const { world } = github;
    const installed = await installedAppOf(github);
    const [first, last] = [another("gadgets"), another("gizmos")];
    for (const place of [repository, first]) createMilestone(world, olga(), place, { title: "2.0" });
    const issue = openIssue(world, olga(), repository, { title: "Moved", milestone: repository.milestones[0] ?? null });
    const old = issue.number;
    const inFirst = transferIssue(world, olga(), issue, first);
    expect(inFirst.milestone?.repository).toBe(first);
    const inLast = transferIssue(world, olga(), inFirst, last);
    expect(inLast.milestone).toBeNull();
    for (const request of [`GET ${repo}/issues/${old}`, `PATCH ${repo}/issues/${old}`]) {
      const answer = await installed(request, request.startsWith("PATCH") ? { title: "x" } : undefined);
      const url = `${github.url}/repositories/${last.databaseId}/issues/${inLast.number}`;
      expect([answer.status, answer.headers.get("location")]).toEqual([301, url]);
    }
    expect((await installed(`GET ${repo}/issues/${old}/comments`)).status).toBe(404);
  });

  it("is not found where it went out of sight, and gone when it was deleted", async () => {
    const { github, repository } = widgets();
    const hidden = openIssue(github.world, olga(), repository, { title: "Hidden" });
    transferIssue(github.world, olga(), hidden, another("vault", true));
    const deleted = openIssue(github.world, olga(), repository, { title: "Spam" });
    deleteIssue(github.world, olga(), deleted);
    const maria = personOf(github, "maria");
    expect((await maria(`GET ${repo}/issues/${hidden.number}`)).status).toBe(404);
    expect((await maria(`GET ${repo}/issues/${deleted.number}`)).status).toBe(410);
  });
});
