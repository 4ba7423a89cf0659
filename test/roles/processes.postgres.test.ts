import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Discussion } from "local-github-server/world";
import { openDatabase } from "../../src/storage/open-database.ts";
import { webhookPath } from "../../src/web/server.ts";
import { startProcess } from "../cli/start/start-process.ts";
import { openDesk } from "../helpers/open-desk.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

const question = "How can I change the log level to debug?";

it("a web process takes what two workers answer, once, and one of them goes on when the other is killed", async ({
  onTestFinished,
}) => {
  const [desk, { url: databaseUrl, drop }] = await Promise.all([openDesk({ calm: true }), newPostgresDatabase()]);
  onTestFinished(async () => {
    await desk.close();
    await drop();
  });
  await desk.app.stop();
  const { app, url } = desk.github;
  const env = {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    ONBOARDING: "off",
    GITHUB_API_URL: url,
    GITHUB_WEB_URL: url,
    DATABASE_URL: databaseUrl,
    METRICS_PORT: "0",
  };
  const web = startProcess(env, onTestFinished, ["--role", "web"]);
  const workers = [1, 2].map(() => startProcess({ ...env, ROLE: "worker" }, onTestFinished));
  await Promise.all([
    web.says("Frontdesk listens for webhooks"),
    ...workers.map((it) => it.says("Frontdesk works on what comes")),
  ]);
  desk.github.sendWebhooksTo(web.addressWhere("listens for webhooks").origin + webhookPath);

  const answered = async (questions: readonly Discussion[]) => {
    while (!questions.every((it) => desk.botComments(it).length > 0)) await sleep(50);
    return questions.map((it) => desk.botComments(it).length);
  };
  // What the workers took in at their start is there when the first question is answered.
  const first = Array.from({ length: 4 }, () => desk.ask(question));
  expect(await answered(first)).toEqual([1, 1, 1, 1]);

  workers[0]?.signal("SIGKILL");
  const second = Array.from({ length: 4 }, () => desk.ask(question));
  expect(await answered(second)).toEqual([1, 1, 1, 1]);

  // Who does what: the web process has handled nothing, and ticks are the workers' alone.
  const metrics = await (await fetch(new URL("/metrics", web.addressWhere("metrics are served")))).text();
  expect(metrics).toMatch(/frontdesk_deliveries_accepted_total\{delivery="discussion",result="new",role="web"\} 8/);
  expect(metrics).not.toMatch(/frontdesk_deliveries_handled_total\{/);
  const { db, close } = await openDatabase({ dataFolder: "", databaseUrl });
  const ticks = await db.selectFrom("deliveries").select("id").where("id", "like", "tick:start:%").execute();
  await close();
  expect(ticks).toHaveLength(2);

  // A worker listens for its operator, and for nobody else.
  const worker = workers[1];
  if (!worker) throw new Error("there are two workers");
  expect(worker.output()).not.toContain("listens for webhooks");
  const ready = await fetch(new URL("/readyz", worker.addressWhere("metrics are served")));
  expect(ready.status).toBe(200);

  web.signal("SIGTERM");
  worker.signal("SIGTERM");
  expect(await Promise.all([web.ended, worker.ended])).toEqual([0, 0]);
}, 120_000);
