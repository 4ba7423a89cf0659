import { afterEach, describe, expect, it } from "vitest";
import { createLabel, createMilestone, createProject } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { botIssues, botText, command, commandInIssue, request } from "../helpers/request-world.ts";

let desk: Desk;
afterEach(() => desk.close());

async function openWithBoard(): Promise<Desk> {
  return openDesk({
    before(world, repository) {
      const mia = world.findUser("mia");
      if (!mia || repository.owner.__typename !== "Organization") throw new Error("no organization");
      const fields = [
        { name: "Priority", dataType: "SINGLE_SELECT", options: ["P1", "P2"] },
        { name: "Target date", dataType: "DATE" },
        { name: "Estimate", dataType: "NUMBER" },
        { name: "Sprint", dataType: "ITERATION", iterations: [{ title: "1", startDate: "2031-01-06", duration: 14 }] },
      ] as const;
      createProject(world, mia, repository.owner, { title: "Roadmap", fields });
      createLabel(world, mia, repository, { name: "area/docs" });
    },
  });
}

/** Requests that change something, in their order; reactions are left out. */
const writes = () =>
  desk.github.ledger.list().flatMap(({ operation }) => {
    return /^(?:POST|PATCH|Add|Set|Update|Remove|Close(?!d))/.test(operation) ? [operation] : [];
  });

describe("what is asked of GitHub", () => {
  it("for /accept with everything set: ten writes, and at most 40 points with all that follows from it", async () => {
    desk = await openWithBoard();
    const idea = await request(desk);
    desk.github.ledger.clear();
    await command(
      desk,
      idea,
      '/accept milestone:"v2.3" due:2031-12-15 label:area/docs assignee:@hana project:"Roadmap" priority:p2 estimate:5\n- One',
    );
    expect(botText(desk, idea)).toContain("v2.3");
    expect(writes().sort()).toEqual([
      "AddComment",
      "AddLabels",
      "AddToProject",
      "POST /repos/{owner}/{repo}/issues",
      "POST /repos/{owner}/{repo}/labels",
      "POST /repos/{owner}/{repo}/milestones",
      "RemoveLabels",
      "SetProjectField",
      "SetProjectField",
      "SetProjectField",
    ]);
    expect(desk.github.ledger.points()).toBeLessThanOrEqual(40);
  });

  it("for /accept with nothing behind it: at most 22 points, and for a label on its issue 14", async () => {
    desk = await openWithBoard();
    const idea = await request(desk);
    desk.github.ledger.clear();
    await command(desk, idea, "/accept");
    expect(desk.github.ledger.points()).toBeLessThanOrEqual(22);
    const [issue] = botIssues(desk);
    if (!issue) throw new Error("There is no issue");
    desk.github.ledger.clear();
    await commandInIssue(desk, issue, "/label area/docs");
    expect(desk.github.ledger.points()).toBeLessThanOrEqual(14);
  });

  it("for what /accept means for the plan: a point each for milestone, pace, person and board, and none where nothing is planned", async () => {
    desk = await openWithBoard();
    const { world } = desk.github;
    const [board] = world.all("ProjectV2");
    if (!board) throw new Error("There is no board");
    board.public = true;
    createMilestone(world, desk.person("mia"), desk.repository, { title: "v9" });
    const forecastPoints = () => {
      const kinds = ["MilestoneWork", "ClosedWork", "AssignedWork", "BoardWork"];
      return kinds.map((operation) => desk.github.ledger.points({ operation }));
    };
    const planned = await request(desk);
    await command(desk, planned, "/accept milestone:v9 assignee:@hana project:Roadmap");
    expect(forecastPoints()).toEqual([1, 1, 1, 1]);
    desk.github.ledger.clear();
    await command(desk, await request(desk, "Nothing planned"), "/accept");
    expect(forecastPoints()).toEqual([0, 0, 0, 0]);
  });

  it("for the votes on requests: a point an hour for fifty of them", async () => {
    desk = await openDesk();
    for (let i = 0; i < 3; i++) desk.ask(`Idea ${i}`, "Please.", "ann", "ideas");
    await desk.settle();
    desk.github.ledger.clear();
    await desk.restart();
    expect(desk.github.ledger.points({ operation: "Votes" })).toBe(1);
  });
});
