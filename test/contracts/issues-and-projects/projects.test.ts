import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addItem,
  createProject,
  createRepository,
  installApp,
  openIssue,
  type Organization,
  type ProjectV2,
} from "local-github-server/world";
import { RefusedError } from "../../../src/core/errors.ts";
import type { FieldValue } from "../../../src/core/project.ts";
import { aGitHubWorld, startGitHubWorld, type GitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
let roadmap: ProjectV2;
beforeAll(async () => {
  world = await startGitHubWorld();
  roadmap = aRoadmap(world);
  const old = createProject(world.local.world, world.people.olga, acme(world), { title: "Last year" });
  old.closed = true;
});
afterAll(() => world[Symbol.asyncDispose]());

function acme({ local }: GitHubWorld): Organization {
  const found = local.world.findOrganization("acme");
  if (!found) throw new Error("There is no acme");
  return found;
}

function aRoadmap(it: GitHubWorld): ProjectV2 {
  return createProject(it.local.world, it.people.olga, acme(it), {
    title: "Roadmap",
    fields: [
      { name: "Priority", dataType: "SINGLE_SELECT", options: ["P1", "P2"] },
      { name: "Estimate", dataType: "NUMBER" },
      { name: "Target date", dataType: "DATE" },
      { name: "Team", dataType: "TEXT" },
      {
        name: "Sprint",
        dataType: "ITERATION",
        iterations: [{ title: "Sprint 7", startDate: "2026-12-07", duration: 14 }],
      },
    ],
  });
}

async function anIssue(name: string, it: GitHubWorld = world) {
  const { there, ref } = await it.repository(name);
  return { ref, issue: openIssue(it.local.world, it.people.ann, there, { title: "Dark mode" }) };
}

/** A field of the roadmap with its first option or iteration. */
async function field(name: string) {
  const { ref } = await world.repository(`field-${name.replaceAll(" ", "-")}`);
  const found = await world.github.reads.projects(ref);
  const [project] = found.owner === "organization" ? found.projects : [];
  const it = project?.fields.find((each) => each.name === name);
  if (!project || !it) throw new Error(`The roadmap has no ${name}`);
  const first = it.type === "single-select" ? it.options[0] : it.type === "iteration" ? it.iterations[0] : undefined;
  return { project: project.id, id: it.id, first: first?.id ?? "" };
}

describe("projects", () => {
  it("are the open ones of the organization, with the fields that can be set", async () => {
    const { ref } = await world.repository("seen");
    const someId = expect.any(String);
    world.local.ledger.clear();
    expect(await world.github.reads.projects(ref)).toEqual({
      owner: "organization",
      projects: [
        {
          id: roadmap.id,
          number: 1,
          title: "Roadmap",
          url: `${world.local.url}/orgs/acme/projects/1`,
          isShown: false,
          fields: [
            {
              id: someId,
              name: "Status",
              type: "single-select",
              options: ["Todo", "In Progress", "Done"].map((name) => ({ id: someId, name })),
            },
            {
              id: someId,
              name: "Priority",
              type: "single-select",
              options: ["P1", "P2"].map((name) => ({ id: someId, name })),
            },
            { id: someId, name: "Estimate", type: "number" },
            { id: someId, name: "Target date", type: "date" },
            { id: someId, name: "Team", type: "text" },
            {
              id: someId,
              name: "Sprint",
              type: "iteration",
              iterations: [{ id: someId, title: "Sprint 7", start: "2026-12-07", days: 14 }],
            },
          ],
        },
      ],
    });
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(1);
  });

  it("of a person are told to be hidden, not to be none", async () => {
    const { local, people, github } = world;
    const [app] = local.world.all("App");
    if (!app) throw new Error("There is no app");
    const own = createRepository(local.world, people.hana, "own");
    const { databaseId: installation } = installApp(local.world, people.hana, app, people.hana);
    const ref = { id: own.databaseId, owner: "hana", name: "own", installation };
    expect(await github.reads.projects(ref)).toEqual({ owner: "user" });
  });
});

describe("addToProject", () => {
  it("puts an issue on a board once, and answers with the same item", async () => {
    const { ref, issue } = await anIssue("added");
    const { writes } = world.github;
    const item = await writes.addToProject(ref, roadmap.id, issue.id);
    expect(await writes.addToProject(ref, roadmap.id, issue.id)).toBe(item);
    expect(roadmap.items.filter(({ content }) => content === issue)).toMatchObject([{ id: item }]);
  });

  it("reads the item where GitHub refuses, for it is there already", async () => {
    const { ref, issue } = await anIssue("there");
    const { writes } = world.github;
    const item = await writes.addToProject(ref, roadmap.id, issue.id);
    world.local.faults.add({
      on: "addProjectV2ItemById",
      kind: "refused",
      error: "contentInProject",
      when: "before",
      times: 1,
    });
    expect(await writes.addToProject(ref, roadmap.id, issue.id)).toBe(item);
  });

  it("finds the item it made when the answer was lost", async () => {
    const { ref, issue } = await anIssue("lost");
    const { writes } = world.github;
    world.local.faults.add({ on: "addProjectV2ItemById", kind: "status", status: 502, when: "after", times: 1 });
    await expect(writes.addToProject(ref, roadmap.id, issue.id)).rejects.toThrow("is unknown");
    const item = await writes.addToProject(ref, roadmap.id, issue.id);
    expect(roadmap.items.filter(({ content }) => content === issue)).toMatchObject([{ id: item }]);
  });
});

describe("removeFromProject", () => {
  it("takes an issue off a board once, and leaves the issue", async () => {
    const { ref, issue } = await anIssue("removed");
    const { reads, writes } = world.github;
    const item = await writes.addToProject(ref, roadmap.id, issue.id);
    await writes.removeFromProject(ref, roadmap.id, item);
    await writes.removeFromProject(ref, roadmap.id, item);
    expect(roadmap.items.filter(({ content }) => content === issue)).toEqual([]);
    expect(await reads.findTrackedIssue(ref, issue.number)).toMatchObject({ title: "Dark mode", items: [] });
    expect(await writes.addToProject(ref, roadmap.id, issue.id)).not.toBe(item);
  });
});

describe("setProjectField", () => {
  it.each<[string, (first: string) => FieldValue, string]>([
    ["Status", (option) => ({ type: "single-select", option }), "Todo"],
    ["Estimate", () => ({ type: "number", number: 2.5 }), "2.5"],
    ["Target date", () => ({ type: "date", date: "2026-12-15" }), "2026-12-15"],
    ["Team", () => ({ type: "text", text: "Core" }), "Core"],
    ["Sprint", (iteration) => ({ type: "iteration", iteration }), "Sprint 7"],
  ])("sets %s by its type, and empties it again", async (name, valueOf, shown) => {
    const { project, id, first } = await field(name);
    const { ref, issue } = await anIssue(`set-${name.replaceAll(" ", "-")}`);
    const { reads, writes } = world.github;
    const item = await writes.addToProject(ref, project, issue.id);
    const value = valueOf(first);
    await writes.setProjectField(ref, project, item, id, value);
    await writes.setProjectField(ref, project, item, id, value);
    const place = { id: item, project: { id: project, number: 1, title: "Roadmap" } };
    expect(await reads.findTrackedIssue(ref, issue.number)).toMatchObject({
      items: [{ ...place, values: [{ field: { id, name }, shown, value }] }],
    });
    await writes.clearProjectField(ref, project, item, id);
    await writes.clearProjectField(ref, project, item, id);
    expect(await reads.findTrackedIssue(ref, issue.number)).toMatchObject({ items: [{ ...place, values: [] }] });
  });

  it.each<[string, string, FieldValue]>([
    ["an option that is none", "Status", { type: "single-select", option: "00000000" }],
    ["an iteration that is none", "Sprint", { type: "iteration", iteration: "00000000" }],
    ["a value of another type", "Estimate", { type: "text", text: "five" }],
  ])("says that GitHub refuses %s", async (_case, name, value) => {
    const { project, id } = await field(name);
    const { ref, issue } = await anIssue(`refused-${name}`);
    const item = await world.github.writes.addToProject(ref, project, issue.id);
    const setting = world.github.writes.setProjectField(ref, project, item, id, value);
    await expect(setting).rejects.toMatchObject({ name: "RefusedError", reason: "invalid" });
  });
});

describe("without the permission for projects", () => {
  it("boards are neither seen nor written, and the rest of an issue is read", async () => {
    const poor = await aGitHubWorld({
      app: { permissions: { metadata: "read", discussions: "write", issues: "write" } },
    });
    const board = aRoadmap(poor);
    const { ref, issue } = await anIssue("widgets", poor);
    expect(await poor.github.reads.projects(ref)).toEqual({ owner: "organization", projects: [] });
    poor.local.faults.add({
      on: "Projects",
      kind: "refused",
      error: "notAccessibleByIntegration",
      when: "before",
      times: 1,
    });
    expect(await poor.github.reads.projects(ref)).toEqual({ owner: "organization", projects: [] });
    const error = await poor.github.writes.addToProject(ref, board.id, issue.id).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      reason: "permission",
      message: expect.stringContaining('"organization_projects: write"'),
    });
    const { id: item } = addItem(poor.local.world, poor.people.olga, board, issue);
    const removing = poor.github.writes.removeFromProject(ref, board.id, item);
    await expect(removing).rejects.toMatchObject({ name: "RefusedError", reason: "permission" });
    expect(await poor.github.reads.findTrackedIssue(ref, issue.number)).toMatchObject({
      title: "Dark mode",
      items: [],
    });
  });
});
