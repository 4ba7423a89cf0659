import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLabel, deleteDiscussion, openIssue } from "local-github-server/world";
import { GoneError } from "../../../src/core/errors.ts";
import { startGitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function anIssue(name: string) {
  const { there, ref } = await world.repository(name);
  return { there, ref, issue: openIssue(world.local.world, world.people.ann, there, { title: "Dark mode" }) };
}

const names = (labels: readonly { readonly name: string }[]) => labels.map(({ name }) => name);

describe("labels", () => {
  it("are all read, at a point for each hundred", async () => {
    const { there, ref } = await world.repository("many");
    for (let index = 0; index < 120; index++) {
      createLabel(world.local.world, world.people.max, there, { name: `area/${index}` });
    }
    world.local.ledger.clear();
    expect(new Set(await world.github.reads.labels(ref))).toEqual(new Set(names(there.labels)));
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(2);
  });
});

describe("addLabels", () => {
  it("makes what is missing, once, and takes what is there in any case", async () => {
    const { there, ref, issue } = await anIssue("made");
    createLabel(world.local.world, world.people.max, there, { name: "Area/Docs", color: "0000ff" });
    const labels = [
      { name: "area/docs" },
      { name: "accepted", color: "0e8a16", description: "x".repeat(120) },
      { name: "ACCEPTED" },
    ];
    const { writes } = world.github;
    expect(await writes.addLabels(ref, issue.id, labels)).toEqual({ notSet: [] });
    expect(await writes.addLabels(ref, issue.id, labels)).toEqual({ notSet: [] });
    expect(names(issue.labels)).toEqual(["Area/Docs", "accepted"]);
    expect(there.labels).toMatchObject([{ color: "0000ff" }, { color: "0e8a16", description: "x".repeat(100) }]);
  });

  it("writes nothing when all is there", async () => {
    const { ref, issue } = await anIssue("quiet");
    await world.github.writes.addLabels(ref, issue.id, [{ name: "idea" }]);
    world.local.ledger.clear();
    await world.github.writes.addLabels(ref, issue.id, [{ name: "Idea" }]);
    expect(world.local.ledger.list().map(({ operation }) => operation)).toEqual(["LabelsOf"]);
  });

  it("takes the label it made when the answer was lost", async () => {
    const { there, ref, issue } = await anIssue("lost");
    const { writes } = world.github;
    const on = "POST /repos/{owner}/{repo}/labels";
    world.local.faults.add({ on, kind: "status", status: 502, when: "after", times: 1 });
    await expect(writes.addLabels(ref, issue.id, [{ name: "accepted" }])).rejects.toThrow("is unknown");
    world.local.faults.add({ on: "addLabelsToLabelable", kind: "reset", when: "after", times: 1 });
    await expect(writes.addLabels(ref, issue.id, [{ name: "accepted" }])).rejects.toThrow("is unknown");
    expect(await writes.addLabels(ref, issue.id, [{ name: "accepted" }])).toEqual({ notSet: [] });
    expect([names(there.labels), names(issue.labels)]).toEqual([["accepted"], ["accepted"]]);
  });

  it("works on discussions", async () => {
    const { there, ref } = await world.repository("threads");
    const question = world.ask(there, "Dark mode?");
    expect(await world.github.writes.addLabels(ref, question.id, [{ name: "accepted" }])).toEqual({ notSet: [] });
    expect(names(question.labels)).toEqual(["accepted"]);
  });

  it("takes a label that somebody else makes meanwhile", async () => {
    const { there, ref, issue } = await anIssue("race");
    world.local.faults.add({ on: "Labels", kind: "stale" });
    await world.github.reads.labels(ref);
    createLabel(world.local.world, world.people.max, there, { name: "Accepted" });
    expect(await world.github.writes.addLabels(ref, issue.id, [{ name: "accepted" }])).toEqual({ notSet: [] });
    world.local.faults.clear();
    expect(names(issue.labels)).toEqual(["Accepted"]);
  });

  it("fills the hundred an issue may have and says which have no room", async () => {
    const { there, ref, issue } = await anIssue("full");
    for (let index = 0; index < 99; index++) {
      issue.labels.push(createLabel(world.local.world, world.people.max, there, { name: `area/${index}` }));
    }
    const labels = ["area/1", "accepted", "priority/high"].map((name) => ({ name }));
    expect(await world.github.writes.addLabels(ref, issue.id, labels)).toEqual({ notSet: ["priority/high"] });
    expect(issue.labels).toHaveLength(100);
    expect(names(there.labels)).not.toContain("priority/high");
  });

  it("sets the rest where GitHub takes no such name", async () => {
    const { ref, issue } = await anIssue("names");
    const long = "n".repeat(51);
    const answer = await world.github.writes.addLabels(ref, issue.id, [{ name: long }, { name: "idea" }]);
    expect(answer).toEqual({ notSet: [long] });
    expect(names(issue.labels)).toEqual(["idea"]);
  });

  it("says that the thread is gone", async () => {
    const { there, ref } = await world.repository("gone");
    const question = world.ask(there, "Dark mode?");
    deleteDiscussion(world.local.world, world.people.max, question);
    const adding = world.github.writes.addLabels(ref, question.id, [{ name: "accepted" }]);
    await expect(adding).rejects.toBeInstanceOf(GoneError);
  });
});

describe("removeLabels", () => {
  it("takes off what is there, in any case, and leaves the rest", async () => {
    const { ref, issue } = await anIssue("off");
    const { writes } = world.github;
    await writes.addLabels(ref, issue.id, [{ name: "Idea" }, { name: "accepted" }]);
    await writes.removeLabels(ref, issue.id, ["idea", "never was there"]);
    await writes.removeLabels(ref, issue.id, ["idea"]);
    expect(names(issue.labels)).toEqual(["accepted"]);
  });
});
