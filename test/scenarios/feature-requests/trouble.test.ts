import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createLabel,
  createProject,
  createRepository,
  deleteDiscussion,
  lock,
  transferDiscussion,
  type ProjectV2,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
let board: ProjectV2;
beforeAll(async () => {
  desk = await openDesk({ files: { ".github/frontdesk.yml": "feature-requests:\n  sub-issues: true\n" } });
  const { repository } = desk;
  if (repository.owner.__typename !== "Organization") throw new Error("no organization");
  board = createProject(desk.github.world, desk.person("mia"), repository.owner, { title: "Roadmap" });
  createLabel(desk.github.world, desk.person("mia"), repository, { name: "area/docs" });
});
afterAll(() => desk.close());

const everything = (milestone: string) =>
  `/accept milestone:"${milestone}" due:2031-12-15 label:area/docs assignee:@hana project:Roadmap status:todo\n- One part`;

/** All that an accepted request should have, once. */
function expectAll(title: string, milestone: string): void {
  const made = botIssues(desk).filter((it) => it.title === title);
  expect(made).toHaveLength(1);
  const [issue] = made;
  expect(issue?.milestone?.title).toBe(milestone);
  expect(issue?.assignees.map(({ login }) => login)).toEqual(["hana"]);
  expect(issue?.subIssues.map((it) => it.title)).toEqual(["One part"]);
  expect(board.items.filter(({ content }) => content === issue).map(({ values }) => values.size)).toEqual([1]);
  expect(desk.repository.milestones.filter((it) => it.title === milestone)).toHaveLength(1);
}

/** Operations that an `/accept` with everything set takes, in their order. */
const operations = [
  "POST /repos/acme/widgets/milestones",
  "POST /repos/acme/widgets/issues",
  "NewestIssues",
  "AddToProject",
  "SetProjectField",
  "AddSubIssue",
  "FindTrackedIssue",
  "AddLabels",
  "AddComment",
];

describe("one failure in the middle of /accept leaves all done and nothing twice:", () => {
  it.each(
    operations.flatMap((on) => [
      [on, "502 after the work", { kind: "status", status: 502, when: "after" }] as const,
      [on, "a reset before it", { kind: "reset", when: "before" }] as const,
    ]),
  )("%s, %s", async (on, what, fault) => {
    const title = `Whatever ${on}, ${what}`.replaceAll(/[^\w]+/gu, " ");
    const idea = await request(desk, title);
    desk.github.faults.add({ on, times: 1, ...fault });
    await command(desk, idea, everything(title));
    expectAll(title, title);
    expect(botText(desk, idea)).toContain("**Accepted**");
    expect(labelsOf(idea)).toEqual(["accepted"]);
  });
});

describe("what GitHub refuses is told, and nothing is half done:", () => {
  it("issues that are switched off", async () => {
    const idea = await request(desk, "No issues here");
    Object.assign(desk.repository, { hasIssuesEnabled: false });
    const { reactions, replies } = await command(desk, idea, "/accept");
    expect(replies).toEqual([expect.stringContaining("Issues are switched off in this repository")]);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
    expect(labelsOf(idea)).toEqual(["complete"]);
    Object.assign(desk.repository, { hasIssuesEnabled: true });
    await command(desk, idea, "/accept");
    expect(botIssues(desk).filter((it) => it.title === "No issues here")).toHaveLength(1);
    expect(labelsOf(idea)).toEqual(["accepted"]);
  });

  it("a right that is missing", async () => {
    const idea = await request(desk, "Not allowed");
    const [installation] = desk.github.world.all("Installation");
    if (!installation) throw new Error("nothing is installed");
    const { permissions } = installation;
    const allow = (issues: "read" | "write") => {
      installation.permissions = { ...permissions, issues };
    };
    // A token keeps the rights it was made with.
    await desk.restart(() => allow("read"));
    expect((await command(desk, idea, "/accept")).replies).toEqual([expect.stringContaining("the app lacks a right")]);
    expect(labelsOf(idea)).toEqual(["complete"]);
    await desk.restart(() => allow("write"));
    await command(desk, idea, "/accept");
    expect(labelsOf(idea)).toEqual(["accepted"]);
  });

  it.each([
    ["a board that may not be changed", true, "- Status Todo in project Roadmap"],
    ["a private one, without its names", false, "- a field in a project that not everybody here may see"],
  ])("%s: the rest is done, and the thread says what is not", async (_, isPublic, said) => {
    board.public = isPublic;
    const idea = await request(desk, `Off the board, which is ${isPublic ? "public" : "private"}`);
    desk.github.faults.add({
      on: "SetProjectField",
      kind: "refused",
      error: "notAccessibleByIntegration",
      when: "before",
      times: 1,
    });
    await command(desk, idea, "/accept project:Roadmap status:todo");
    expect(botText(desk, idea)).toContain("What I was asked to set and could not:");
    expect(botText(desk, idea)).toContain(said);
    expect(labelsOf(idea)).toEqual(["accepted"]);
  });
});

describe("a request that is not what it was when the command is read", () => {
  it("deleted, or moved to another repository: nothing is made", async () => {
    const { world } = desk.github;
    const mia = desk.person("mia");
    const other = createRepository(world, desk.repository.owner, "gadgets", { collaborators: { mia: "admin" } });
    const before = botIssues(desk).length;
    for (const leave of [
      (it: Awaited<ReturnType<typeof request>>) => deleteDiscussion(world, mia, it),
      (it: Awaited<ReturnType<typeof request>>) => transferDiscussion(world, mia, it, other),
    ]) {
      const idea = await request(desk, "Here and gone");
      desk.comment(idea, "/accept", "mia");
      leave(idea);
      await desk.settle();
    }
    expect(botIssues(desk)).toHaveLength(before);
    expect(await desk.givenUp()).toBe(0);
  });

  it("locked: it is decided all the same, and nothing is said, since no app may speak there", async () => {
    const idea = await request(desk, "Locked in");
    lock(desk.github.world, desk.person("mia"), idea);
    await command(desk, idea, "/accept");
    expect(botIssues(desk).filter((it) => it.title === "Locked in")).toHaveLength(1);
    expect(labelsOf(idea)).toEqual(["accepted"]);
    expect(desk.botComments(idea)).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
  });
});
