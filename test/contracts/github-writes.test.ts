import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteDiscussion, setArchived } from "local-github-server/world";
import { GoneError } from "../../src/core/errors.ts";
import { startGitHubWorld } from "./github-world.ts";

let world: Awaited<ReturnType<typeof startGitHubWorld>>;
beforeAll(async () => {
  world = await startGitHubWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function aQuestion(name: string) {
  const { there, ref } = await world.repository(name);
  return { question: world.ask(there, "How?"), ref };
}

describe("addComment", () => {
  it("writes a comment, byte for byte, and says which it is", async () => {
    const { question, ref } = await aQuestion("comments");
    const body = 'Löst `"$x"` \\ {{ }} \u{1F680}\r\n\r\n<!-- frontdesk:say:1 -->';
    const id = await world.github.writes.addComment(ref, question.id, body);
    expect(question.comments).toMatchObject([{ id, body, author: { login: "frontdesk" } }]);
  });

  it("answers a comment under it, and a reply under the comment it stands under", async () => {
    const { question, ref } = await aQuestion("replies");
    const top = world.comment(world.people.ann, question, "First?");
    const reply = world.comment(world.people.hana, question, "Second?", top);
    const toTop = await world.github.writes.addComment(ref, question.id, "To the first.", top.id);
    const toReply = await world.github.writes.addComment(ref, question.id, "To the second.", reply.id);
    expect(top.replies.map(({ id }) => id)).toEqual([reply.id, toTop, toReply]);
  });

  it("says that the discussion, or the comment to answer, is gone", async () => {
    const { question, ref } = await aQuestion("gone");
    const comment = world.comment(world.people.ann, question, "Hello?");
    await expect(world.github.writes.addComment(ref, question.id, "x", question.id)).rejects.toBeInstanceOf(GoneError);
    deleteDiscussion(world.local.world, world.people.max, question);
    await expect(world.github.writes.addComment(ref, question.id, "x")).rejects.toBeInstanceOf(GoneError);
    await expect(world.github.writes.addComment(ref, question.id, "x", comment.id)).rejects.toBeInstanceOf(GoneError);
    await expect(world.github.writes.updateComment(ref, comment.id, "x")).rejects.toBeInstanceOf(GoneError);
  });

  it("says why GitHub refused", async () => {
    const { question, ref } = await aQuestion("archived");
    await expect(world.github.writes.addComment(ref, question.id, "")).rejects.toThrow("can't be blank");
    setArchived(world.local.world, world.people.olga, question.repository, true);
    await expect(world.github.writes.addComment(ref, question.id, "Late.")).rejects.toThrow("archived so is read-only");
  });
});

describe("discussions of our own", () => {
  it("are opened in a category, found by what is in them, and edited", async () => {
    const { question, ref } = await aQuestion("own");
    const { reads, writes } = world.github;
    const mark = "<!-- frontdesk:report:1 -->";
    expect(await reads.findDiscussionMadeFor(ref, (body) => body.includes(mark))).toBeUndefined();
    const number = await writes.openDiscussion(ref, { category: "general", title: "Report", body: `${mark}\nOne.` });
    const found = await reads.findDiscussionMadeFor(ref, (body) => body.includes(mark));
    expect(found).toMatchObject({ number, title: "Report", category: { slug: "general" } });
    await writes.editDiscussion(ref, found?.id ?? "", { title: "Report 2", body: `${mark}\nTwo.` });
    expect(await reads.findDiscussion(ref, number)).toMatchObject({ title: "Report 2", body: `${mark}\nTwo.` });
    // Whatever others write in our name is theirs.
    world.ask(question.repository, "Mine", "<!-- frontdesk:report:2 -->");
    expect(await reads.findDiscussionMadeFor(ref, (body) => body.includes("report:2"))).toBeUndefined();
  });

  it("are refused where there is no such category", async () => {
    const { ref } = await aQuestion("uncategorised");
    const draft = { category: "news", title: "Report", body: "x" };
    await expect(world.github.writes.openDiscussion(ref, draft)).rejects.toThrow("there is no category news");
  });
});

describe("other writes", () => {
  it("edit and fold our comment, and react once however often", async () => {
    const { question, ref } = await aQuestion("edits");
    const { writes } = world.github;
    const theirs = world.comment(world.people.ann, question, "/help");
    const id = await writes.addComment(ref, question.id, "Old.");
    await writes.updateComment(ref, id, "New.");
    await writes.minimizeComment(ref, id, "outdated");
    await writes.react(ref, theirs.id, "eyes");
    await writes.react(ref, theirs.id, "eyes");
    await writes.react(ref, theirs.id, "rocket");
    expect(question.comments.find((comment) => comment.id === id)).toMatchObject({
      body: "New.",
      isMinimized: true,
    });
    expect(theirs.reactions.map(({ content }) => content)).toEqual(["EYES", "ROCKET"]);
  });
});
