import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addLabels,
  closeDiscussion,
  createLabel,
  createUser,
  lock,
  markAnswer,
  pinDiscussion,
  setRole,
} from "local-github-server/world";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("threadHistories", () => {
  it("reads open and closed threads apart, 25 a page and 3 points each, and says which it shows in part", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("histories");
    for (let index = 0; index < 30; index++) {
      const it = ask(there, `Question ${index}`);
      const first = comment(people.hana, it, "Set it to 3.");
      for (let more = 0; more < (index === 3 ? 10 : 2); more++) comment(people.ann, it, "Thanks.");
      for (let more = 0; more < (index === 4 ? 21 : 1); more++) comment(people.ann, it, "Really.", first);
      if (index % 3 === 0) closeDiscussion(local.world, people.ann, it);
    }
    local.ledger.clear();
    const open = await github.reads.threadHistories(ref, "open", undefined);
    expect(open.threads).toHaveLength(20);
    expect(open).not.toHaveProperty("next");
    expect(open.total).toBe(30);
    expect(open.points).toMatchObject({ limit: 5_000, remaining: expect.any(Number), resetAt: expect.any(Date) });
    const closed = await github.reads.threadHistories(ref, "closed", undefined);
    expect(closed.threads).toHaveLength(10);
    const partial = [...open.threads, ...closed.threads].filter(({ isPartial }) => isPartial);
    expect(partial.map(({ title }) => title).sort()).toEqual(["Question 3", "Question 4"]);
    expect(local.ledger.list({ operation: "ThreadHistories" }).map(({ points }) => points)).toEqual([3, 3]);
    const whole = open.threads.find(({ title }) => title === "Question 1");
    expect(whole?.comments.map(({ body }) => body)).toEqual(
      expect.arrayContaining(["Set it to 3.", "Thanks.", "Thanks.", "Really."]),
    );
  });

  it("goes on behind a page, newest change first", async () => {
    const { github, repository, ask } = world;
    const { there, ref } = await repository("pages");
    for (let index = 0; index < 27; index++) ask(there, `Question ${index}`);
    const first = await github.reads.threadHistories(ref, "open", undefined);
    const second = await github.reads.threadHistories(ref, "open", first.next);
    expect([first.threads.length, second.threads.length]).toEqual([25, 2]);
    expect(new Set([...first.threads, ...second.threads].map(({ number }) => number)).size).toBe(27);
    expect(second).not.toHaveProperty("next");
  });
});

describe("threadDigests", () => {
  it("tells by 2 points for a hundred threads what may have changed about each", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("digests");
    const question = ask(there, "How do I log?");
    const answer = comment(people.hana, question, "Set `level`.");
    comment(people.ann, question, "Thanks!", answer);
    addLabels(local.world, people.max, question, [
      createLabel(local.world, people.max, there, { name: "p1", color: "ff0000" }),
    ]);
    lock(local.world, people.max, question);
    pinDiscussion(local.world, people.max, question);
    markAnswer(local.world, people.ann, answer);
    const open = ask(there, "Open");
    closeDiscussion(local.world, people.ann, question);
    local.ledger.clear();
    const { threads } = await github.reads.threadDigests(ref, "any", undefined);
    expect(local.ledger.points({ kind: "graphql" })).toBe(2);
    expect(threads.find(({ number }) => number === question.number)).toEqual({
      number: question.number,
      title: "How do I log?",
      openedAt: new Date(question.createdAt),
      updatedAt: new Date(question.updatedAt),
      asker: { login: "ann", isBot: false },
      closedAt: new Date(question.closedAt ?? 0),
      locked: true,
      isPinned: true,
      category: "q-a",
      labels: ["p1"],
      answer: { comment: answer.id, at: new Date(question.answerChosenAt ?? 0) },
      topLevelComments: 1,
    });
    const { threads: opened } = await github.reads.threadDigests(ref, "open", undefined);
    expect(opened.map(({ number }) => number)).toEqual([open.number]);
  });
});

describe("rolesOfCollaborators", () => {
  it("names everybody who was given a role, a hundred at a time", async () => {
    const { github, repository, local } = world;
    const { there, ref } = await repository("roles");
    for (let index = 0; index < 120; index++) {
      const { login } = createUser(local.world, `Reader-${index}`);
      setRole(there, login, "read");
    }
    local.ledger.clear();
    const roles = await github.reads.rolesOfCollaborators(ref);
    expect(roles?.get("hana")).toEqual(["helper"]);
    expect(roles?.get("max")).toEqual(["helper", "maintainer"]);
    expect(roles?.get("olga")).toEqual(["helper", "maintainer"]);
    expect(roles?.get("reader-7")).toEqual([]);
    expect(roles?.has("ann")).toBe(false);
    expect(local.ledger.points({ kind: "rest" })).toBe(2);
  });

  it("is unknown where GitHub refuses to list them", async () => {
    const { github, repository, local } = world;
    const { ref } = await repository("refused");
    const on = "GET /repos/{owner}/{repo}/collaborators";
    const disarm = local.faults.add({ on, kind: "status", status: 403, when: "before" });
    expect(await github.reads.rolesOfCollaborators(ref)).toBeUndefined();
    disarm();
  });
});
