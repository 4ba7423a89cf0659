import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markAnswer, mergePullRequest, upvote, addIssueComment, closeIssue } from "local-github-server/world";
import { openWorkflow, type WorkflowDesk } from "../helpers/open-workflow.ts";

const hour = 3_600_000;
const day = 24 * hour;
const faq = "# FAQ\n\n## How do I stop it?\n\nRun `widgets stop`.\n";
const config =
  "feature-requests: { votes-for-decision: 2 }\nreports: { every: week, charts: off }\nresolution: { remind-after: 7, close-after: 7 }\n";

let desk: WorkflowDesk;
beforeAll(async () => {
  desk = await openWorkflow({
    startAt: new Date("2026-11-16T09:00:00Z"),
    files: { "docs/FAQ.md": faq, ".github/frontdesk.yml": config },
  });
});
afterAll(() => desk.close());

/** Runs the workflow for what happened; then once more for the same, with the cache lost, and expects nothing new. */
async function settleTwice(): Promise<void> {
  const events = await desk.events();
  for (const event of events) {
    expect(await desk.run(event)).toMatchObject({ code: 0 });
  }
  const left = desk.traces();
  await desk.loseData();
  for (const event of events) expect(await desk.run(event)).toMatchObject({ code: 0 });
  expect(desk.traces()).toEqual(left);
}
const schedule = { event: "schedule", payload: { schedule: "17 * * * *" } };
const tick = async (ms: number) => {
  await desk.github.clock.advance(ms);
  const ended = await desk.run(schedule);
  expect(ended).toMatchObject({ code: 0 });
  const left = desk.traces();
  await desk.loseData();
  expect(await desk.run(schedule)).toMatchObject({ code: 0 });
  expect(desk.traces()).toEqual(left);
  return ended;
};

describe("with its data lost after each run", () => {
  it("answers a question once", async () => {
    const question = desk.ask("How can I change the log level to debug?");
    await settleTwice();
    expect(desk.botComments(question)).toHaveLength(1);
    expect(desk.botComments(question)[0]?.body).toContain("Logging › Change the log level");
  });

  it("proposes an answer for the FAQ once", async () => {
    const question = desk.ask("Why does the flange squeak?");
    const answer = desk.comment(question, "It wants oil, twice a day.", "hana");
    markAnswer(desk.github.world, desk.person("ann"), answer);
    desk.comment(question, "/promote-faq", "hana");
    await settleTwice();
    expect(desk.repository.pullRequests.map(({ title }) => title)).toEqual(["FAQ: Why does the flange squeak?"]);
    const [pull] = desk.repository.pullRequests;
    if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
    await settleTwice();
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it("follows a request from its questions to its issue, and tells when that is done", async () => {
    const idea = desk.ask("Print labels at night", "We would like to.", "ideas");
    await settleTwice();
    desk.comment(idea, "Why: the office is loud.\nOutcome: a schedule.\nUrgency: before winter.", "ann");
    await settleTwice();
    for (const who of ["hana", "mia"]) upvote(desk.person(who), idea);
    await tick(hour);
    desk.comment(idea, "/accept\n- A table of times", "mia");
    await settleTwice();
    const issues = desk.repository.issues.filter(({ title }) => title === "Print labels at night");
    expect(issues).toHaveLength(1);
    const [issue] = issues;
    if (!issue) return;
    addIssueComment(desk.github.world, desk.person("hana"), issue, "/label accepted");
    await settleTwice();
    await tick(day);
    closeIssue(desk.github.world, desk.person("mia"), issue);
    await settleTwice();
    expect(desk.botComments(idea)[0]?.body).toContain("**Done**");
  });

  it("answers commands once each", async () => {
    const question = desk.ask("Where is the manual of the gasket?");
    for (const it of ["/help", "/why", "/needs-info which version?", "/oncall", "/priority p1"])
      desk.comment(question, it, "hana");
    desk.comment(question, "/rate 5 great", "ann");
    desk.comment(question, "/priority p1", "ann");
    await settleTwice();
  });

  it("reminds an asker, and reports, by the clock, once each", async () => {
    const question = desk.ask("Why is the gear green?");
    desk.comment(question, "It is new. Which gear do you have?", "hana");
    for (const event of await desk.events()) await desk.run(event);
    for (let days = 0; days < 9; days += 3) {
      await desk.github.clock.advance(3 * day);
      expect(await desk.run(schedule)).toMatchObject({ code: 0 });
    }
    const said = question.comments.flatMap(({ replies }) =>
      replies.filter(({ author }) => author?.__typename === "Bot"),
    );
    expect(said).toHaveLength(1);
    expect(desk.repository.issues.filter(({ title }) => title.startsWith("Support of"))).toHaveLength(1);
    await tick(hour);
    await tick(3 * day);
    expect(question.comments.flatMap(({ replies }) => replies)).toEqual(said);
    expect(desk.repository.issues.filter(({ title }) => title.startsWith("Support of"))).toHaveLength(1);
  });
});
