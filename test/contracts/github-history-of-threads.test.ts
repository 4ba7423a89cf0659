import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  closeDiscussion,
  deleteDiscussion,
  deleteDiscussionComment,
  markAnswer,
  minimize,
  pinDiscussion,
} from "local-github-server/world";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("what a timeline reads of a thread", () => {
  it("is its state with the times of it", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("state");
    const question = ask(there, "How do I log?");
    const top = comment(people.max, question, "See below.");
    const answer = comment(people.hana, question, "Set `level`.", top);
    markAnswer(local.world, people.ann, answer);
    closeDiscussion(local.world, people.ann, question, "DUPLICATE");
    pinDiscussion(local.world, people.max, question);
    local.ledger.clear();
    const snapshot = await github.reads.findSnapshot(ref, question.number);
    expect(snapshot).toEqual({
      id: question.id,
      number: question.number,
      title: "How do I log?",
      url: expect.stringContaining(`/discussions/${question.number}`),
      category: "q-a",
      isAnswerable: true,
      labels: [],
      locked: false,
      isPinned: true,
      openedAt: new Date(question.createdAt),
      asker: { login: "ann", isBot: false },
      closed: { reason: "duplicate", at: new Date(question.closedAt ?? 0) },
      // A threaded reply can be the answer.
      answer: {
        comment: answer.id,
        at: new Date(question.answerChosenAt ?? 0),
        author: { login: "hana", isBot: false },
      },
      updatedAt: new Date(question.updatedAt),
      topLevelComments: 1,
    });
    expect(local.ledger.points({ kind: "graphql" })).toBe(1);
  });

  it("is each comment and reply, with what became of it", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("comments");
    const question = ask(there, "How do I log?");
    const top = comment(people.hana, question, "Wrong.");
    const reply = comment(people.ann, question, "No.", top);
    const spam = comment(people.max, question, "Buy!");
    const outdated = comment(people.max, question, "Wait for 2.0.");
    const ghost = comment(people.max, question, "I was here.");
    const app = local.world.findBot("frontdesk");
    const ours = app && addDiscussionComment(local.world, app, question, { body: "Docs." });
    minimize(local.world, people.max, spam, "spam");
    minimize(local.world, people.max, outdated, "outdated");
    deleteDiscussionComment(local.world, people.hana, top);
    ghost.author = null;
    const history = await github.reads.findHistory(ref, question.number);
    expect(history?.isPartial).toBe(false);
    const found = new Map(history?.comments.map((it) => [it.id, it]));
    expect(found.get(top.id)).toMatchObject({ isDeleted: true });
    expect(found.get(reply.id)).toMatchObject({
      isDeleted: false,
      isHidden: false,
      author: { login: "ann" },
      body: "No.",
    });
    expect(found.get(spam.id)).toMatchObject({ isHidden: true });
    expect(found.get(outdated.id)).toMatchObject({ isHidden: false });
    expect(found.get(ghost.id)).not.toHaveProperty("author");
    expect(found.get(ours?.id ?? "")).toMatchObject({ isOurs: true, author: { isBot: true } });
  });

  it("is all of a thread with 5,000 comments", { timeout: 60_000 }, async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("long");
    const question = ask(there, "Long");
    for (let index = 0; index < 4_000; index++) comment(people.hana, question, `Comment ${index}`);
    const [first] = question.comments;
    for (let index = 0; index < 1_000; index++) comment(people.ann, question, `Reply ${index}`, first);
    local.ledger.clear();
    const history = await github.reads.findHistory(ref, question.number);
    expect(new Set(history?.comments.map(({ id }) => id)).size).toBe(5_000);
    // 40 pages of a hundred comments after the first fifty, and ten of replies.
    expect(local.ledger.points({ kind: "graphql" })).toBeLessThanOrEqual(51);
  });

  it("is nothing where the thread is gone", async () => {
    const { github, repository, people, ask, local } = world;
    const { there, ref } = await repository("gone");
    const question = ask(there, "Gone");
    deleteDiscussion(local.world, people.max, question);
    expect(await github.reads.findSnapshot(ref, question.number)).toBeUndefined();
    expect(await github.reads.findHistory(ref, question.number)).toBeUndefined();
  });
});
