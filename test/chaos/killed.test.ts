import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, type TestContext } from "vitest";
import type { FaultDecision } from "local-github-server";
import type { Discussion, DiscussionComment } from "local-github-server/world";
import { openFaqDesk } from "../helpers/faq-desk.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { botIssues, formBody } from "../helpers/request-world.ts";
import { killableProcess, type KillableProcess } from "./killed-process.ts";

/** The app of a desk as a process, until the end of the test. */
async function processOf(desk: Desk, onTestFinished: TestContext["onTestFinished"]): Promise<KillableProcess> {
  const app = await killableProcess(desk, onTestFinished);
  onTestFinished(async () => {
    await app.kill();
    await desk.close();
  });
  return app;
}

async function until(isDone: () => boolean): Promise<void> {
  const deadline = Date.now() + 200_000;
  while (Date.now() < deadline && !isDone()) await sleep(200);
  await sleep(2000);
}

type Request = Parameters<FaultDecision>[0];

/** Kills the app at a request of this kind, the first that comes, when GitHub has done it; resolves when it is dead. */
async function killedAt(desk: Desk, app: KillableProcess, isIt: (request: Request) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  desk.github.faults.decideBy((request) => {
    if (!isIt(request)) return undefined;
    desk.github.faults.clear();
    resolve(app.kill());
    return { kind: "reset", when: "after" };
  });
  return promise;
}

function isWrite({ kind, method, path, body }: Request): boolean {
  if (kind !== "graphql") return method !== "GET" && !path.endsWith("/access_tokens");
  return /^\s*mutation\b/.test(String((Object(body) as { readonly query?: unknown }).query));
}

