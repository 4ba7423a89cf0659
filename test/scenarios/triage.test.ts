import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createLabel,
  createMilestone,
  createProject,
  openIssue,
  type Discussion,
  type Issue,
  type ProjectV2,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { botIssues, command, commandInIssue, labelsOf, request } from "../helpers/request-world.ts";

let desk: Desk;
let idea: Discussion;
let issue: Issue;
let board: ProjectV2;
beforeAll(async () => {
  desk = await openDesk();
  const { world } = desk.github;
  const mia = desk.person("mia");
  const { repository } = desk;
  if (repository.owner.__typename !== "Organization") throw new Error("no organization");
  board = createProject(world, mia, repository.owner, {
    title: "Roadmap",
    fields: [
      { name: "Priority", dataType: "SINGLE_SELECT", options: ["P0", "P1", "P2"] },
      { name: "Estimate", dataType: "NUMBER" },
    ],
  });
  board.public = true;
  createLabel(world, mia, repository, { name: "area/docs" });
  createLabel(world, mia, repository, { name: "area: agent" });
  createMilestone(world, mia, repository, { title: "v2.3" });
  idea = await request(desk, "Plan me");
  await command(desk, idea, "/accept");
  const [made] = botIssues(desk);
  if (!made) throw new Error("There is no issue");
  issue = made;
});
afterAll(() => desk.close());

/** Boards, and making milestones, are for people with write rights. */
function whoMay(line: string): string {
  return /^\/(?:project|status|priority)\b|due:/.test(line) ? "mia" : "hana";
}

/** What the board shows of the issue, options by their names. */
function values(): Record<string, unknown> {
  const item = board.items.find(({ content }) => content === issue);
  return Object.fromEntries(
    board.fields.flatMap((field) => {
      const value = item?.values.get(field.id);
      if (!value) return [];
      const option = "options" in field ? field.options.find(({ id }) => id === value.singleSelectOptionId) : undefined;
      return [[field.name, option?.name ?? value.number]];
    }),
  );
}

