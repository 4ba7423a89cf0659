import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteDiscussionComment, minimize, react, unreact } from "local-github-server/world";
import { RateLimitError } from "../../src/core/errors.ts";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** A discussion of ann's with a comment in it; whose it is makes no difference. */
async function aPost(name: string) {
  const { people, repository, ask, comment } = world;
  const { there, ref } = await repository(name);
  const question = ask(there, "How?");
  const post = comment(people.olga, question, "Look here.");
  return { ref, question, id: post.id, comment: post };
}

describe("opinionsOn", () => {
  it("tells who clicked 👍 and 👎, and who asked", async () => {
    const { github, people, local } = world;
    const { ref, id, comment } = await aPost("clicked");
    react(local.world, people.ann, comment, "THUMBS_UP");
    react(local.world, people.hana, comment, "THUMBS_DOWN");
    react(local.world, people.max, comment, "HEART");
    const opinions = await github.reads.opinionsOn(ref, [id]);
    expect(opinions).toEqual(
      new Map([
        [
          id,
          {
            asker: "ann",
            reactions: [
              { by: "ann", helpful: true, at: expect.any(Date) },
              { by: "hana", helpful: false, at: expect.any(Date) },
            ],
          },
        ],
      ]),
    );
    unreact(local.world, people.ann, comment, "THUMBS_UP");
    expect((await github.reads.opinionsOn(ref, [id])).get(id)?.reactions.map(({ by }) => by)).toEqual(["hana"]);
  });

  it("counts no bot, ourselves among them", async () => {
    const { github, local } = world;
    const { ref, id, comment } = await aPost("bots");
    const [bot] = local.world.all("Bot");
    if (bot) react(local.world, bot, comment, "THUMBS_UP");
    expect(comment.reactions).toHaveLength(1);
    expect((await github.reads.opinionsOn(ref, [id])).get(id)?.reactions).toEqual([]);
  });

  it("leaves out comments that are deleted, emptied or hidden, and fails for none of them", async () => {
    const { github, people, local, comment } = world;
    const kept = await aPost("kept");
    const deleted = await aPost("deleted");
    deleteDiscussionComment(local.world, people.max, deleted.comment);
    const emptied = await aPost("emptied");
    comment(people.ann, emptied.question, "Thanks.", emptied.comment);
    deleteDiscussionComment(local.world, people.max, emptied.comment);
    const hidden = await aPost("hidden");
    minimize(local.world, people.max, hidden.comment, "off-topic");
    const ids = [deleted.id, emptied.id, hidden.id, kept.id, kept.question.id];
    expect([...(await github.reads.opinionsOn(kept.ref, ids)).keys()]).toEqual([kept.id]);
  });

  it("does not need whoever asked to be there still", async () => {
    const { github, question, id, ref } = { ...world, ...(await aPost("ghost")) };
    Object.assign(question, { author: null });
    expect((await github.reads.opinionsOn(ref, [id])).get(id)).toEqual({ reactions: [] });
  });

  it("costs a point for each fifty comments, and nothing for none", async () => {
    const { github, people, local, comment, ask, repository } = world;
    const { there, ref } = await repository("many");
    const question = ask(there, "Many?");
    const ids = Array.from({ length: 120 }, (_, i) => comment(people.hana, question, `Comment ${i}`).id);
    local.ledger.clear();
    expect((await github.reads.opinionsOn(ref, ids)).size).toBe(120);
    expect(local.ledger.points({ kind: "graphql" })).toBe(3);
    local.ledger.clear();
    expect((await github.reads.opinionsOn(ref, [])).size).toBe(0);
    expect(local.ledger.list()).toEqual([]);
  });

  it("tells all reactions of people where these are asked for, at the same price", async () => {
    const { github, people, local } = world;
    const { ref, id, comment } = await aPost("all reactions");
    const [bot] = local.world.all("Bot");
    if (bot) react(local.world, bot, comment, "HEART");
    const contents = ["THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES"] as const;
    for (const content of contents) react(local.world, people.ann, comment, content);
    local.ledger.clear();
    const kinds = ["thumbs-up", "thumbs-down", "laugh", "hooray", "confused", "heart", "rocket", "eyes"];
    expect((await github.reads.reactionsOn(ref, [id])).get(id)).toEqual(
      kinds.map((reaction) => ({ by: "ann", reaction, at: expect.any(Date) })),
    );
    expect(local.ledger.points({ kind: "graphql" })).toBe(1);
  });

  it("says when GitHub wants us to wait", async () => {
    const { github, local } = world;
    const { ref, id } = await aPost("limited");
    local.faults.add({ kind: "secondary-limit", retryAfterSeconds: 60, on: "OpinionsOn", times: 1 });
    await expect(github.reads.opinionsOn(ref, [id])).rejects.toThrow(RateLimitError);
  });
});
