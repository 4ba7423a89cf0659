import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addIssueComment,
  deleteDiscussion,
  deleteIssueComment,
  editDiscussionComment,
  openIssue,
  type Discussion,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
let question: Discussion;
beforeAll(async () => {
  desk = await openDesk();
  question = desk.ask("How can I change the log level to debug?");
  await desk.settle();
});
afterAll(() => desk.close());

/** Somebody comments; what the bot reacted with and replied. */
async function after(body: string, by: string) {
  const comment = desk.comment(question, body, by);
  await desk.settle();
  return {
    reactions: comment.reactions.map(({ content }) => content),
    replies: desk.botReplies(comment).map((it) => it.body),
  };
}

describe("a command", () => {
  it("is seen, done and answered when there is something to say", async () => {
    const { reactions, replies } = await after("/help", "sam");
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(replies).toEqual([expect.stringContaining("`/help`")]);
  });

  it("is shown by /help only to those who may use it", async () => {
    expect((await after("/help", "sam")).replies[0]).not.toContain("/not-helpful");
    expect((await after("/help", "ann")).replies[0]).toContain("/not-helpful");
    expect((await after("/help", "hana")).replies[0]).toContain("/not-helpful");
  });

  it("is refused to others with the word who may", async () => {
    const { reactions, replies } = await after("/not-helpful", "sam");
    expect(reactions).toEqual(["CONFUSED"]);
    expect(replies).toEqual([
      expect.stringContaining("`/not-helpful` is for whoever opened the discussion or people with triage rights."),
    ]);
  });

  it.each([
    ["in a fence", "```\n/help\n```"],
    ["in a quote", "> /help"],
    ["in an HTML comment", "<!--\n/help\n-->"],
    ["within a sentence", "Try /help maybe"],
    ["that nobody knows", "/hold me"],
    ["that means another bot where nothing is requested", "/assign me"],
  ])("%s is left alone", async (_, body) => {
    expect(await after(body, "ann")).toEqual({ reactions: [], replies: [] });
  });

  it("right under a quote is not carried out, and its author learns why", async () => {
    const { reactions, replies } = await after("> Did the docs help?\n/not-helpful", "ann");
    expect(reactions).toEqual(["CONFUSED"]);
    expect(replies).toEqual([
      expect.stringContaining("`/not-helpful` stands right under a quote, which makes it part of the quote"),
    ]);
    expect(desk.botComments(question).map((it) => it.isMinimized)).toEqual([false]);
  });

  it("right under a quote is told of beside one that is carried out, once", async () => {
    const { reactions, replies } = await after("/help\n\n> Did the docs help?\n/not-helpful\n/help", "hana");
    expect(reactions).toEqual(["EYES", "ROCKET", "CONFUSED"]);
    expect(replies).toEqual([
      expect.stringContaining("Here you can use"),
      expect.stringContaining("`/not-helpful` stands right under a quote"),
    ]);
  });

  it.each([
    ["which the quote held", "> Shall I?\n> /help\n\n> Shall I?\n/help"],
    ["which the quoted comment held", "> You may ask for it by\n/help"],
    ["which a mail program wrapped", "> Whoever wants to know more writes\n/help in a comment"],
    ["that nobody knows", "> hello\n/hold me"],
    ["that means another bot where nothing is requested", "> hello\n/assign me"],
  ])("right under a quote, %s, is left alone", async (_, body) => {
    desk.comment(question, "You may ask for it by\n\n    /help\n\nin a comment.", "hana");
    desk.comment(question, "Whoever wants to know more writes /help in a comment of their own.", "hana");
    expect(await after(body, "ann")).toEqual({ reactions: [], replies: [] });
  });

  it("put into a comment by an edit is left alone", async () => {
    const comment = desk.comment(question, "Let me see.", "ann");
    await desk.settle();
    editDiscussionComment(desk.github.world, desk.person("ann"), comment, "/help");
    await desk.settle();
    expect(comment.reactions).toEqual([]);
  });

  it("in a reply is answered in the same thread", async () => {
    const comment = desk.comment(question, "Any idea?", "hana");
    desk.comment(question, "/help", "ann", comment);
    await desk.settle();
    expect(desk.botReplies(comment)).toHaveLength(1);
  });

  it("/not-helpful folds the suggestions away, and a second one says that they are", async () => {
    expect((await after("Not what I meant.\n\n/not-helpful", "ann")).reactions).toEqual(["EYES", "ROCKET"]);
    expect(desk.botComments(question).map((it) => it.isMinimized)).toEqual([true]);
    const again = await after("/not-helpful", "hana");
    expect(again.reactions).toEqual(["EYES", "CONFUSED"]);
    expect(again.replies[0]).toContain("folded away already");
  });

  it("in a discussion that is deleted meanwhile harms nothing", async () => {
    const other = desk.ask("Shall this stay?", "No.", "ann", "general");
    desk.comment(other, "/help", "ann");
    deleteDiscussion(desk.github.world, desk.person("mia"), other);
    await desk.settle();
    expect(await desk.givenUp()).toBe(0);
  });
});

describe("a command in an issue", () => {
  it("is answered below it, once, and one that is for discussions is left alone", async () => {
    const { world } = desk.github;
    const issue = openIssue(world, desk.person("sam"), desk.repository, { title: "It crashes" });
    const comment = addIssueComment(world, desk.person("sam"), issue, "/help");
    const other = addIssueComment(world, desk.person("sam"), issue, "/not-helpful");
    await desk.settle();
    expect(comment.reactions.map(({ content }) => content)).toEqual(["EYES", "ROCKET"]);
    expect(other.reactions).toEqual([]);
    const said = issue.comments.filter(({ author }) => author?.__typename === "Bot").map(({ body }) => body);
    expect(said).toEqual([expect.stringContaining("`/help`")]);
    expect(said[0]).not.toContain("/not-helpful");
  });

  it("right under a quote is told of below it, unless it is the issue that is quoted", async () => {
    const { world } = desk.github;
    const issue = openIssue(world, desk.person("sam"), desk.repository, { title: "It stops", body: "I wrote\n/help" });
    const quoting = addIssueComment(world, desk.person("mia"), issue, "> I wrote\n/help");
    const meant = addIssueComment(world, desk.person("mia"), issue, "> It stops\n/help");
    await desk.settle();
    expect([quoting, meant].map((it) => it.reactions.map(({ content }) => content))).toEqual([[], ["CONFUSED"]]);
    const said = issue.comments.filter(({ author }) => author?.__typename === "Bot").map(({ body }) => body);
    expect(said).toEqual([expect.stringContaining("`/help` stands right under a quote")]);
  });

  it("whose comment is deleted meanwhile harms nothing", async () => {
    const { world } = desk.github;
    const issue = openIssue(world, desk.person("sam"), desk.repository, { title: "It hangs" });
    const comment = addIssueComment(world, desk.person("sam"), issue, "/help");
    deleteIssueComment(world, desk.person("mia"), comment);
    await desk.settle();
    expect(issue.comments).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
  });
});