describe("in the issue of a request", () => {
  it.each<[string, () => unknown, unknown]>([
    ["/milestone V2.3", () => issue.milestone?.title, "v2.3"],
    ["/milestone none", () => issue.milestone, null],
    ['/milestone "Next year" due:2031-01-01', () => issue.milestone?.title, "Next year"],
    ['/label area/docs "area: agent"', () => labelsOf(issue), ["area/docs", "area: agent"]],
    ["/remove-label area/docs, “area: agent”", () => labelsOf(issue), []],
    ['/label "area/docs",“area: agent”', () => labelsOf(issue), ["area/docs", "area: agent"]],
    ["/remove-label AREA/DOCS", () => labelsOf(issue), ["area: agent"]],
    ["/assign", () => issue.assignees.map(({ login }) => login), ["hana"]],
    ["/assign @mia", () => issue.assignees.map(({ login }) => login), ["hana", "mia"]],
    ["/unassign @hana", () => issue.assignees.map(({ login }) => login), ["mia"]],
    ["/project roadmap", () => board.items.length, 1],
    ["/status in-progress", () => values()["Status"], "In Progress"],
    ["/status none", () => values()["Status"], undefined],
    ["/priority p1", () => [labelsOf(issue), values()["Priority"]], [["area: agent", "p1"], "P1"]],
    ["/priority P2", () => [labelsOf(issue), values()["Priority"]], [["area: agent", "p2"], "P2"]],
    ["/priority none", () => [labelsOf(issue), values()["Priority"]], [["area: agent"], undefined]],
    ["/project estimate:5 status:done", values, { Status: "Done", Estimate: 5 }],
    ["/project none", () => board.items.length, 0],
    ["/project roadmap status:todo", values, { Status: "Todo" }],
    ["/project Roadmap NONE", () => board.items.length, 0],
    ["/project 1 estimate:5", values, { Estimate: 5 }],
  ])("%s", async (line, look, wanted) => {
    const { reactions, replies } = await commandInIssue(desk, issue, line, whoMay(line));
    expect(replies).toEqual([]);
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(look()).toEqual(wanted);
  });

  it.each([
    ["/milestone v9.9 due:2020-01-01", "2020-01-01 is over"],
    ["/milestone", 'There are, the nearest first: "v2.3", "Next year"'],
    ["/label area/dogs", 'the nearest first: "area/docs"'],
    ["/label", "Name a label"],
    [
      "/remove-label area/docs",
      'There is no label on this issue called "area/docs". There is, the nearest first: "area: agent"',
    ],
    ["/assign @nobody-here", 'There is no person who may be assigned here called "nobody'],
    ["/unassign @sam", "sam is not assigned to issue"],
    ["/status doing", '"Todo", "In Progress"'],
    ["/project status:doing", 'There is no option of "Status" called "doing"'],
    ["/project colour:red", 'There is no field in the project "Roadmap" called "colour"'],
    ["/project Roadmop status:done", 'There is no project "Roadmop"'],
    ["/project Roadmap none status:done", "or leave the fields out"],
    ["/project Roadmop none", 'There is no project "Roadmop"'],
    ["/project none none", 'There is no project "none"'],
    ["/project", 'Say what to set: `/project "<board>" <field>:<value>`'],
    ["/priority p7", 'There is no option of "Priority" called "p7"'],
  ])("%s is refused with what is valid", async (line, why) => {
    const { reactions, replies } = await commandInIssue(desk, issue, line, whoMay(line));
    expect(replies).toEqual([expect.stringContaining(why)]);
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
  });

  it("says that an issue is not on a board from which it is to be taken", async () => {
    const mia = desk.person("mia");
    const { repository } = desk;
    if (repository.owner.__typename !== "Organization") throw new Error("no organization");
    createProject(desk.github.world, mia, repository.owner, { title: "Next year" }).public = true;
    expect((await commandInIssue(desk, issue, '/project "Next year" none', "mia")).replies).toEqual([
      expect.stringContaining(`Issue ${issue.number} is not on the board "Next year".`),
    ]);
  });

  it.each([
    ["/project Roadmap", "`/project` is for people with write rights."],
    ["/status done", "`/status` is for people with write rights."],
    ['/milestone "Of a helper" due:2031-01-01', "making one is for people with write rights"],
    ["/milestone Anything", "People with write rights make a new one"],
    ["/priority urgent", 'There is no priority "urgent"'],
  ])("%s takes more than triage rights", async (line, why) => {
    const { replies, reactions } = await commandInIssue(desk, issue, line, "hana");
    expect(replies).toEqual([expect.stringContaining(why)]);
    expect(reactions.at(-1)).toBe("CONFUSED");
    expect(desk.repository.milestones.map(({ title }) => title)).not.toContain("Of a helper");
  });

  it("a helper's /priority is a label, and leaves the board to people with write rights", async () => {
    await commandInIssue(desk, issue, "/project Roadmap", "mia");
    await commandInIssue(desk, issue, "/priority p0", "mia");
    expect((await commandInIssue(desk, issue, "/priority p1", "hana")).reactions).toEqual(["EYES", "ROCKET"]);
    expect([labelsOf(issue), values()["Priority"]]).toEqual([["area: agent", "p1"], "P0"]);
    await commandInIssue(desk, issue, "/priority none", "mia");
    await commandInIssue(desk, issue, "/project Roadmap none", "mia");
  });

  it("is for helpers", async () => {
    expect((await commandInIssue(desk, issue, "/label area/docs", "sam")).replies).toEqual([
      expect.stringContaining("`/label` is for people with triage rights."),
    ]);
  });
});

it("works in the thread of the request just so", async () => {
  expect((await command(desk, idea, "/label area/docs", "hana")).reactions).toEqual(["EYES", "ROCKET"]);
  expect(labelsOf(issue)).toContain("area/docs");
  const other = await request(desk, "Not accepted yet");
  expect((await command(desk, other, "/label area/docs", "hana")).replies).toEqual([
    expect.stringContaining("this discussion has none"),
  ]);
});

it("in other issues is left to other bots, unless the config says otherwise", async () => {
  const other = openIssue(desk.github.world, desk.person("sam"), desk.repository, { title: "A bug" });
  expect(await commandInIssue(desk, other, "/label area/docs")).toEqual({ reactions: [], replies: [] });
  await desk.push({ ".github/frontdesk.yml": "feature-requests:\n  triage-any-issue: true\n" });
  await desk.settle();
  expect((await commandInIssue(desk, other, "/label area/docs")).reactions).toEqual(["EYES", "ROCKET"]);
  expect(labelsOf(other)).toEqual(["area/docs"]);
  expect(await desk.givenUp()).toBe(0);
});

it("is shown by /help where it works, and nowhere else", async () => {
  const question = desk.ask("How do I triage?", "Please tell.", "ann", "q-a");
  expect((await command(desk, idea, "/help", "hana")).replies[0]).toContain("`/label <name> …`");
  expect((await command(desk, question, "/help", "hana")).replies[0]).not.toContain("/label");
});
