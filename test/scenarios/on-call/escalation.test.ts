import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addDiscussionComment,
  addLabels,
  createLabel,
  deleteDiscussionComment,
  editDiscussion,
  minimize,
  type Discussion,
} from "local-github-server/world";
import { webhookPath } from "../../../src/web/server.ts";
import { nowhere } from "../../helpers/nowhere.ts";
import { openChat, type Chat } from "../../helpers/open-chat.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { botIssues, labelsOf } from "../../helpers/request-world.ts";

const minuteMs = 60_000;

let desk: Desk;
let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
  desk = await openDesk({ chat: chat.url, files: { ".github/frontdesk.yml": config() } });
});
afterEach(async () => {
  await desk.close();
  await chat.close();
});

function config(person = "hana"): string {
  return `
watch:
  near: 80
  priorities:
    p1: { first-response: 50m }
    p3: { first-response: 100m, next-response: 100m }
on-call:
  layers:
    - { name: main, people: [${person}], start: 2020-01-06 }
  escalation:
    near: { label: soon, mention: on-call, webhook: true }
    breach: { mention: on-call, webhook: true }
`;
}

const mentions = (discussion: Discussion) =>
  [...desk.botComments(discussion), ...desk.botComments(discussion).flatMap((it) => desk.botReplies(it))]
    .map(({ body }) => body)
    .filter((body) => body.includes("@hana"));

/** Somebody asks, and it is near its target after 80 minutes, and past it after 100. */
async function ask(title = "It does not start"): Promise<Discussion> {
  const question = desk.ask(title);
  await desk.settle();
  return question;
}

function label(question: Discussion, name: string): void {
  const { world } = desk.github;
  addLabels(world, desk.person("hana"), question, [createLabel(world, desk.person("mia"), desk.repository, { name })]);
}

