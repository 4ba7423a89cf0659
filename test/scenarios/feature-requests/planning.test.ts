import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addItem,
  assign,
  closeIssue,
  createMilestone,
  createProject,
  createRepository,
  editIssue,
  openIssue,
  reopenIssue,
  setFieldValue,
  transferIssue,
  type Issue,
  type Milestone,
  type ProjectV2,
} from "local-github-server/world";
import { dayMs } from "../../../src/core/clock.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, commandInIssue, request } from "../../helpers/request-world.ts";

const startAt = new Date("2026-11-26T12:00:00Z");

let desk: Desk;
let board: ProjectV2;
let v23: Milestone;
let quarterOld: Issue[];

function anIssue(title: string, milestone?: Milestone): Issue {
  const more = milestone && { milestone };
  return openIssue(desk.github.world, desk.person("mia"), desk.repository, { title, ...more });
}

function put(issue: Issue, values: Readonly<Record<string, number | string>>): void {
  const { world } = desk.github;
  const mia = desk.person("mia");
  const item = addItem(world, mia, board, issue);
  for (const [name, value] of Object.entries(values)) {
    const field = board.fields.find((it) => it.name === name);
    if (!field) throw new Error(`The board has no ${name}`);
    const iteration = field.dataType === "ITERATION" ? field.iterations.find(({ title }) => title === value)?.id : "";
    setFieldValue(
      world,
      mia,
      item,
      field,
      typeof value === "number" ? { number: value } : { iterationId: iteration ?? "" },
    );
  }
}

beforeAll(async () => {
  desk = await openDesk({
    startAt,
    files: { ".github/frontdesk.yml": "feature-requests:\n  planning: { questions: on }\n" },
    before(world, repository) {
      const mia = world.findUser("mia");
      if (!mia || repository.owner.__typename !== "Organization") throw new Error("no organization");
      const iterations = [
        { title: "Sprint 1", startDate: "2026-10-12", duration: 14 },
        { title: "Sprint 2", startDate: "2026-10-26", duration: 14 },
        { title: "Sprint 4", startDate: "2026-11-23", duration: 14 },
        { title: "Sprint 5", startDate: "2026-12-07", duration: 14 },
      ];
      const fields = [
        { name: "Estimate", dataType: "NUMBER" },
        { name: "Sprint", dataType: "ITERATION", iterations },
      ] as const;
      board = createProject(world, mia, repository.owner, { title: "Roadmap", fields });
      board.public = true;
      v23 = createMilestone(world, mia, repository, { title: "v2.3", dueOn: "2026-12-15T12:00:00Z" });
      // Two a week, the last one two days ago.
      quarterOld = Array.from({ length: 26 }, (_, at) => {
        const issue = closeIssue(world, mia, openIssue(world, mia, repository, { title: `Done ${at}` }));
        const closedAt = new Date(startAt.getTime() - (at * 3.5 + 2) * dayMs).toISOString();
        return Object.assign(issue, { createdAt: "2025-01-01T00:00:00Z", closedAt, updatedAt: closedAt });
      });
    },
  });
});
afterAll(() => desk.close());

const issueOf = (title: string) => {
  const found = botIssues(desk).find((it) => it.title === title);
  if (!found) throw new Error(`There is no issue ${title}`);
  return found;
};

