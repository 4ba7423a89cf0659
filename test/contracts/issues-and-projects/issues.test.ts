import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeIssue,
  convertToDiscussion,
  createMilestone,
  createRepository,
  deleteIssue,
  openIssue,
  reopenIssue,
  setArchived,
  transferIssue,
  type Issue,
  type IssueType,
  type Organization,
  type Repository,
} from "local-github-server/world";
import { GoneError } from "../../../src/core/errors.ts";
import { marker } from "../../../src/text/marker.ts";
import { aGitHubWorld, startGitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
let acme: Organization;
beforeAll(async () => {
  world = await startGitHubWorld();
  const found = world.local.world.findOrganization("acme");
  if (!found) throw new Error("There is no acme");
  acme = found;
  const stamp = world.local.world.stamp("IssueType");
  acme.issueTypes.push(
    world.local.world.register<IssueType>({ ...stamp, organization: acme, name: "Feature", description: null }),
  );
});
afterAll(() => world[Symbol.asyncDispose]());

function opened(there: Repository, title = "Dark mode"): Issue {
  return openIssue(world.local.world, world.people.ann, there, { title });
}

describe("createIssue", () => {
  it("opens an issue with all its parts, in one request", async () => {
    const { there, ref } = await world.repository("whole");
    createMilestone(world.local.world, world.people.max, there, { title: "v2.3", dueOn: "2026-12-15T12:00:00Z" });
    const { reads, writes } = world.github;
    await reads.labels(ref);
    world.local.ledger.clear();
    const made = await writes.createIssue(ref, {
      title: "Dark mode",
      body: "Löst \u{1F680}\r\n",
      labels: ["accepted"],
      milestone: 1,
      assignees: ["max"],
      type: "Feature",
    });
    expect(world.local.ledger.list()).toHaveLength(1);
    const [issue] = there.issues;
    expect(made).toEqual({
      id: issue?.id,
      number: 1,
      url: `${world.local.url}/acme/whole/issues/1`,
      notSet: [],
    });
    expect(issue?.issueType?.name).toBe("Feature");
    expect(await reads.findTrackedIssue(ref, 1)).toEqual({
      id: made.id,
      repository: "acme/whole",
      isPublic: true,
      number: 1,
      title: "Dark mode",
      body: "Löst \u{1F680}\r\n",
      url: made.url,
      isOurs: true,
      labels: ["accepted"],
      milestone: { number: 1, title: "v2.3", isOpen: true, due: "2026-12-15" },
      assignees: ["max"],
      items: [],
      subIssues: [],
    });
  });

  it("says what was dropped: types where the organization has no such", async () => {
    const { ref } = await world.repository("dropped");
    const made = await world.github.writes.createIssue(ref, { title: "Dark mode", body: "", type: "Epic" });
    expect(made.notSet).toEqual([{ part: "type", value: "Epic" }]);
  });

  it.each([
    ["a title of 257 characters", { title: "t".repeat(257), body: "" }, "invalid"],
    ["a body of 65,537 characters", { title: "Long", body: "b".repeat(65_537) }, "invalid"],
    ["an empty title", { title: " ", body: "" }, "invalid"],
    ["a milestone that is none", { title: "No", body: "", milestone: 99 }, "invalid"],
    ["somebody who may not be assigned", { title: "No", body: "", assignees: ["nobody"] }, "invalid"],
    [
      "101 labels",
      { title: "No", body: "", labels: Array.from({ length: 101 }, (_, index) => `l${index}`) },
      "invalid",
    ],
  ] as const)("is refused with %s, and nothing is left behind", async (_case, draft, reason) => {
    const { there, ref } = await world.repository(`refused-${_case.replaceAll(/\W/gu, "-")}`);
    const opening = world.github.writes.createIssue(ref, draft);
    await expect(opening).rejects.toMatchObject({ name: "RefusedError", reason });
    expect(there.issues).toEqual([]);
  });

  it("says why it is refused: issues switched off, the repository archived", async () => {
    const { there, ref } = await world.repository("off");
    const draft = { title: "Dark mode", body: "" };
    there.hasIssuesEnabled = false;
    await expect(world.github.writes.createIssue(ref, draft)).rejects.toMatchObject({
      name: "RefusedError",
      reason: "issues-disabled",
      message: expect.stringContaining("Issues are disabled for this repo"),
    });
    there.hasIssuesEnabled = true;
    setArchived(world.local.world, world.people.olga, there, true);
    await expect(world.github.writes.createIssue(ref, draft)).rejects.toMatchObject({ reason: "archived" });
  });

  it("says which permission is missing", async () => {
    const poor = await aGitHubWorld({
      app: { permissions: { metadata: "read", discussions: "write", issues: "read" } },
    });
    const { ref } = await poor.repository("widgets");
    await expect(poor.github.writes.createIssue(ref, { title: "Dark mode", body: "" })).rejects.toMatchObject({
      name: "RefusedError",
      reason: "permission",
      message: expect.stringContaining('"issues: write"'),
    });
  });
});

describe("findIssueMadeFor", () => {
  it("finds what was made though the answer was lost, and nobody else's", async () => {
    const { there, ref } = await world.repository("lost");
    const { reads, writes } = world.github;
    const mark = marker("issue", "acme/lost#12");
    const isMeant = (body: string) => body.includes(mark);
    openIssue(world.local.world, world.people.ann, there, { title: "Copied", body: mark });
    expect(await reads.findIssueMadeFor(ref, isMeant)).toBeUndefined();
    const on = "POST /repos/{owner}/{repo}/issues";
    world.local.faults.add({ on, kind: "status", status: 502, when: "after", times: 1 });
    await expect(writes.createIssue(ref, { title: "Dark mode", body: `Text\n\n${mark}` })).rejects.toThrow(
      "is unknown",
    );
    opened(there, "Another");
    world.local.ledger.clear();
    expect(await reads.findIssueMadeFor(ref, isMeant)).toMatchObject({ number: 2, title: "Dark mode", isOurs: true });
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(2);
  });
});

describe("editIssue", () => {
  it("changes text, parts and state together, and people each with a request", async () => {
    const { there, ref } = await world.repository("edited");
    createMilestone(world.local.world, world.people.max, there, { title: "v2.3" });
    const issue = opened(there);
    const { writes } = world.github;
    world.local.ledger.clear();
    const change = { title: "Dark theme", body: "New", milestone: 1, type: "Feature", assign: ["hana", "max"] };
    const edited = await writes.editIssue(ref, issue.number, { ...change, state: "not-planned" });
    expect(edited).toEqual({ notSet: [] });
    expect(world.local.ledger.list()).toHaveLength(2);
    expect(issue).toMatchObject({ title: "Dark theme", body: "New", stateReason: "NOT_PLANNED", closed: true });
    expect([issue.milestone?.title, issue.issueType?.name]).toEqual(["v2.3", "Feature"]);
    await writes.editIssue(ref, issue.number, { milestone: null, type: null, unassign: ["hana"] });
    expect(issue).toMatchObject({ milestone: null, issueType: null, title: "Dark theme", closed: true });
    expect(issue.assignees.map(({ login }) => login)).toEqual(["max"]);
  });

  it.each([
    ["completed", "COMPLETED"],
    ["not-planned", "NOT_PLANNED"],
    ["duplicate", "DUPLICATE"],
  ] as const)("closes as %s and opens again, each as often as one likes", async (state, stateReason) => {
    const { there, ref } = await world.repository(`state-${state}`);
    const issue = opened(there);
    const { reads, writes } = world.github;
    for (const _time of [1, 2]) await writes.editIssue(ref, issue.number, { state });
    expect(issue).toMatchObject({ closed: true, stateReason });
    expect(await reads.findTrackedIssue(ref, issue.number)).toMatchObject({
      closed: state,
      closedAt: expect.any(Date),
    });
    for (const _time of [1, 2]) await writes.editIssue(ref, issue.number, { state: "open" });
    expect(await reads.findTrackedIssue(ref, issue.number)).not.toHaveProperty("closed");
  });

  it("says who could not be assigned", async () => {
    const { there, ref } = await world.repository("assigned");
    const issue = opened(there);
    const edited = await world.github.writes.editIssue(ref, issue.number, { assign: ["MAX", "ann", "nobody"] });
    expect(edited.notSet).toEqual([
      { part: "assignee", value: "ann" },
      { part: "assignee", value: "nobody" },
    ]);
    expect(issue.assignees.map(({ login }) => login)).toEqual(["max"]);
  });

  it("does not follow an issue that was transferred: it is gone here", async () => {
    const { there, ref } = await world.repository("left");
    const { there: elsewhere } = await world.repository("arrived");
    const issue = opened(there);
    const moved = transferIssue(world.local.world, world.people.olga, issue, elsewhere);
    const editing = world.github.writes.editIssue(ref, issue.number, { title: "Mine" });
    await expect(editing).rejects.toBeInstanceOf(GoneError);
    expect(moved.title).toBe("Dark mode");
    await expect(world.github.writes.editIssue(ref, 99, { title: "x" })).rejects.toBeInstanceOf(GoneError);
  });
});

describe("findTrackedIssue", () => {
  it("finds an issue where it was transferred to", async () => {
    const { there, ref } = await world.repository("from");
    const { there: to } = await world.repository("to");
    opened(to, "First");
    const issue = opened(there);
    transferIssue(world.local.world, world.people.olga, issue, to);
    world.local.ledger.clear();
    expect(await world.github.reads.findTrackedIssue(ref, issue.number)).toMatchObject({
      repository: "acme/to",
      isPublic: true,
      number: 2,
      title: "Dark mode",
    });
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(2);
    to.isPrivate = true;
    expect(await world.github.reads.findTrackedIssue(ref, issue.number)).toMatchObject({ isPublic: false });
  });

  it("finds none that is deleted, out of sight or a number never given", async () => {
    const { there, ref } = await world.repository("none");
    const deleted = opened(there);
    deleteIssue(world.local.world, world.people.olga, deleted);
    const hidden = opened(there);
    const vault = createRepository(world.local.world, world.people.olga, "vault", { isPrivate: true });
    transferIssue(world.local.world, world.people.olga, hidden, vault);
    const { reads } = world.github;
    for (const number of [deleted.number, hidden.number, 99]) {
      expect(await reads.findTrackedIssue(ref, number)).toBeUndefined();
    }
  });

  it("tells that an issue became a discussion", async () => {
    const { there, ref } = await world.repository("converted");
    const issue = opened(there);
    const [category] = there.discussionCategories;
    if (!category) throw new Error("no categories");
    const { number } = convertToDiscussion(world.local.world, world.people.max, issue, category);
    const found = await world.github.reads.findTrackedIssue(ref, issue.number);
    expect(found).toMatchObject({ convertedTo: number, closedAt: expect.any(Date) });
  });

  it("is one point, whatever there is to read", async () => {
    const { there, ref } = await world.repository("cost");
    const issue = opened(there);
    closeIssue(world.local.world, world.people.ann, issue);
    reopenIssue(world.local.world, world.people.ann, issue);
    world.local.ledger.clear();
    expect(await world.github.reads.findTrackedIssue(ref, issue.number)).not.toHaveProperty("closed");
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(1);
  });
});

describe("addSubIssue", () => {
  it("makes one issue a part of another, once, and says that GitHub refuses a second parent", async () => {
    const { there, ref } = await world.repository("parts");
    const [epic, part, other] = [opened(there, "Epic"), opened(there, "Part"), opened(there, "Other")];
    const { reads, writes } = world.github;
    await writes.addSubIssue(ref, epic.id, part.id);
    await writes.addSubIssue(ref, epic.id, part.id);
    expect(await reads.findTrackedIssue(ref, epic.number)).toMatchObject({ subIssues: [part.number] });
    await expect(writes.addSubIssue(ref, other.id, part.id)).rejects.toMatchObject({
      name: "RefusedError",
      reason: "invalid",
      message: expect.stringContaining("Sub issue may only have one parent"),
    });
  });
});

describe("people and types", () => {
  it("are asked by name", async () => {
    const { ref } = await world.repository("asked");
    const { reads } = world.github;
    expect(await reads.mayBeAssigned(ref, "HANA")).toBe(true);
    expect(await reads.mayBeAssigned(ref, "ann")).toBe(false);
    expect(await reads.mayBeAssigned(ref, "nobody")).toBe(false);
    expect(await reads.issueTypes(ref)).toEqual(["Feature"]);
  });

  it("of a person's repository: no types", async () => {
    const own = createRepository(world.local.world, world.people.ann, "own");
    const ref = { ...(await world.repository("any")).ref, id: own.databaseId, owner: "ann", name: "own" };
    expect(await world.github.reads.issueTypes(ref)).toEqual([]);
  });
});
