import { afterAll, beforeAll, expect, it } from "vitest";
import { closeIssue, createMilestone, createProject, editMilestone, upvote } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, commandInIssue, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    files: { ".github/frontdesk.yml": "feature-requests:\n  votes-for-decision: 3\n" },
    before(world, repository) {
      const mia = world.findUser("mia");
      if (!mia || repository.owner.__typename !== "Organization") throw new Error("no organization");
      createProject(world, mia, repository.owner, {
        title: "Roadmap",
        fields: [
          { name: "Priority", dataType: "SINGLE_SELECT", options: ["P1 – now", "P2 – next"] },
          { name: "Target date", dataType: "DATE" },
          { name: "Estimate", dataType: "NUMBER" },
        ],
      });
    },
  });
});
afterAll(() => desk.close());

it("asked, answered, voted for, accepted, moved to another milestone, shipped: told in one comment", async () => {
  const { world } = desk.github;
  const idea = await request(desk, "Print labels at night", "We would like to print while nobody is there.");
  expect(botText(desk, idea)).toContain("- [ ] Why is it needed?");
  expect(labelsOf(idea)).toEqual(["asked"]);

  desk.comment(idea, "Why: the office is loud by day.\nOutcome: a schedule.\nUrgency: before winter.", "ann");
  await desk.settle();
  expect(botText(desk, idea)).toContain("All three questions are answered");
  expect(labelsOf(idea)).toEqual(["complete"]);

  for (const who of ["hana", "sam"]) upvote(desk.person(who), idea);
  await desk.restart();
  expect(botText(desk, idea)).toContain("Ready for decision");
  expect(labelsOf(idea)).toEqual(["complete", "ready for decision"]);

  const { replies } = await command(
    desk,
    idea,
    '/accept milestone:"v2.3" due:2031-12-15 assignee:@hana project:"roadmap" priority:p2 estimate:5\n- A table of times\n- A page of docs',
  );
  expect(replies).toEqual([]);
  const [issue, ...others] = botIssues(desk);
  expect(others).toEqual([]);
  if (!issue) throw new Error("There is no issue");
  expect(issue).toMatchObject({ title: "Print labels at night", milestone: { title: "v2.3" } });
  expect(issue.body).toContain("- [ ] A table of times");
  expect(issue.body).toContain(`/discussions/${idea.number}>`);
  expect(issue.assignees.map(({ login }) => login)).toEqual(["hana"]);
  expect(botText(desk, idea)).toContain(
    `**Accepted** by mia, with 3 votes. The work is tracked in [issue ${issue.number}]`,
  );
  expect(botText(desk, idea)).toContain("It is planned for v2.3 (due 15 December 2031)");
  expect(labelsOf(idea)).toEqual(["accepted"]);

  const mia = desk.person("mia");
  const next = createMilestone(world, mia, desk.repository, { title: "v2.4", dueOn: "2032-01-20T12:00:00Z" });
  await commandInIssue(desk, issue, "/milestone v2.4");
  expect(issue.milestone?.title).toBe("v2.4");
  expect(botText(desk, idea)).toContain("v2.4 (due 20 January 2032)");
  editMilestone(world, mia, next, { dueOn: "2032-02-20T12:00:00Z" });
  await desk.settle();
  expect(botText(desk, idea)).toContain("v2.4 (due 20 February 2032)");

  closeIssue(world, mia, issue);
  await desk.settle();
  expect(botText(desk, idea)).toContain("**Done** in v2.4");
  expect(labelsOf(idea)).toEqual(["shipped"]);
  const said = desk.botComments(idea).flatMap(({ replies }) => replies.map(({ body }) => body));
  expect(said.filter((it) => !it.startsWith("Why:"))).toEqual([expect.stringContaining("shipped in v2.4")]);
  expect(await desk.givenUp()).toBe(0);
});