describe("/accept", () => {
  it("says nothing of the plan where nothing is planned", async () => {
    const idea = await request(desk, "Unplanned");
    await command(desk, idea, "/accept");
    expect(botText(desk, idea)).not.toContain("the plan");
    expect(issueOf("Unplanned").body).not.toContain("the plan");
  });

  it("tells in thread and issue when the milestone is through at the past pace", async () => {
    for (let i = 0; i < 3; i++) anIssue(`Planned ${i}`, v23);
    const idea = await request(desk, "Fits");
    const { replies } = await command(desk, idea, "/accept milestone:v2.3");
    expect(replies).toEqual([]);
    const said = [
      "- Milestone v2.3 (due 15 December 2026): 4 issues are open with this one.",
      "- Past pace: 2 issues a week in the last 13 weeks. If nothing else is done, the milestone is through around 10 December 2026",
    ];
    for (const it of said) {
      expect(botText(desk, idea)).toContain(it);
      expect(issueOf("Fits").body).toContain(it);
    }
    expect(botText(desk, idea)).toContain("What it means for the plan, as of 26 November 2026:");
    expect(botText(desk, idea)).not.toContain("Over capacity");
  });

  it("over capacity says so, and accepts; once more it is told anew, and in the issue not twice", async () => {
    for (let i = 0; i < 10; i++) assign(desk.github.world, desk.person("mia"), anIssue(`Of hana ${i}`), ["hana"]);
    for (let i = 3; i < 8; i++) anIssue(`Planned ${i}`, v23);
    const idea = await request(desk, "Too much");
    await command(desk, idea, "/accept milestone:v2.3 assignee:@hana");
    const text = botText(desk, idea);
    expect(text).toContain("**Accepted** by mia");
    expect(text).toContain("**Over capacity**, and accepted all the same.");
    expect(text).toContain("**That is after the due day.**");
    expect(text).toContain("hana: 11 issues are open here with this one. **That is more than 10");
    expect(text).not.toContain("@hana");
    const { body } = issueOf("Too much");
    editIssue(
      desk.github.world,
      desk.person("mia"),
      v23.repository.issues.find((it) => it.title === "Planned 7") ?? issueOf("Fits"),
      { milestone: null },
    );
    await desk.settle();
    await command(desk, idea, "/accept label:accepted");
    expect(botText(desk, idea)).toContain("9 issues are open with this one");
    expect(botText(desk, idea)).not.toContain("hana");
    expect(issueOf("Too much").body).toBe(body);
  });

  it("reckons by the board's estimates and iterations where everybody may see it", async () => {
    const done = ["Sprint 1", "Sprint 1", "Sprint 2"];
    for (const [at, sprint] of done.entries()) put(quarterOld[at] ?? anIssue("none"), { Sprint: sprint });
    for (const issue of quarterOld) put(issue, { Estimate: 2 });
    const next = createMilestone(desk.github.world, desk.person("mia"), desk.repository, { title: "v3" });
    const big = anIssue("Big", next);
    put(big, { Estimate: 5, Sprint: "Sprint 4" });
    put(anIssue("Also big"), { Sprint: "Sprint 4" });
    const idea = await request(desk, "Estimated");
    await command(desk, idea, "/accept milestone:v3 project:Roadmap estimate:3 sprint:current");
    const text = botText(desk, idea);
    expect(text).toContain("Milestone v3: 2 issues are open with this one (estimates: 8).");
    expect(text).toContain(
      "Past pace: 4 of estimates a week in the last 13 weeks. If nothing else is done, the milestone is through around 10 December 2026",
    );
    expect(text).toContain(
      "Iteration Sprint 4 (23 November 2026 to 6 December 2026): 3 issues are planned with this one",
    );
    expect(text).toContain("Done in each of the last 2: ");
    expect(text).toContain("**That is more than in any of them.**");
    expect(text).toContain("Iteration Sprint 5 (7 December 2026 to 20 December 2026): 0 issues are planned.");
  });

  it("tells nothing of a board that not everybody may see", async () => {
    board.public = false;
    const idea = await request(desk, "Behind closed doors");
    await command(desk, idea, "/accept milestone:v2.3 project:Roadmap estimate:3 sprint:current");
    board.public = true;
    for (const text of [botText(desk, idea), issueOf("Behind closed doors").body]) {
      expect(text).toContain("Not everybody who reads this may see the board");
      expect(text).not.toMatch(/Iteration|Sprint|estimates:|of estimates/u);
    }
  });

  it("tells the rest where the board refuses to be read, and everything when GitHub answers again", async () => {
    const [refused, late] = [await request(desk, "Refused"), await request(desk, "Late answers")];
    const on = { kind: "refused", error: "notAccessibleByIntegration", when: "before", times: 1 } as const;
    desk.github.faults.add({ on: "BoardWork", ...on });
    await command(desk, refused, "/accept milestone:v3 project:Roadmap sprint:next");
    expect(botText(desk, refused)).toContain("Milestone v3: ");
    expect(botText(desk, refused)).not.toContain("Iteration");
    desk.github.faults.add({ on: "ClosedWork", kind: "status", status: 502, when: "before", times: 1 });
    await command(desk, late, "/accept milestone:v3 project:Roadmap sprint:next");
    expect(botText(desk, late)).toContain("Past pace: ");
    expect(botText(desk, late)).toContain("Iteration Sprint 5 ");
  });

  it("tells why there is no day, of a milestone that is new as well", async () => {
    for (const issue of quarterOld) issue.stateReason = "NOT_PLANNED";
    const idea = await request(desk, "No history");
    await command(desk, idea, '/accept milestone:"v4" due:2027-02-01');
    expect(botText(desk, idea)).toContain(
      "Milestone v4 (due 1 February 2027): 1 issue is open with this one. No day is told: nothing was completed in the last quarter, and it takes five issues.",
    );
    for (const issue of quarterOld) issue.stateReason = "COMPLETED";
  });

  it("refuses what it refused before, and reads no plan for that", async () => {
    const idea = await request(desk, "Mistyped");
    desk.github.ledger.clear();
    const { replies } = await command(desk, idea, "/accept milestone:v23 assignee:@hana");
    expect(replies).toEqual([expect.stringContaining('There is no milestone "v23"')]);
    expect(desk.github.ledger.points({ operation: "ClosedWork" })).toBe(0);
    expect(desk.github.ledger.points({ operation: "AssignedWork" })).toBe(0);
  });
});

