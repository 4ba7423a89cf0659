import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addIssueComment,
  closeIssue,
  createLabel,
  createMilestone,
  deleteIssue,
  deleteIssueComment,
  editIssue,
  minimize,
  openIssue,
  reopenIssue,
} from "local-github-server/world";
import { GoneError } from "../../src/core/errors.ts";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("findIssue", () => {
  it("reads an issue with its last words, and who of the project said them", async () => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository("seen");
    const issue = openIssue(local.world, people.ann, there, { title: "It crashes", body: "On *start*.\r\n" });
    const label = createLabel(local.world, people.max, there, { name: "bug", color: "d73a4a" });
    const milestone = createMilestone(local.world, people.max, there, { title: "2.4" });
    editIssue(local.world, people.max, issue, { labels: [label], milestone });
    for (let index = 0; index < 9; index++) addIssueComment(local.world, people.ann, issue, `Me too ${index}`);
    const spam = addIssueComment(local.world, people.ann, issue, "Buy watches");
    minimize(local.world, people.hana, spam, "spam");
    addIssueComment(local.world, people.max, issue, "Fixed.");
    closeIssue(local.world, people.max, issue);

    expect(await github.reads.findIssue(ref, issue.number)).toEqual({
      id: issue.id,
      number: issue.number,
      title: "It crashes",
      body: "On *start*.\r\n",
      url: `${local.url}/acme/seen/issues/${issue.number}`,
      author: { login: "ann", isBot: false },
      labels: ["bug"],
      milestone: "2.4",
      createdAt: new Date(issue.createdAt),
      updatedAt: new Date(issue.updatedAt),
      closed: "completed",
      closedAt: new Date(issue.closedAt ?? ""),
      lastComments: [
        expect.objectContaining({ body: "Me too 6", isOfProject: false }),
        expect.objectContaining({ body: "Me too 7" }),
        expect.objectContaining({ body: "Me too 8" }),
        expect.objectContaining({ body: "Buy watches", isMinimized: true }),
        {
          body: "Fixed.",
          author: { login: "max", isBot: false },
          createdAt: expect.any(Date),
          isMinimized: false,
          isOfProject: true,
        },
      ],
    });
  });

  it.each([
    ["COMPLETED", "completed"],
    ["NOT_PLANNED", "not-planned"],
    ["DUPLICATE", "duplicate"],
  ] as const)("tells why it was closed: %s", async (reason, closed) => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository(`closed-${closed}`);
    const issue = openIssue(local.world, people.ann, there, { title: "It crashes" });
    closeIssue(local.world, people.ann, issue, reason);
    expect(await github.reads.findIssue(ref, issue.number)).toMatchObject({ closed });
    reopenIssue(local.world, people.ann, issue);
    expect(await github.reads.findIssue(ref, issue.number)).not.toHaveProperty("closed");
  });

  it("finds none that is deleted or was never there", async () => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository("none");
    const issue = openIssue(local.world, people.ann, there, { title: "Spam" });
    deleteIssue(local.world, people.olga, issue);
    expect(await github.reads.findIssue(ref, issue.number)).toBeUndefined();
    expect(await github.reads.findIssue(ref, 99)).toBeUndefined();
  });
});

describe("recentIssues", () => {
  it("reads all issues, those changed last first, at a point for each 50", async () => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository("many");
    const opened = Array.from({ length: 120 }, (_, index) =>
      openIssue(local.world, people.ann, there, { title: `Issue ${index}` }),
    );
    local.ledger.clear();
    const found: number[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await github.reads.recentIssues(ref, cursor);
      found.push(...page.issues.map(({ number }) => number));
      cursor = page.next;
    }
    expect(new Set(found)).toEqual(new Set(opened.map(({ number }) => number)));
    expect(found).toHaveLength(120);
    expect(local.ledger.points({ kind: "graphql" })).toBe(3);
  });

  it("reads none of a repository without issues", async () => {
    const { ref } = await world.repository("empty");
    expect(await world.github.reads.recentIssues(ref, undefined)).toEqual({ issues: [] });
  });
});

describe("comments on issues", () => {
  it("are written byte for byte, found again, and told from other people's", async () => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository("commented");
    const issue = openIssue(local.world, people.ann, there, { title: "It crashes" });
    const theirs = addIssueComment(local.world, people.ann, issue, "/help");
    const id = await github.writes.addIssueComment(ref, issue.id, "Löst `x`.\r\n");
    expect(await github.reads.ourIssueComments(ref, issue.number)).toEqual([{ id, body: "Löst `x`.\r\n" }]);
    expect(await github.reads.findIssueComment(ref, theirs.id)).toEqual({ id: theirs.id, body: "/help" });
  });

  it("that are gone are not found, and on an issue that is gone none can be written", async () => {
    const { github, people, repository, local } = world;
    const { there, ref } = await repository("comments-gone");
    const issue = openIssue(local.world, people.ann, there, { title: "It crashes" });
    const comment = addIssueComment(local.world, people.ann, issue, "Hm.");
    deleteIssueComment(local.world, people.ann, comment);
    expect(await github.reads.findIssueComment(ref, comment.id)).toBeUndefined();
    deleteIssue(local.world, people.olga, issue);
    await expect(github.reads.ourIssueComments(ref, issue.number)).rejects.toBeInstanceOf(GoneError);
    await expect(github.writes.addIssueComment(ref, issue.id, "Late.")).rejects.toBeInstanceOf(GoneError);
  });
});
