import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Discussion } from "../../src/local-github/world/objects.ts";
import { webhookPath } from "../../src/web/server.ts";
import { openFaqDesk } from "../helpers/faq-desk.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill("SIGKILL");
  await desk.close();
});

/** The app as an operator runs it: a process of its own, with settings from the environment. */
async function startProcess(port: number): Promise<void> {
  const { app, url } = desk.github;
  child = spawn(process.execPath, ["bin/frontdesk.js", "start"], {
    env: {
      ...process.env,
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GITHUB_API_URL: url,
      GITHUB_WEB_URL: url,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_FOLDER: desk.dataFolder,
    },
    stdio: "ignore",
  });
  for (;;) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(50);
  }
}

async function kill(): Promise<void> {
  const gone = child && once(child, "exit");
  child?.kill("SIGKILL");
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** From now on the app is a process of its own, to be started on the port. */
async function replaceApp({ app: inside, github }: Desk): Promise<number> {
  await inside.stop();
  const port = await freePort();
  const [app] = github.world.all("App");
  const url = `http://127.0.0.1:${port}${webhookPath}`;
  if (app) github.webhooks.setTarget(app, { url, secret: app.webhook.secret });
  return port;
}

describe("a process that is killed again and again", () => {
  it("loses no delivery it accepted and says nothing twice", { timeout: 180_000 }, async () => {
    desk = await openDesk();
    const port = await replaceApp(desk);
    const questions: Discussion[] = [];
    for (const wait of [0, 150, 400, 800, 1500, 2300]) {
      await startProcess(port);
      questions.push(
        desk.ask("How can I change the log level to debug?"),
        desk.ask("How do I install behind a proxy?"),
      );
      await desk.github.webhooks.drain();
      await sleep(wait);
      await kill();
    }
    const accepted = desk.github.webhooks.list().filter((it) => it.event === "discussion" && it.action === "created");
    expect(accepted.map((it) => it.statusCode)).toEqual(questions.map(() => 202));

    await startProcess(port);
    const deadline = Date.now() + 90_000;
    while (Date.now() < deadline && questions.some((it) => desk.botComments(it).length === 0)) await sleep(200);
    await sleep(2000);
    expect(questions.map((it) => desk.botComments(it).length)).toEqual(questions.map(() => 1));
  });

  it("promotes an answer once, whenever it is killed on the way", { timeout: 180_000 }, async () => {
    const faqDesk = await openFaqDesk();
    desk = faqDesk;
    const { question } = await faqDesk.answered("Why does the gyrotron hum?", "It is cold.");
    const port = await replaceApp(desk);
    await startProcess(port);
    desk.comment(question, "/promote-faq", "hana");
    await desk.github.webhooks.drain();
    // At the pace of a write a second, each of these falls into another step.
    for (const wait of [700, 1300, 1700, 2100, 1500]) {
      await sleep(wait);
      await kill();
      await startProcess(port);
    }
    const deadline = Date.now() + 90_000;
    const isTold = () => faqDesk.news(question).includes("On its way into the FAQ");
    while (Date.now() < deadline && !isTold()) await sleep(200);
    await sleep(2000);
    expect(isTold()).toBe(true);
    expect(faqDesk.botComments(question)).toHaveLength(1);
    expect(faqDesk.pulls()).toHaveLength(1);
    const text = (await faqDesk.file(`faq/discussion-${question.number}`)) ?? "";
    expect(text.split("## Why does the gyrotron hum?")).toHaveLength(2);
  });
});
