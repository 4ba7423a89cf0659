import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  deleteDiscussionComment,
  editDiscussion,
  markAnswer,
  minimize,
  type Discussion,
  type DiscussionComment,
} from "local-github-server/world";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** A question with an answer of sam's, which nobody has marked. */
async function aQuestion(): Promise<{ readonly question: Discussion; readonly answer: DiscussionComment }> {
  const question = desk.ask("Why does the flange squeak?");
  const answer = desk.comment(question, "Oil it.", "sam");
  await desk.settle();
  return { question, answer };
}

async function command(question: Discussion, body: string, by: string, under?: DiscussionComment) {
  const comment = desk.comment(question, body, by, under);
  await desk.settle();
  const said = (under ? under.replies : comment.replies).filter(({ author }) => author?.__typename === "Bot");
  return { comment, reactions: comment.reactions.map(({ content }) => content), said: said.at(-1)?.body };
}

const address = ({ discussion, databaseId }: DiscussionComment) =>
  `${desk.github.url}/acme/widgets/discussions/${discussion.number}#discussioncomment-${databaseId}`;

describe("/answer", () => {
  it.each(["ann", "hana"])("under a comment marks it, by %s", async (by) => {
    const { question, answer } = await aQuestion();
    const { reactions, said } = await command(question, "/answer", by, answer);
    expect(question.answer).toBe(answer);
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(said).toBeUndefined();
    expect((await command(question, "/answer", by, answer)).reactions).toEqual(["EYES", "ROCKET"]);
  });

  it("is for the asker and helpers alone", async () => {
    const { question, answer } = await aQuestion();
    const { said } = await command(question, "/answer", "sam", answer);
    expect(question.answer).toBeNull();
    expect(said).toContain("`/answer` is for whoever opened the discussion or people with triage rights.");
  });

  it("with an address marks a reply, and moves the mark", async () => {
    const { question, answer } = await aQuestion();
    const reply = desk.comment(question, "Oil it twice.", "hana", answer);
    markAnswer(desk.github.world, desk.person("ann"), answer);
    await command(question, `/answer <${address(reply)}>`, "ann");
    expect(question.answer).toBe(reply);
  });

  it("alone says what it marks", async () => {
    const { question } = await aQuestion();
    const { reactions, said } = await command(question, "It was the oil.\n\n/answer", "ann");
    expect(question.answer).toBeNull();
    expect(reactions).toEqual(["EYES", "CONFUSED"]);
    expect(said).toContain("marks the comment that it stands under");
  });

  it("marks nothing that is elsewhere, hidden, or deleted", async () => {
    const { question, answer } = await aQuestion();
    const { answer: other } = await aQuestion();
    expect((await command(question, `/answer ${address(other)}`, "hana")).said).toContain("There is no such comment");
    expect((await command(question, "/answer sam's", "hana")).said).toContain("There is no such comment");
    minimize(desk.github.world, desk.person("hana"), answer, "outdated");
    expect((await command(question, "/answer", "hana", answer)).said).toContain("This comment is hidden");
    const emptied = desk.comment(question, "Wait.", "sam");
    desk.comment(question, "For what?", "hana", emptied);
    deleteDiscussionComment(desk.github.world, desk.person("sam"), emptied);
    expect((await command(question, `/answer ${address(emptied)}`, "hana")).said).toContain("was deleted");
    expect(question.answer).toBeNull();
  });

  it("never marks a bot's comment", async () => {
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    const [ours] = desk.botComments(question);
    if (!ours) throw new Error("nothing was suggested");
    expect((await command(question, "/answer", "ann", ours)).said).toContain("A bot's comment is no answer");
    expect(question.answer).toBeNull();
  });

  it("says which categories have answers", async () => {
    const { question, answer } = await aQuestion();
    const ideas = desk.repository.discussionCategories.find(({ isAnswerable }) => !isAnswerable);
    if (!ideas) throw new Error("every category has answers");
    editDiscussion(desk.github.world, desk.person("mia"), question, { category: ideas });
    await desk.settle();
    expect((await command(question, "/answer", "ann", answer)).said).toContain("only categories of the format Q&A");
  });

  it("is one mark when GitHub has done it without saying so", async () => {
    const { question, answer } = await aQuestion();
    const on = "markDiscussionCommentAsAnswer";
    desk.github.faults.add({ on, kind: "status", status: 502, when: "after", times: 1 });
    const { reactions } = await command(question, "/answer", "ann", answer);
    expect(question.answer).toBe(answer);
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(await desk.givenUp()).toBe(0);
  });
});