// They wait for most of their time: side by side they take as long as the longest.
describe.concurrent("a process that is killed again and again", () => {
  it("loses no delivery it accepted and says nothing twice", { timeout: 600_000 }, async ({ onTestFinished }) => {
    const desk = await openDesk();
    const app = await processOf(desk, onTestFinished);
    const questions: Discussion[] = [];
    for (const wait of [0, 150, 400, 800, 1500, 2300]) {
      await app.start();
      questions.push(
        desk.ask("How can I change the log level to debug?"),
        desk.ask("How do I install behind a proxy?"),
      );
      await desk.github.webhooks.drain();
      await sleep(wait);
      await app.kill();
    }
    const accepted = desk.github.webhooks.list().filter((it) => it.event === "discussion" && it.action === "created");
    expect(accepted.map((it) => it.statusCode)).toEqual(questions.map(() => 202));

    await app.start();
    await until(() => questions.every((it) => desk.botComments(it).length > 0));
    expect(questions.map((it) => desk.botComments(it).length)).toEqual(questions.map(() => 1));
  });

  it("promotes an answer once, when it is killed at one write after the other", { timeout: 600_000 }, async (test) => {
    const desk = await openFaqDesk();
    const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
    const app = await processOf(desk, test.onTestFinished);
    await app.start();
    let killed = killedAt(desk, app, isWrite);
    desk.comment(question, "/promote-faq", "hana");
    for (let kills = 0; kills < 4; kills++) {
      await killed;
      killed = killedAt(desk, app, isWrite);
      await app.start();
    }
    desk.github.faults.clear();
    const isTold = () => desk.news(question).includes("On its way into the FAQ");
    await until(isTold);
    expect(isTold()).toBe(true);
    expect(desk.botComments(question)).toHaveLength(1);
    expect(desk.pulls()).toHaveLength(1);
    const text = (await desk.file(`faq/discussion-${question.number}`)) ?? "";
    expect(text.split("## Why does the gyrotron hum?")).toHaveLength(2);
  });

  it(
    "makes one issue for each accepted request, and one milestone",
    { timeout: 600_000 },
    async ({ onTestFinished }) => {
      const desk = await openDesk({ files: { ".github/frontdesk.yml": "feature-requests:\n  sub-issues: true\n" } });
      const app = await processOf(desk, onTestFinished);
      const ideas: Discussion[] = [];
      for (const wait of [100, 200, 350, 500, 700, 1000]) {
        await app.start();
        const idea = desk.ask(`Wait ${wait}`, formBody("It hurts.", "Peace.", "Soon."), "ann", "ideas");
        desk.comment(idea, `/accept milestone:"v${wait}" due:2099-01-01\n- Part of ${wait}`, "mia");
        ideas.push(idea);
        await desk.github.webhooks.drain();
        await sleep(wait);
        await app.kill();
      }
      await app.start();
      const isTold = (it: Discussion) => desk.botComments(it).some(({ body }) => body.includes("**Accepted**"));
      await until(() => ideas.every(isTold));
      expect(ideas.map(isTold)).toEqual(ideas.map(() => true));
      const titles = ideas.flatMap(({ title }) => [title, title.replace("Wait", "Part of")]);
      const made = botIssues(desk).map(({ title }) => title);
      expect(made.sort()).toEqual(titles.sort());
      expect(desk.repository.milestones.map(({ title }) => title).sort()).toEqual(
        ideas.map(({ title }) => title.replace("Wait ", "v")).sort(),
      );
      expect(ideas.map((it) => desk.botComments(it).length)).toEqual(ideas.map(() => 1));
    },
  );

  it(
    "opens an issue once, when it is killed while GitHub opens it, and GitHub shows it late",
    { timeout: 600_000 },
    async ({ onTestFinished }) => {
      const desk = await openDesk({ calm: true });
      const idea = desk.ask("Wait", formBody("It hurts.", "Peace.", "Soon."), "ann", "ideas");
      await desk.settle();
      const app = await processOf(desk, onTestFinished);
      await app.start();
      const killed = killedAt(desk, app, ({ method, path }) => method === "POST" && path.endsWith("/issues"));
      desk.comment(idea, "/accept", "mia");
      await killed;
      const showsAt = Date.now() + 8_000;
      desk.github.faults.decideBy(({ kind }) =>
        kind === "graphql" && Date.now() < showsAt ? { kind: "stale", withinMs: 20_000 } : undefined,
      );
      await app.start();
      const isTold = () => desk.botComments(idea).some(({ body }) => body.includes("**Accepted**"));
      await until(isTold);
      expect(isTold()).toBe(true);
      expect(botIssues(desk).map(({ title }) => title)).toEqual(["Wait"]);
    },
  );

  it(
    "gives up nothing that only ran beside the end of its process",
    { timeout: 600_000 },
    async ({ onTestFinished }) => {
      const desk = await openFaqDesk();
      const { question } = await desk.answered("Why does the gyrotron hum?", "It is cold.");
      const app = await processOf(desk, onTestFinished);
      await app.start();
      desk.comment(question, "/promote-faq", "hana");
      const questions = Array.from({ length: 6 }, () => desk.ask("How can I change the log level to debug?"));
      const asked = questions.map((it) => desk.comment(it, "/help", "ann"));
      await desk.github.webhooks.drain();
      // Many ends within a try or two: by its tries alone, each of these would be given up after eight.
      for (const wait of [100, 200, 300, 150, 400, 250, 100, 600, 350, 200, 500, 150, 300, 100, 450]) {
        await sleep(wait);
        await app.kill();
        await app.start();
      }
      const isTold = () => desk.news(question).includes("On its way into the FAQ");
      const isHelped = (it: DiscussionComment) => desk.botReplies(it).length > 0;
      await until(() => isTold() && asked.every(isHelped) && questions.every((it) => desk.botComments(it).length > 0));
      expect(await app.counts()).toMatchObject({ dead: 0 });
      expect(isTold()).toBe(true);
      expect(asked.map((it) => desk.botReplies(it).length)).toEqual(asked.map(() => 1));
      expect(questions.map((it) => desk.botComments(it).length)).toEqual(questions.map(() => 1));
      expect(desk.pulls()).toHaveLength(1);
    },
  );
});
