import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDiscussion, createUser, deleteDiscussion, minimize, react, upvote } from "local-github-server/world";
import { GoneError } from "../../../src/core/errors.ts";
import { startGitHubWorld } from "../github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

describe("openDiscussions", () => {
  it("reads those of one category that are open, page by page", async () => {
    const { local, people, repository, ask, github } = world;
    const { there, ref } = await repository("open");
    const asked = Array.from({ length: 27 }, (_, index) => ask(there, `Question ${index}?`));
    const [closed, ...open] = asked;
    if (closed) closeDiscussion(local.world, people.max, closed, "RESOLVED");
    const slug = closed?.category.slug ?? "";
    const first = await github.reads.openDiscussions(ref, slug, undefined);
    const second = await github.reads.openDiscussions(ref, slug, first.next);
    expect(second.next).toBeUndefined();
    const numbers = [...first.discussions, ...second.discussions].map(({ number }) => number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(open.map(({ number }) => number));
    expect(await github.reads.openDiscussions(ref, "ideas", undefined)).toEqual({ discussions: [] });
    expect(await github.reads.openDiscussions(ref, "nowhere", undefined)).toEqual({ discussions: [] });
  });
});

describe("votesOn", () => {
  it("counts upvotes, with the asker's own, and thumbs up; and leaves out what is gone", async () => {
    const { local, people, repository, ask, github } = world;
    const { there, ref } = await repository("votes");
    const [liked, plain, deleted] = [ask(there, "Dark mode?"), ask(there, "Light mode?"), ask(there, "Spam?")];
    for (const login of ["ben", "cleo", "dan"]) {
      const person = createUser(local.world, login);
      upvote(person, liked);
      react(local.world, person, liked, "THUMBS_UP");
    }
    react(local.world, people.hana, liked, "THUMBS_DOWN");
    deleteDiscussion(local.world, people.max, deleted);
    const numbers = [liked.number, plain.number, deleted.number, 99];
    expect(await github.reads.votesOn(ref, numbers)).toEqual(
      new Map([
        [liked.number, { upvotes: 4, thumbsUp: 3 }],
        [plain.number, { upvotes: 1, thumbsUp: 0 }],
      ]),
    );
    expect(await github.reads.votesOn(ref, [])).toEqual(new Map());
  });

  it("costs a point for each fifty", async () => {
    const { there, ref } = await world.repository("many");
    const numbers = Array.from({ length: 60 }, (_, index) => world.ask(there, `Idea ${index}?`).number);
    world.local.ledger.clear();
    expect((await world.github.reads.votesOn(ref, numbers)).size).toBe(60);
    expect(world.local.ledger.points({ kind: "graphql" })).toBe(2);
  });

  it("of a repository that is gone says so, and not that nobody votes", async () => {
    const { ref } = await world.repository("here");
    const reading = world.github.reads.votesOn({ ...ref, name: "nowhere" }, [1]);
    await expect(reading).rejects.toBeInstanceOf(GoneError);
  });
});

describe("closeDiscussion and reopenDiscussion", () => {
  it.each([
    ["resolved", "RESOLVED"],
    ["outdated", "OUTDATED"],
    ["duplicate", "DUPLICATE"],
  ] as const)("close as %s and open again, each as often as one likes", async (reason, stateReason) => {
    const { there, ref } = await world.repository(`closed-${reason}`);
    const idea = world.ask(there, "Dark mode?");
    const { writes } = world.github;
    for (const _time of [1, 2]) await writes.closeDiscussion(ref, idea.id, reason);
    expect(idea).toMatchObject({ closed: true, stateReason });
    for (const _time of [1, 2]) await writes.reopenDiscussion(ref, idea.id);
    expect(idea.closed).toBe(false);
  });

  it("leave what somebody else closed as it is", async () => {
    const { there, ref } = await world.repository("theirs");
    const idea = world.ask(there, "Dark mode?");
    closeDiscussion(world.local.world, world.people.max, idea, "OUTDATED");
    await world.github.writes.closeDiscussion(ref, idea.id, "resolved");
    expect(idea.stateReason).toBe("OUTDATED");
  });

  it("say that the discussion is gone", async () => {
    const { there, ref } = await world.repository("gone");
    const idea = world.ask(there, "Dark mode?");
    deleteDiscussion(world.local.world, world.people.max, idea);
    const { writes } = world.github;
    await expect(writes.closeDiscussion(ref, idea.id, "resolved")).rejects.toBeInstanceOf(GoneError);
    await expect(writes.reopenDiscussion(ref, idea.id)).rejects.toBeInstanceOf(GoneError);
  });
});

describe("markAnswer", () => {
  it("marks a comment or a reply, as often as one likes, and moves the mark", async () => {
    const { there, ref } = await world.repository("marked");
    const question = world.ask(there, "How?");
    const top = world.comment(world.people.ann, question, "So.");
    const reply = world.comment(world.people.hana, question, "Or so.", top);
    for (const comment of [top, top, reply]) {
      await world.github.writes.markAnswer(ref, comment.id);
      expect(question.answer).toBe(comment);
    }
  });

  it("says why GitHub refused", async () => {
    const { there, ref } = await world.repository("unmarked");
    const question = world.ask(there, "How?");
    const comment = world.comment(world.people.ann, question, "So.");
    minimize(world.local.world, world.people.max, comment, "outdated");
    await expect(world.github.writes.markAnswer(ref, comment.id)).rejects.toThrow("minimized comment");
    deleteDiscussion(world.local.world, world.people.max, question);
    await expect(world.github.writes.markAnswer(ref, comment.id)).rejects.toBeInstanceOf(GoneError);
  });
});