describe("a question that waits too long", () => {
  it("is called for once near the end and once after it, whatever happens between", async () => {
    const question = await ask();
    await desk.advance(78 * minuteMs);
    expect({ labels: labelsOf(question), mentions: mentions(question), chat: chat.texts }).toEqual({
      labels: [],
      mentions: [],
      chat: [],
    });

    await desk.advance(6 * minuteMs);
    expect(labelsOf(question)).toEqual(["soon"]);
    expect(mentions(question)).toHaveLength(1);
    expect(chat.texts).toEqual([
      expect.stringContaining("acme/widgets: 1 question waits for the team. On call: hana."),
    ]);
    expect(chat.texts[0]).toContain("a first response is due on");

    await desk.advance(6 * minuteMs);
    await desk.restart();
    expect([mentions(question).length, chat.texts.length]).toEqual([1, 1]);

    await desk.advance(15 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(mentions(question)).toHaveLength(2);
    expect(chat.texts).toHaveLength(2);
    expect(chat.texts[1]).toContain("a first response was due on");

    await desk.advance(24 * 60 * minuteMs);
    expect([mentions(question).length, chat.texts.length]).toEqual([2, 2]);
    expect(await desk.givenUp()).toBe(0);
  });

  it("is called for as a breach alone after an outage that swallowed both moments", async () => {
    const question = await ask();
    await desk.advance(10 * 60 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect([mentions(question).length, chat.texts.length]).toEqual([1, 1]);
  });

  it("loses its label when the team has answered, and is called for again for what the asker writes then", async () => {
    const question = await ask();
    await desk.advance(110 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    addDiscussionComment(desk.github.world, desk.person("hana"), question, { body: "Which version is it?" });
    await desk.settle();
    expect(labelsOf(question)).toEqual([]);
    addDiscussionComment(desk.github.world, desk.person("ann"), question, {
      body: "It is 2.1, and it still does not start.",
    });
    await desk.settle();
    expect(labelsOf(question)).toEqual([]);
    await desk.advance(110 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(chat.texts.at(-1)).toContain("the next response was due on");
    expect(chat.texts).toHaveLength(2);
  });

  it("is not called for when the team has answered in an outage", async () => {
    const question = await ask();
    desk.github.sendWebhooksTo(nowhere);
    addDiscussionComment(desk.github.world, desk.person("hana"), question, { body: "Restart it, please." });
    await desk.github.webhooks.drain();
    desk.github.sendWebhooksTo(desk.app.url + webhookPath);
    await desk.advance(110 * minuteMs);
    await desk.advance(6 * minuteMs);
    expect({ labels: labelsOf(question), mentions: mentions(question), chat: chat.texts }).toEqual({
      labels: [],
      mentions: [],
      chat: [],
    });
  });

  it("is called for though somebody's spam was hidden in it, and a comment deleted", async () => {
    await desk.push({ ".github/frontdesk.yml": config().replace("watch:", "watch:\n  first-response: team") });
    await desk.settle();
    const question = await ask();
    const spam = desk.comment(question, "Cheap watches!", "sam");
    const taken = desk.comment(question, "Never mind.", "sam");
    desk.comment(question, "What do you mean?", "ann", taken);
    await desk.settle();
    minimize(desk.github.world, desk.person("hana"), spam, "spam");
    deleteDiscussionComment(desk.github.world, desk.person("sam"), taken);
    await desk.advance(110 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(mentions(question)).toHaveLength(1);
  });

  it("is called for by the priority that it was given in an outage", async () => {
    const [lowered, raised] = [await ask("It is slow"), await ask("It is down")];
    await desk.app.stop();
    label(lowered, "p4");
    label(raised, "p1");
    await desk.github.clock.advance(110 * minuteMs);
    await desk.restart();
    await desk.advance(6 * minuteMs);
    expect([labelsOf(lowered), mentions(lowered).length]).toEqual([["p4"], 0]);
    expect([labelsOf(raised), mentions(raised).length]).toEqual([["overdue", "p1"], 1]);
  });

  it("is called for once GitHub was asked where the webhook of a label was lost", async () => {
    const question = await ask();
    desk.github.sendWebhooksTo(nowhere);
    label(question, "p1");
    await desk.github.webhooks.drain();
    desk.github.sendWebhooksTo(desk.app.url + webhookPath);
    await desk.advance(110 * minuteMs);
    await desk.advance(6 * minuteMs);
    expect([labelsOf(question), mentions(question).length]).toEqual([["overdue", "p1"], 1]);
    expect(chat.texts).toHaveLength(1);
  });

  it("loses its label when another priority without a label gives it more time", async () => {
    const question = await ask("It is down");
    const priorities = "{ label: null, first-response: 100m }\n    p4: { label: null, first-response: 90h }";
    const rules = `\n  rules: [{ title: [slow], priority: p4 }]`;
    const text = config().replace("{ first-response: 100m, next-response: 100m }", priorities + rules);
    await desk.push({ ".github/frontdesk.yml": text });
    await desk.settle();
    const other = await ask("It is out");
    await desk.advance(110 * minuteMs);
    expect([labelsOf(question), labelsOf(other)]).toEqual([["overdue"], ["overdue"]]);
    editDiscussion(desk.github.world, desk.person("ann"), question, { title: "It is slow" });
    desk.comment(other, "/priority p4", "hana");
    await desk.settle();
    expect([labelsOf(question), labelsOf(other)]).toEqual([[], []]);
  });

  it("is called for with the others when many fall due at once", async () => {
    await desk.push({ ".github/frontdesk.yml": `${config()}living-issue: { mode: off }\n` });
    await desk.settle();
    const questions = [await ask("One"), await ask("Two"), await ask("Three"), await ask("Four")];
    await desk.advance(110 * minuteMs);
    expect(questions.map(labelsOf)).toEqual(questions.map(() => ["overdue"]));
    expect(questions.map((it) => mentions(it).length)).toEqual([1, 0, 0, 0]);
    expect(mentions(questions[0] as Discussion)[0]).toContain("3 more wait:");
    expect(chat.texts).toEqual([expect.stringContaining("4 questions wait for the team")]);
  });

  it("is called for with the others in the living issue, where there is one", async () => {
    const questions = [await ask("One"), await ask("Two"), await ask("Three")];
    for (let tick = 0; tick < 3; tick++) await desk.advance(20 * minuteMs);
    const issue = botIssues(desk)[0];
    expect(issue?.comments.length).toBe(0);
    await desk.advance(60 * minuteMs);
    expect(questions.flatMap(mentions)).toEqual([]);
    expect(issue?.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining("@hana, 3 questions wait for the team:"),
    ]);
  });

  it("says whose it is", async () => {
    const question = await ask();
    desk.comment(question, "/take", "mia");
    await desk.settle();
    await desk.advance(110 * minuteMs);
    expect(mentions(question)).toEqual([expect.stringContaining("It is assigned to **mia**.")]);
    expect(labelsOf(question)).toEqual(["assigned", "overdue"]);
  });

  it("is told to the chat when that works again, and labelled meanwhile", async () => {
    const question = await ask();
    chat.refuse(503, 503);
    await desk.advance(110 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(chat.texts).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("leaves a trace for the operator where the chat is gone, and goes on without", async () => {
    const question = await ask();
    chat.refuse(404);
    await desk.advance(110 * minuteMs);
    expect([labelsOf(question), mentions(question).length]).toEqual([["overdue"], 1]);
    expect(desk.logLines.join("\n")).toContain("the chat of acme/widgets answered 404: look at CHAT_WEBHOOK_URL");
    expect(chat.texts).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
  });

  it("does not call a stranger whose login stands in the rota", async () => {
    await desk.push({ ".github/frontdesk.yml": config("sam") });
    await desk.settle();
    const question = await ask();
    await desk.advance(110 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    const said = desk.botComments(question).map(({ body }) => body);
    expect(said.join("\n")).not.toContain("@sam");
  });
});