describe("/plan", () => {
  const who = "- [ ] **Who works on it, and what waits instead?**";

  it("answers the planning questions in the issue, from there and from the thread", async () => {
    const idea = await request(desk, "Planned well");
    await command(desk, idea, "/accept");
    const issue = issueOf("Planned well");
    const before = issue.body;
    expect(before).toContain(who);
    const { reactions } = await command(desk, idea, '/plan who:"Ann; the export waits" roadmap:"Spring, see #3 @sam"');
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(issue.body).toContain("- [x] **Who works on it, and what waits instead?** Ann; the export waits");
    expect(issue.body).not.toMatch(/@sam|#3\b/u);
    expect((await commandInIssue(desk, issue, "/plan", "mia")).replies).toEqual([
      expect.stringContaining('What does it mean for the goals of those who do it? `/plan goals:"…"`'),
    ]);
    await commandInIssue(desk, issue, "/plan goals:none", "mia");
    const lines = before.split("\n");
    expect(issue.body.split("\n").filter((line, at) => line !== lines[at])).toHaveLength(3);
    expect((await command(desk, idea, "/plan")).replies).toEqual([
      expect.stringContaining("All planning questions are answered in [issue"),
    ]);
  });

  it("leaves what people wrote into the issue as it is", async () => {
    const idea = await request(desk, "Edited by hand");
    await command(desk, idea, "/accept");
    const issue = issueOf("Edited by hand");
    const edited = `Mind @sam!\r\n\r\n${issue.body.replace(who, `${who.replace("[ ]", "[x]")} Bob, by hand`)}`;
    editIssue(desk.github.world, desk.person("mia"), issue, { body: edited });
    await command(desk, idea, "/plan roadmap:later");
    expect(issue.body).toBe(
      edited.replace("- [ ] **How does it fit the roadmap?**", "- [x] **How does it fit the roadmap?** later"),
    );
  });

  it.each(["before", "after"] as const)(
    "answers once, and beside what a person wrote meanwhile, where GitHub fails %s it was done",
    async (when) => {
      const title = `GitHub fails ${when} it was done`;
      const idea = await request(desk, title);
      await command(desk, idea, "/accept");
      const issue = issueOf(title);
      const patch = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      desk.github.faults.add({ on: patch, kind: "status", status: 502, when, times: 1 });
      desk.comment(idea, "/plan roadmap:later", "mia");
      await desk.github.webhooks.drain();
      editIssue(desk.github.world, desk.person("mia"), issue, { body: `${issue.body}\n\nBy hand.` });
      await desk.advance(10 * 60_000);
      expect(issue.body.match(/How does it fit the roadmap\?\*\* later/gu)).toHaveLength(1);
      expect(issue.body).toMatch(/By hand\.$/u);
    },
  );

  it("asks in an adopted issue, too", async () => {
    const issue = anIssue("There before");
    editIssue(desk.github.world, desk.person("mia"), issue, { body: "My own words." });
    await command(desk, await request(desk, "Adopt me"), `/accept issue:#${issue.number} milestone:v2.3`);
    expect(issue.body).toMatch(/^My own words\.\n\n<!-- frontdesk:begin:planning -->/u);
    expect(issue.body).toContain(who);
    expect(issue.comments.map(({ body }) => body)).toEqual([expect.stringContaining("### What it means for the plan")]);
  });

  it.each([
    ["words without an option", "/plan Ann does it", 'I do not know what "Ann", "does", "it" means'],
    ["a slip", "/plan whom:Ann", "Did you mean `who:`?"],
    ["an empty answer", '/plan who:""', "has no value"],
    ["an invisible answer", "/plan who:\u200B", "no words behind `who:`"],
    [
      "an answer that is too long",
      `/plan goals:"${"x".repeat(501)}"`,
      "The answer behind `goals:` has 500 characters at most; this one has 501.",
    ],
    ["two answers", "/plan who:Ann who:Bob", "given more than once"],
  ])("refuses %s", async (_, line, why) => {
    const issue = issueOf("Planned well");
    const before = issue.body;
    expect((await commandInIssue(desk, issue, line, "mia")).replies).toEqual([expect.stringContaining(why)]);
    expect(issue.body).toBe(before);
  });

  it("is for maintainers, and left to others where no request is tracked", async () => {
    const issue = issueOf("Planned well");
    expect((await commandInIssue(desk, issue, "/plan who:me", "hana")).replies).toEqual([
      expect.stringContaining("`/plan` is for people with write rights."),
    ]);
    expect(await commandInIssue(desk, anIssue("Another bot's"), "/plan who:me", "mia")).toEqual({
      reactions: [],
      replies: [],
    });
  });

  it("says why it cannot: no issue, closed, transferred", async () => {
    const { world } = desk.github;
    const mia = desk.person("mia");
    const idea = await request(desk, "Comes and goes");
    const says = async (why: string) => {
      expect((await command(desk, idea, "/plan who:Ann")).replies).toEqual([expect.stringContaining(why)]);
    };
    await says("this request has none. `/accept` makes one.");
    await command(desk, idea, "/accept");
    const issue = issueOf("Comes and goes");
    closeIssue(world, mia, issue);
    await desk.settle();
    await says("is closed, so that there is nothing to plan");
    reopenIssue(world, mia, issue);
    const lab = createRepository(world, desk.repository.owner, "lab", { collaborators: { mia: "admin" } });
    transferIssue(world, mia, issue, lab);
    await desk.settle();
    await says("was transferred to another repository");
    expect(lab.issues[0]?.body).toContain(who);
  });
});

describe("what a team does not want", () => {
  it("is neither asked nor told", async () => {
    await desk.push({ ".github/frontdesk.yml": "feature-requests:\n  planning: { forecast: off }\n" });
    await desk.settle();
    const idea = await request(desk, "Without");
    desk.github.ledger.clear();
    await command(desk, idea, "/accept milestone:v2.3");
    expect(botText(desk, idea)).not.toContain("the plan");
    expect(issueOf("Without").body).not.toMatch(/the plan|Before it is promised/u);
    expect(desk.github.ledger.points({ operation: "ClosedWork" })).toBe(0);
    expect((await command(desk, idea, "/plan who:Ann")).replies).toEqual([
      expect.stringContaining("The planning questions are switched off here"),
    ]);
    expect(await desk.givenUp()).toBe(0);
  });
});
