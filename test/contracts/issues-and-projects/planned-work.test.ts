import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDraftIssue,
  addItem,
  assign,
  closeIssue,
  createMilestone,
  createProject,
  openIssue,
  reopenIssue,
  setFieldValue,
  type Issue,
  type ProjectV2,
} from "local-github-server/world";
import { aGitHubWorld, startGitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
let board: ProjectV2;
beforeAll(async () => {
  world = await startGitHubWorld();
  const { local, people } = world;
  const acme = local.world.findOrganization("acme");
  if (!acme) throw new Error("There is no acme");
  board = createProject(local.world, people.olga, acme, {
    title: "Roadmap",
    fields: [
      { name: "Estimate", dataType: "NUMBER" },
      {
        name: "Sprint",
        dataType: "ITERATION",
        iterations: [
          { title: "Sprint 1", startDate: "2020-03-02", duration: 14 },
          { title: "Sprint 2", startDate: "2099-03-02", duration: 14 },
        ],
      },
    ],
  });
});
afterAll(() => world[Symbol.asyncDispose]());

const estimates = () => ({ project: board.id, field: "Estimate" });

function put(issue: Issue, values: { readonly estimate?: number; readonly sprint?: number }): void {
  const { local, people } = world;
  const item = addItem(local.world, people.olga, board, issue);
  for (const field of board.fields) {
    if (field.name === "Estimate" && values.estimate !== undefined) {
      setFieldValue(local.world, people.olga, item, field, { number: values.estimate });
    }
    if (field.dataType === "ITERATION" && values.sprint !== undefined) {
      const iterationId = field.iterations[values.sprint]?.id ?? "";
      setFieldValue(local.world, people.olga, item, field, { iterationId });
    }
  }
}

/** A repository in which issues are opened and closed at times that are told. */
async function aRepository(name: string) {
  const { there, ref } = await world.repository(name);
  const { local, people } = world;
  const open = (title: string, more: Partial<Parameters<typeof openIssue>[3]> = {}) =>
    openIssue(local.world, people.olga, there, { title, ...more });
  const close = (issue: Issue, at: string, reason?: Parameters<typeof closeIssue>[3]) => {
    closeIssue(local.world, people.olga, issue, reason);
    issue.closedAt = at;
    issue.updatedAt = at;
    return issue;
  };
  return { there, ref, open, close };
}

describe("milestoneWork", () => {
  it("is the open issues of the milestone, with the estimates of that one board, for a point", async () => {
    const { there, ref, open, close } = await aRepository("planned");
    const { local, people, github } = world;
    const milestone = createMilestone(local.world, people.olga, there, { title: "v1" });
    const [big, negative, unsized] = ["Big", "Negative", "Unsized"].map((it) => open(it, { milestone }));
    if (!big || !negative || !unsized) throw new Error("no issues");
    open("Elsewhere");
    close(open("Done", { milestone }), "2026-03-01T00:00:00Z");
    put(big, { estimate: 2.5 });
    put(negative, { estimate: -1 });
    local.ledger.clear();
    const { isAll, issues } = await github.reads.milestoneWork(ref, milestone.number, estimates());
    expect(local.ledger.points({ kind: "graphql" })).toBe(1);
    expect(isAll).toBe(true);
    expect(issues.map(({ number, estimate }) => ({ number, estimate }))).toEqual([
      { number: big.number, estimate: 2.5 },
      { number: negative.number, estimate: undefined },
      { number: unsized.number, estimate: undefined },
    ]);
    const other = { project: "another board", field: "Estimate" };
    expect((await github.reads.milestoneWork(ref, milestone.number, other)).issues[0]).not.toHaveProperty("estimate");
    expect(await github.reads.milestoneWork(ref, 99)).toEqual({ issues: [], isAll: true });
  });

  it("reads five hundred, and says that there are more", async () => {
    const { there, ref, open } = await aRepository("full");
    const { local, people, github } = world;
    const milestone = createMilestone(local.world, people.olga, there, { title: "All" });
    for (let i = 0; i < 501; i++) open(`Issue ${i}`, { milestone });
    local.ledger.clear();
    const { isAll, issues } = await github.reads.milestoneWork(ref, milestone.number, estimates());
    expect([isAll, issues.length, local.ledger.points({ kind: "graphql" })]).toEqual([false, 500, 5]);
  });
});

describe("closedWork", () => {
  it("is what was closed since and is closed still, with why, and who opened it", async () => {
    const { ref, open, close } = await aRepository("closed");
    const { local, people, github } = world;
    const done = close(open("Done"), "2026-02-10T10:00:00Z");
    const stale = close(open("Stale"), "2026-02-11T10:00:00Z", "NOT_PLANNED");
    close(open("Before"), "2026-01-31T23:59:59Z").updatedAt = "2026-02-20T00:00:00Z";
    reopenIssue(local.world, people.olga, close(open("Reopened"), "2026-02-12T10:00:00Z"));
    const [robot] = local.world.all("Bot");
    if (!robot) throw new Error("There is no bot");
    const ours = close(open("Made by us"), "2026-02-13T10:00:00Z");
    ours.author = robot;
    const since = new Date("2026-02-01T00:00:00Z");
    const { issues, ...rest } = await github.reads.closedWork(ref, since, estimates());
    expect(rest).toEqual({ isAll: true, completeSince: since });
    expect(issues.map(({ number, closed, isByBot }) => ({ number, closed, isByBot }))).toEqual([
      { number: ours.number, closed: "completed", isByBot: false },
      { number: stale.number, closed: "not-planned", isByBot: false },
      { number: done.number, closed: "completed", isByBot: false },
    ]);
    expect(issues[2]?.closedAt).toEqual(new Date("2026-02-10T10:00:00Z"));
  });

  it("of more than five hundred is whole from a later day on, which it says", async () => {
    const { ref, open, close } = await aRepository("busy");
    const start = Date.parse("2026-02-01T00:00:00Z");
    for (let hour = 0; hour < 600; hour++) {
      const issue = close(open(`Issue ${hour}`), new Date(start + hour * 3_600_000).toISOString());
      // Every fourth was changed long after it was closed, so that it takes a place among those read.
      if (hour % 4 === 0) issue.updatedAt = new Date(start + 700 * 3_600_000).toISOString();
    }
    const { issues, isAll, completeSince } = await world.github.reads.closedWork(ref, new Date(start));
    expect(isAll).toBe(false);
    expect(completeSince.getTime()).toBeGreaterThan(start);
    const hours = (start + 599 * 3_600_000 - completeSince.getTime()) / 3_600_000;
    expect(issues).toHaveLength(Math.floor(hours) + 1);
  });
});

describe("assignedWork", () => {
  it("is the open issues of somebody here", async () => {
    const { ref, open, close } = await aRepository("assigned");
    const { local, people, github } = world;
    const [hers, done] = [open("Hers"), open("Done by her")];
    for (const it of [hers, done]) assign(local.world, people.olga, it, ["olga"]);
    close(done, "2026-03-01T00:00:00Z");
    open("Of nobody");
    put(hers, { estimate: 3 });
    expect((await github.reads.assignedWork(ref, "Olga", estimates())).issues).toMatchObject([
      { number: hers.number, estimate: 3 },
    ]);
  });

  it("counts without estimates where we may not read boards", async () => {
    const poor = await aGitHubWorld({
      app: { permissions: { metadata: "read", issues: "read" } },
    });
    const { local, people, github } = poor;
    const { there, ref } = await poor.repository("poor");
    const hers = openIssue(local.world, people.olga, there, { title: "Hers" });
    assign(local.world, people.olga, hers, ["olga"]);
    const acme = local.world.findOrganization("acme");
    if (!acme) throw new Error("There is no acme");
    const hidden = createProject(local.world, people.olga, acme, { title: "Roadmap" });
    addItem(local.world, people.olga, hidden, hers);
    local.ledger.clear();
    const { issues } = await github.reads.assignedWork(ref, "olga", { project: hidden.id, field: "Estimate" });
    expect(issues).toMatchObject([{ number: hers.number }]);
    expect(issues[0]).not.toHaveProperty("estimate");
    expect(local.ledger.points({ kind: "graphql" })).toBe(2);
  });
});

describe("boardWork", () => {
  it("is the issues in iterations, those that are over too", async () => {
    const { ref, open, close } = await aRepository("board");
    const { local, people, github } = world;
    put(close(open("Done"), "2026-03-01T00:00:00Z"), { sprint: 0, estimate: 2 });
    put(open("To do"), { sprint: 1 });
    put(open("In none"), {});
    addDraftIssue(local.world, people.olga, board, { title: "A note" });
    const fields = { iteration: "Sprint", estimate: "Estimate" };
    expect(await github.reads.boardWork(ref, board.id, fields)).toEqual({
      isAll: true,
      items: [
        {
          iteration: { id: expect.any(String), title: "Sprint 1", start: "2020-03-02", days: 14 },
          closed: "completed",
          estimate: 2,
        },
        { iteration: { id: expect.any(String), title: "Sprint 2", start: "2099-03-02", days: 14 } },
      ],
    });
  });
});
