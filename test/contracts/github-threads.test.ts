import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDiscussion, deleteDiscussion, markAnswer } from "local-github-server/world";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("findThread", () => {
  it("reads a discussion as its people see it", async () => {
    const { github, people, repository, ask, comment } = world;
    const { there, ref } = await repository("seen");
    const question = ask(there, "How do I log?", "Nothing is *logged*.\r\n\u0000<b>");
    const answer = comment(people.hana, question, "Set `level`.");
    const thanks = comment(people.ann, question, "Thanks!", answer);
    markAnswer(world.local.world, people.ann, answer);

    const thread = await github.reads.findThread(ref, question.number);
    expect(thread).toMatchObject({
      id: question.id,
      title: "How do I log?",
      body: question.body,
      author: { login: "ann", isBot: false },
      category: { slug: "q-a", isAnswerable: true },
      labels: [],
      locked: false,
      answer: { id: answer.id, body: "Set `level`.", isOurs: false },
      answeredAt: expect.any(Date),
      comments: [
        { id: answer.id, author: { login: "hana", isBot: false }, isMinimized: false },
        { id: thanks.id, replyTo: answer.id },
      ],
    });
    expect(thread).not.toHaveProperty("closed");
  });

  it("reads every comment and every reply of a long thread", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("long");
    const question = ask(there, "Long");
    const written: string[] = [];
    for (let index = 0; index < 120; index++) written.push(comment(people.hana, question, `Comment ${index}`).id);
    const first = question.comments[0];
    for (let index = 0; index < 170; index++) written.push(comment(people.ann, question, `Reply ${index}`, first).id);

    local.ledger.clear();
    const thread = await github.reads.findThread(ref, question.number);
    const found = thread?.comments.map(({ id }) => id) ?? [];
    expect(found).toHaveLength(290);
    expect(new Set(found)).toEqual(new Set(written));
    // 50 + 50 + 20 comments, and 50 + 100 + 20 replies under one of them.
    expect(local.ledger.points({ kind: "graphql" })).toBeLessThanOrEqual(5);
  });

  it("gives comments and replies in the order they were written", async () => {
    const { github, people, repository, ask, comment } = world;
    const { there, ref } = await repository("order");
    const question = ask(there, "Order?");
    const first = comment(people.hana, question, "first");
    const second = comment(people.hana, question, "second");
    const third = comment(people.ann, question, "third, a reply to the first", first);
    for (const [minute, it] of [first, second, third].entries()) {
      Object.assign(it, { createdAt: `2026-03-02T09:0${minute}:00Z` });
    }
    const thread = await github.reads.findThread(ref, question.number);
    expect(thread?.comments.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  });

  it("knows our own comments, and those of accounts that are gone", async () => {
    const { github, people, repository, ask, comment } = world;
    const { there, ref } = await repository("ghosts");
    const question = ask(there, "Who?");
    const left = comment(people.hana, question, "I was here.");
    Object.assign(left, { author: null });
    const ours = await github.writes.addComment(ref, question.id, "We are here.");

    const thread = await github.reads.findThread(ref, question.number);
    expect(thread?.comments).toMatchObject([
      { id: left.id, isOurs: false },
      { id: ours, isOurs: true, author: { login: "frontdesk", isBot: true } },
    ]);
    expect(thread?.comments[0]).not.toHaveProperty("author");
  });

  it("takes a reply that was marked as the answer", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("reply-answers");
    const question = ask(there, "Nested?");
    const top = comment(people.ann, question, "Anybody?");
    const reply = comment(people.hana, question, "Yes.", top);
    markAnswer(local.world, people.ann, reply);
    const thread = await github.reads.findThread(ref, question.number);
    expect(thread?.answer).toMatchObject({ id: reply.id, replyTo: top.id });
  });

  it.each(["RESOLVED", "OUTDATED", "DUPLICATE"] as const)("tells why a thread was closed: %s", async (reason) => {
    const { github, people, repository, ask, local } = world;
    const { there, ref } = await repository(`closed-${reason.toLowerCase()}`);
    const question = ask(there, "Old");
    closeDiscussion(local.world, people.max, question, reason);
    expect(await github.reads.findDiscussion(ref, question.number)).toMatchObject({ closed: reason.toLowerCase() });
  });

  it("finds nothing where the discussion is deleted, never was, or the repository is not ours to see", async () => {
    const { github, people, repository, ask, local } = world;
    const { there, ref } = await repository("gone");
    const question = ask(there, "Gone");
    deleteDiscussion(local.world, people.max, question);
    expect(await github.reads.findThread(ref, question.number)).toBeUndefined();
    expect(await github.reads.findDiscussion(ref, 4711)).toBeUndefined();
    expect(await github.reads.findThread({ ...ref, name: "elsewhere" }, 1)).toBeUndefined();
  });
});

describe("answeredDiscussions", () => {
  it("gives all answered threads, page by page, newest change first, at a point a page", async () => {
    const { github, people, repository, ask, comment, local } = world;
    const { there, ref } = await repository("answered");
    const answered: number[] = [];
    for (let index = 0; index < 60; index++) {
      const question = ask(there, `Question ${index}`);
      const answer = comment(people.hana, question, `Answer ${index}`);
      if (index % 10 === 9) continue;
      markAnswer(local.world, people.ann, answer);
      answered.push(question.number);
    }

    local.ledger.clear();
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await github.reads.answeredDiscussions(ref, cursor);
      expect(page.discussions.every(({ answer }) => answer !== undefined)).toBe(true);
      found.push(...page.discussions.map(({ number }) => number));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(found.toSorted((one, other) => one - other)).toEqual(answered);
    expect(local.ledger.points({ kind: "graphql" })).toBe(3);
  });

  it("is empty for a repository without any", async () => {
    const { ref } = await world.repository("unanswered");
    expect(await world.github.reads.answeredDiscussions(ref, undefined)).toEqual({ discussions: [] });
  });
});
