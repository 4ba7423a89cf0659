import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeIssue,
  convertToDiscussion,
  createMilestone,
  createRepository,
  deleteIssue,
  deleteMilestone,
  editIssue,
  reopenIssue,
  transferIssue,
  type Discussion,
  type Issue,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** A request with its issue. */
async function tracked(title: string, options = ""): Promise<{ readonly idea: Discussion; readonly issue: Issue }> {
  const idea = await request(desk, title);
  await command(desk, idea, `/accept ${options}`);
  const issue = botIssues(desk).find((it) => it.title === title);
  if (!issue) throw new Error(`There is no issue for ${title}`);
  return { idea, issue };
}

/** The bot's replies in a thread, below whatever they stand. */
const shipped = ({ comments }: Discussion) =>
  comments.flatMap(({ replies }) => replies.map(({ body }) => body)).filter((it) => it.includes("This is done"));

describe("what becomes of the issue is told in the thread", () => {
  it("dropped, taken up, shipped, taken up and shipped again: one comment, one notice", async () => {
    const { world } = desk.github;
    const mia = desk.person("mia");
    const { idea, issue } = await tracked("There and back");
    closeIssue(world, mia, issue, "NOT_PLANNED");
    await desk.settle();
    expect(botText(desk, idea)).toContain("Not planned any more");
    expect(labelsOf(idea)).toEqual(["dropped"]);

    reopenIssue(world, mia, issue);
    await desk.settle();
    expect(botText(desk, idea)).toContain("**Accepted**");
    for (let i = 0; i < 2; i++) {
      closeIssue(world, mia, issue);
      await desk.settle();
      expect(botText(desk, idea)).toContain("**Done**");
      reopenIssue(world, mia, issue);
      await desk.settle();
    }
    expect(shipped(idea)).toHaveLength(1);
    await command(desk, idea, "/decline We cannot.");
    expect(issue.closed).toBe(true);
    expect(labelsOf(idea)).toEqual(["declined"]);
  });

  it("its milestone comes and goes", async () => {
    const { world } = desk.github;
    const mia = desk.person("mia");
    const { idea, issue } = await tracked("Some day");
    const milestone = createMilestone(world, mia, desk.repository, { title: "Spring", dueOn: "2031-04-01T12:00:00Z" });
    editIssue(world, mia, issue, { milestone });
    await desk.settle();
    expect(botText(desk, idea)).toContain("planned for Spring (due 1 April 2031)");
    deleteMilestone(world, mia, milestone);
    await desk.settle();
    expect(botText(desk, idea)).not.toContain("Spring");
  });

  it("transferred: with the place where it is now", async () => {
    const { world } = desk.github;
    const { owner } = desk.repository;
    const other = createRepository(world, owner, "gadgets", { collaborators: { mia: "admin" } });
    const { idea, issue } = await tracked("To another house");
    const moved = transferIssue(world, desk.person("mia"), issue, other);
    await desk.settle();
    expect(botText(desk, idea)).toContain(`gadgets/issues/${moved.number}`);
    expect((await command(desk, idea, "/priority p1")).replies).toEqual([
      expect.stringContaining("was transferred to another repository"),
    ]);
  });

  it("converted to a discussion: with the place where it is now", async () => {
    const { idea, issue } = await tracked("Talk about it first");
    const [category] = desk.repository.discussionCategories.filter(({ slug }) => slug === "general");
    if (!category) throw new Error("There is no general category");
    const discussion = convertToDiscussion(desk.github.world, desk.person("mia"), issue, category);
    await desk.settle();
    expect(botText(desk, idea)).toContain(`/discussions/${discussion.number}`);
    expect((await command(desk, idea, "/priority p1")).reactions).toEqual(["EYES", "CONFUSED"]);
  });

  it("deleted: /accept makes a new one", async () => {
    const { idea, issue } = await tracked("Gone with the wind");
    deleteIssue(desk.github.world, desk.person("mia"), issue);
    await desk.settle();
    expect(botText(desk, idea)).toContain("was deleted or moved out of my sight");
    await command(desk, idea, "/accept");
    const [again, ...others] = botIssues(desk).filter((it) => it.title === "Gone with the wind");
    expect(others).toEqual([]);
    expect(botText(desk, idea)).toContain(`[issue ${again?.number}]`);
  });

  it("what webhooks did not tell, the next look does", async () => {
    const { idea, issue } = await tracked("Nobody heard");
    // Closed without a webhook.
    Object.assign(issue, { state: "CLOSED", closed: true, stateReason: "COMPLETED", closedAt: issue.updatedAt });
    await desk.restart();
    expect(botText(desk, idea)).toContain("**Done**");
    expect(labelsOf(idea)).toEqual(["shipped"]);
  });
});

it("nothing was given up", async () => {
  expect(await desk.givenUp()).toBe(0);
});
