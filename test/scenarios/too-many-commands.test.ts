import { afterEach, describe, expect, it } from "vitest";
import type { Discussion, DiscussionComment } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const reactions = (it: DiscussionComment) => it.reactions.map(({ content }) => content);
const repliesIn = (it: Discussion) => it.comments.flatMap(desk.botReplies);
const writes = () =>
  desk.github.ledger
    .list()
    .filter(({ operation }) => /^(React|AddComment|UpdateComment)$/.test(operation))
    .map(({ operation }) => operation);

/** Ten commands of a stranger, of which `/help` is for anyone. */
const ten = [
  "/help",
  "/promote-faq",
  "/accept",
  "/decline no",
  "/reopen",
  "/duplicate #1",
  "/label bug",
  "/priority p1",
  "/assign @mia",
  "/milestone v1",
].join("\n");

/** Which comment is the first to be told depends on the order they come in, and what is written on no request failing. */
const isTroubled = process.env["FRONTDESK_TROUBLE"] !== undefined;

describe.skipIf(isTroubled)("a person without a role", () => {
  it("is told once in a while what is refused, and shown it otherwise", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    desk.github.ledger.clear();
    const first = desk.comment(thread, "/promote-faq", "sam");
    await desk.settle();
    expect(desk.botReplies(first).map(({ body }) => body)).toEqual([
      expect.stringContaining("`/promote-faq` is for people with triage rights."),
    ]);
    expect(reactions(first)).toEqual(["CONFUSED"]);

    desk.github.ledger.clear();
    const second = desk.comment(thread, "/decline no\n/promote-faq\n/accept", "sam");
    await desk.settle();
    expect(desk.botReplies(second)).toEqual([]);
    expect(reactions(second)).toEqual(["CONFUSED"]);
    // Three refused commands cost one reaction.
    expect(writes()).toEqual(["React"]);

    const elsewhere = desk.ask("And this?", "Hello?", "ann", "general");
    const third = desk.comment(elsewhere, "/accept", "sam");
    const another = desk.comment(thread, "/accept", "ann");
    await desk.settle();
    expect([desk.botReplies(third), desk.botReplies(another)].map((it) => it.length)).toEqual([1, 1]);
  });

  it("is told more often in a thread of their own, where each refusal says what else is in the way", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    const comments = [];
    for (let index = 0; index < 7; index++) {
      comments.push(desk.comment(thread, "/accept", "ann"));
      await desk.settle();
    }
    expect(comments.map((it) => desk.botReplies(it).length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(comments.map(reactions).every((it) => it.join("") === "CONFUSED")).toBe(true);
  });

  it("is told once in a while of commands right under a quote", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    const first = desk.comment(thread, "> Hello?\n/help", "sam");
    await desk.settle();
    const second = desk.comment(thread, "> Hello?\n/help", "sam");
    const ofHelper = [0, 1].map(() => desk.comment(thread, "> Hello?\n/help", "hana"));
    await desk.settle();
    expect([first, second, ...ofHelper].map((it) => desk.botReplies(it).length)).toEqual([1, 0, 1, 1]);
    expect([first, second].map(reactions)).toEqual([["CONFUSED"], ["CONFUSED"]]);
  });

  it("cannot make the app talk by many commands, nor use up its writes", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    await desk.settle();
    desk.github.ledger.clear();
    const flood = Array.from({ length: 24 }, () => desk.comment(thread, ten, "sam"));
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();

    const said = repliesIn(thread).map(({ body }) => body);
    expect(said.filter((it) => it.includes("Here you can use"))).toHaveLength(9);
    expect(said).toHaveLength(10);
    expect(flood.map(reactions).every((it) => it.filter((one) => one === "CONFUSED").length <= 1)).toBe(true);
    expect(writes().length).toBeLessThan(70);
    expect(desk.botComments(question)).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("is told that there were too many, and people with a role are not limited", async () => {
    desk = await openDesk();
    const thread = desk.ask("Is this on?", "Hello?", "ann", "general");
    for (let index = 0; index < 10; index++) desk.comment(thread, "/help", "sam");
    const eleventh = desk.comment(thread, "/help", "sam");
    const twelfth = desk.comment(thread, "/help", "sam");
    const ofHelper = Array.from({ length: 12 }, () => desk.comment(thread, "/help", "hana"));
    await desk.settle();
    expect(desk.botReplies(eleventh).map(({ body }) => body)).toEqual([
      expect.stringContaining("I take 10 commands an hour from one person without triage rights"),
    ]);
    expect(reactions(eleventh)).toEqual(["CONFUSED"]);
    // 😕 at most: with so many writes in a minute, none is to spare.
    expect([...reactions(twelfth), "CONFUSED"].every((it) => it === "CONFUSED")).toBe(true);
    expect(desk.botReplies(twelfth)).toEqual([]);
    for (const comment of ofHelper) expect(reactions(comment)).toEqual(["EYES", "ROCKET"]);
  });
});
