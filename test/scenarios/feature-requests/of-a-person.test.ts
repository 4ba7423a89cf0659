import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeIssue, createMilestone, type Discussion } from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, botText, command, labelsOf, request } from "../../helpers/request-world.ts";

let desk: Desk;
let idea: Discussion;
beforeAll(async () => {
  desk = await openDesk({ owner: "mia" });
  const mia = desk.person("mia");
  createMilestone(desk.github.world, mia, desk.repository, { title: "v2.3" });
  idea = await request(desk, "Print labels at night");
});
afterAll(() => desk.close());

const hidden = "A person owns this repository, and GitHub hides the projects of a person from apps.";

describe("in a repository that a person owns", () => {
  it.each(['/accept project:"Roadmap"', '/accept milestone:"v2.3" project:1'])(
    "%s is told why not, and makes nothing",
    async (line) => {
      expect(await command(desk, idea, line)).toEqual({
        reactions: ["EYES", "CONFUSED"],
        replies: [expect.stringContaining(hidden)],
      });
      expect(botIssues(desk)).toEqual([]);
      expect(labelsOf(idea)).toEqual(["complete"]);
    },
  );

  it("a request is accepted, planned and shipped without boards", async () => {
    const { reactions, replies } = await command(desk, idea, '/accept milestone:"v2.3" priority:p1');
    expect(replies).toEqual([]);
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    const [issue] = botIssues(desk);
    if (!issue) throw new Error("There is no issue");
    expect(issue.milestone?.title).toBe("v2.3");
    expect(botText(desk, idea)).toContain("Milestone v2.3: 1 issue is open with this one. No day is told: nothing was");
    expect((await command(desk, idea, "/project Roadmap")).replies).toEqual([expect.stringContaining(hidden)]);
    expect((await command(desk, idea, "/status done")).reactions).toEqual(["EYES", "CONFUSED"]);
    closeIssue(desk.github.world, desk.person("mia"), issue, "COMPLETED");
    await desk.settle();
    expect(labelsOf(idea)).toEqual(["shipped"]);
    expect(botText(desk, idea)).toContain("v2.3");
    expect(await desk.givenUp()).toBe(0);
  });
});
