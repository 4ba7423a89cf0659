import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDiscussionComment, type Discussion } from "local-github-server/world";
import type { WatchedThread } from "../../../src/core/thread-status.ts";
import { WatchStore } from "../../../src/features/watch/store/watch-store.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { RecordStore } from "../../../src/storage/record-store.ts";
import { openChat, type Chat } from "../../helpers/open-chat.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { labelsOf } from "../../helpers/request-world.ts";

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
on-call:
  layers:
    - { name: main, people: [${person}], start: 2020-01-06 }
  escalation:
    near: { label: soon, mention: on-call, webhook: true }
    breach: { mention: on-call, webhook: true }
`;
}

/** Says what a thread waits for, as whoever watches keeps it. */
async function keepWatched(discussion: Discussion, more: Partial<WatchedThread>): Promise<void> {
  const database = await openDatabase(desk.dataFolder);
  try {
    const [repository] = await new RecordStore(database).repositories();
    if (!repository) throw new Error("The app serves no repository");
    const store = new WatchStore(database);
    await store.keepWatch(repository, "by hand", new Date("2020-01-01T00:00:00Z"));
    const { number, title } = discussion;
    const since = desk.github.world.now();
    const state = { status: "waiting-on-team", since, hasCommunityAnswer: false, lastWordAt: since } as const;
    const url = `${desk.github.url}/acme/widgets/discussions/${number}`;
    const thread = {
      number,
      title,
      url,
      id: discussion.id,
      category: "q-a",
      priority: "p2",
      state,
      breaches: [],
      ...more,
    };
    await store.keepWatched(repository, { thread, digest: "by hand" });
  } finally {
    await database.close();
  }
}

const minutesFromNow = (minutes: number) => new Date(desk.github.world.now().getTime() + minutes * minuteMs);
const due = (near: number, at: number): Partial<WatchedThread> => {
  return { due: { clock: "first-response", nearAt: minutesFromNow(near), at: minutesFromNow(at) } };
};
const mentions = (discussion: Discussion) =>
  [...desk.botComments(discussion), ...desk.botComments(discussion).flatMap((it) => desk.botReplies(it))]
    .map(({ body }) => body)
    .filter((body) => body.includes("@hana"));

describe("a question that waits too long", () => {
  it("is called for once near the end and once after it, whatever happens between", async () => {
    const question = desk.ask("It does not start");
    await desk.settle();
    await keepWatched(question, due(10, 120));
    await desk.advance(6 * minuteMs);
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

    for (let tick = 0; tick < 3; tick++) await desk.advance(6 * minuteMs);
    await desk.restart();
    expect([mentions(question).length, chat.texts.length]).toEqual([1, 1]);

    await desk.advance(120 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(mentions(question)).toHaveLength(2);
    expect(chat.texts).toHaveLength(2);
    expect(chat.texts[1]).toContain("a first response was due on");

    await desk.advance(24 * 60 * minuteMs);
    expect([mentions(question).length, chat.texts.length]).toEqual([2, 2]);
    expect(await desk.givenUp()).toBe(0);
  });

  it("loses its label when the team has answered", async () => {
    const question = desk.ask("It does not start");
    await desk.settle();
    await keepWatched(question, due(-20, -10));
    await desk.advance(6 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    const since = desk.github.world.now();
    const state = { status: "waiting-on-asker", since, hasCommunityAnswer: false, lastWordAt: since } as const;
    await keepWatched(question, { state });
    addDiscussionComment(desk.github.world, desk.person("hana"), question, { body: "Which version is it?" });
    await desk.settle();
    expect(labelsOf(question)).toEqual([]);
  });

  it("is called for with the others when many fall due at once", async () => {
    const questions = ["One", "Two", "Three", "Four"].map((it) => desk.ask(it));
    await desk.settle();
    for (const [index, it] of questions.entries()) await keepWatched(it, due(-20, index - 10));
    await desk.advance(6 * minuteMs);
    expect(questions.map(labelsOf)).toEqual(questions.map(() => ["overdue"]));
    expect(questions.map((it) => mentions(it).length)).toEqual([1, 0, 0, 0]);
    expect(mentions(questions[0] as Discussion)[0]).toContain("3 more wait:");
    expect(chat.texts).toEqual([expect.stringContaining("4 questions wait for the team")]);
  });

  it("is told to the chat when that works again, and labelled meanwhile", async () => {
    const question = desk.ask("It does not start");
    await desk.settle();
    await keepWatched(question, due(-20, -10));
    chat.refuse(503, 503);
    await desk.advance(6 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    expect(chat.texts).toHaveLength(1);
    expect(await desk.givenUp()).toBe(0);
  });

  it("leaves a trace for the operator where the chat is gone, and goes on without", async () => {
    const question = desk.ask("It does not start");
    await desk.settle();
    await keepWatched(question, due(-20, -10));
    chat.refuse(404);
    await desk.advance(6 * minuteMs);
    expect([labelsOf(question), mentions(question).length]).toEqual([["overdue"], 1]);
    expect(desk.logLines.join("\n")).toContain("the chat of acme/widgets answered 404: look at CHAT_WEBHOOK_URL");
    expect(chat.texts).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
  });

  it("does not call a stranger whose login stands in the rota", async () => {
    await desk.push({ ".github/frontdesk.yml": config("sam") });
    const question = desk.ask("It does not start");
    await desk.settle();
    await keepWatched(question, due(-20, -10));
    await desk.advance(6 * minuteMs);
    expect(labelsOf(question)).toEqual(["overdue"]);
    const said = desk.botComments(question).map(({ body }) => body);
    expect(said.join("\n")).not.toContain("@sam");
  });
});
