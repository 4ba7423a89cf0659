import { afterEach, describe, expect, it } from "vitest";
import { createLabel, createProject } from "local-github-server/world";
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
      ] as const;
      createProject(world, mia, repository.owner, { title: "Roadmap", fields });
      createLabel(world, mia, repository, { name: "area/docs" });
    },
  });
}

/** Requests that change something, in their order; reactions are left out. */
const writes = () =>
  desk.github.ledger.list().flatMap(({ operation }) => {
    return /^(?:POST|PATCH|Add|Set|Update|Remove|Close)/.test(operation) ? [operation] : [];
  });

describe("what is asked of GitHub", () => {
  it("for /accept with everything set: ten writes, and at most 38 points with all that follows from it", async () => {
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
    expect(desk.github.ledger.points()).toBeLessThanOrEqual(38);
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

  it("for the votes on requests: a point an hour for fifty of them", async () => {
    desk = await openDesk();
    for (let i = 0; i < 3; i++) desk.ask(`Idea ${i}`, "Please.", "ann", "ideas");
    await desk.settle();
    desk.github.ledger.clear();
    await desk.restart();
    expect(desk.github.ledger.points({ operation: "Votes" })).toBe(1);
  });
});
