import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMilestone, editMilestone } from "local-github-server/world";
import { startGitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("milestones", () => {
  it("are all read, open and closed, with the day people see", async () => {
    const { there, ref } = await world.repository("all");
    const make = (title: string, dueOn?: string) =>
      createMilestone(world.local.world, world.people.max, there, { title, ...(dueOn && { dueOn }) });
    make("v2.3", "2026-12-15T12:00:00Z");
    // Set by somebody in Berlin, at midnight there: GitHub makes it the day before.
    make("v2.4", "2027-06-30T22:00:00Z");
    make("v2.5", "2027-07-01T06:59:00Z");
    editMilestone(world.local.world, world.people.max, make("v2.2"), { state: "CLOSED" });
    expect(await world.github.reads.milestones(ref)).toEqual([
      { number: 1, title: "v2.3", isOpen: true, due: "2026-12-15" },
      { number: 2, title: "v2.4", isOpen: true, due: "2027-06-30" },
      { number: 3, title: "v2.5", isOpen: true, due: "2027-06-30" },
      { number: 4, title: "v2.2", isOpen: false },
    ]);
  });

  it("are read page after page, at a point for each hundred", async () => {
    const { there, ref } = await world.repository("many");
    for (let index = 0; index < 101; index++) {
      createMilestone(world.local.world, world.people.max, there, { title: `v${index}` });
    }
    world.local.ledger.clear();
    expect(await world.github.reads.milestones(ref)).toHaveLength(101);
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(2);
  });
});

describe("createMilestone", () => {
  it.each([
    ["in winter", "2026-12-15", "2026-12-15T08:00:00Z"],
    ["in summer", "2027-07-01", "2027-07-01T07:00:00Z"],
    ["on the day clocks go forward there", "2027-03-14", "2027-03-14T08:00:00Z"],
    ["on the day clocks go back there", "2026-11-01", "2026-11-01T07:00:00Z"],
    ["on the last day of a year", "2026-12-31", "2026-12-31T08:00:00Z"],
    ["on a leap day", "2028-02-29", "2028-02-29T08:00:00Z"],
  ])("keeps the day it is due: %s", async (_case, due, stored) => {
    const { there, ref } = await world.repository(`due-${due}`);
    const made = await world.github.writes.createMilestone(ref, { title: "v2.3", due });
    expect(made).toEqual({ number: 1, title: "v2.3", isOpen: true, due });
    expect(there.milestones[0]?.dueOn).toBe(stored);
    expect(await world.github.reads.milestones(ref)).toEqual([made]);
  });

  it("makes one however often, and takes one that is there as it is", async () => {
    const { there, ref } = await world.repository("twice");
    const { writes } = world.github;
    const first = await writes.createMilestone(ref, { title: "v2.3" });
    expect(await writes.createMilestone(ref, { title: "v2.3", due: "2027-01-01" })).toEqual(first);
    expect(await writes.createMilestone(ref, { title: "V2.3" })).toEqual(first);
    expect(there.milestones).toHaveLength(1);
  });

  it("takes one that somebody else makes meanwhile", async () => {
    const { there, ref } = await world.repository("race");
    world.local.faults.add({ on: "Milestones", kind: "stale", times: 2 });
    await world.github.reads.milestones(ref);
    createMilestone(world.local.world, world.people.max, there, { title: "v2.3" });
    expect(await world.github.writes.createMilestone(ref, { title: "v2.3" })).toMatchObject({ number: 1 });
    expect(there.milestones).toHaveLength(1);
  });

  it("finds the one it made when the answer was lost", async () => {
    const { there, ref } = await world.repository("lost");
    const { writes } = world.github;
    const on = "POST /repos/{owner}/{repo}/milestones";
    world.local.faults.add({ on, kind: "status", status: 502, when: "after", times: 1 });
    await expect(writes.createMilestone(ref, { title: "v2.3" })).rejects.toThrow("is unknown");
    expect(await writes.createMilestone(ref, { title: "v2.3" })).toMatchObject({ number: 1 });
    expect(there.milestones).toHaveLength(1);
  });
});
