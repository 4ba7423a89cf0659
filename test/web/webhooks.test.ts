import { generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { webhookExamples } from "../helpers/webhook-examples.ts";
import { createNodeMiddleware, Probot } from "probot";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import app from "../../src/app.ts";
import type { InboxEntry } from "../../src/core/delivery.ts";
import { acceptWebhook } from "../../src/pipeline/accept.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { createLog } from "../../src/web/create-log.ts";
import { createWebServer, webhookPath } from "../../src/web/server.ts";
import { logLines } from "../helpers/log-lines.ts";
import { sendWebhook, webhookSecret } from "../helpers/webhook-sender.ts";

const log = logLines();
let url: string;
let list: () => Promise<readonly InboxEntry[]>;
let stop: () => Promise<void>;
let notReady: string | undefined;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const inbox = new InboxStore(database, "test");
  const logger = createLog("debug", log);
  const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs1",
    format: "pem",
  });
  const probot = new Probot({ appId: 1, privateKey: privateKey.toString(), secret: webhookSecret, log: logger });
  const deps = { inbox, clock: () => new Date(), wake: () => undefined };
  const server = createWebServer({
    middleware: await createNodeMiddleware(
      app((delivery) => acceptWebhook(delivery, deps)),
      { probot, webhooksPath: webhookPath },
    ),
    secret: webhookSecret,
    inbox,
    calendars: new Hono(),
    dashboard: new Hono().get("/", (c) => c.text("the first page")),
    notReady: async () => notReady,
    limits: { wholeMs: 2_000, idleMs: 500 },
    log: logger,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  list = () => inbox.list({ limit: 10_000 });
  stop = async () => {
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    await rm(folder, { recursive: true });
  };
});
afterAll(() => stop());

const example = webhookExamples.find(({ name }) => name === "discussion")?.examples[0];
const created = JSON.stringify({ ...example, action: "created", installation: { id: 1 } });
const post = (body: string | Uint8Array, options = {}) => sendWebhook(url + webhookPath, body, options);

describe("a webhook", () => {
  it("is written down and answered 202", async () => {
    const delivery = randomUUID();
    const answer = await post(created, { delivery });
    expect(answer.status).toBe(202);
    expect(await list()).toContainEqual(
      expect.objectContaining({ id: delivery, name: "discussion", action: "created", state: "waiting" }),
    );
  });

  it("that comes twice is one", async () => {
    const delivery = randomUUID();
    expect((await post(created, { delivery })).status).toBe(202);
    expect((await post(created, { delivery })).status).toBe(202);
    expect((await list()).filter(({ id }) => id === delivery)).toHaveLength(1);
  });

  it("of every kind that GitHub has is taken", async () => {
    const statuses = new Set<number>();
    for (const { name, examples: payloads } of webhookExamples) {
      for (const payload of payloads) statuses.add((await post(JSON.stringify(payload), { event: name })).status);
    }
    expect(statuses).toEqual(new Set([202]));
  });

  it("of a kind that GitHub does not have yet is taken, and done with", async () => {
    const delivery = randomUUID();
    expect((await post("{}", { event: "teleportation", delivery })).status).toBe(202);
    expect(await list()).toContainEqual(
      expect.objectContaining({ id: delivery, state: "done", outcome: expect.stringContaining("nothing") }),
    );
  });

  it("cannot pass for an event of our own", async () => {
    const delivery = randomUUID();
    await post(JSON.stringify({ kind: "tick", every: "day" }), { event: "frontdesk", delivery });
    expect((await list()).filter(({ id, name }) => id === delivery && name === "frontdesk")).toEqual([]);
  });

  it.each<[string, number, string, object]>([
    ["with a wrong signature", 400, created, { secret: "another secret" }],
    ["with a truncated signature", 400, created, { headers: { "x-hub-signature-256": "sha256=abc" } }],
    ["without a signature", 400, created, { headers: { "x-hub-signature-256": undefined } }],
    ["without a delivery id", 400, created, { headers: { "x-github-delivery": undefined } }],
    ["without an event", 400, created, { headers: { "x-github-event": undefined } }],
    ["that is not JSON", 400, "<xml/>", {}],
    ["that is empty", 400, "", {}],
    ["that is nothing", 400, "null", {}],
    ["that is a list", 400, "[{}]", {}],
    ["that is a word", 400, '"x"', {}],
    ["from a form", 415, "payload=%7B%7D", { headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ])("%s is answered %i and not written down", async (_, status, body, options) => {
    const before = (await list()).length;
    expect((await post(body, options)).status).toBe(status);
    expect((await list()).length).toBe(before);
  });

  it("of 24 MB is taken", async () => {
    expect((await post(JSON.stringify({ action: "created", padding: "x".repeat(24_000_000) }))).status).toBe(202);
  });

  it("of 30 MB is answered 413", async () => {
    expect((await post(new Uint8Array(30_000_000))).status).toBe(413);
  });

  it("of 30 MB in chunks, without a length, is cut off", async () => {
    const chunk = new Uint8Array(1_000_000);
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 30; i++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const headers = {
      "content-type": "application/json",
      "x-github-event": "push",
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
    };
    const request = { method: "POST", headers, body, duplex: "half" } as const;
    // The connection may be closed before the client has read the answer.
    const status = await fetch(url + webhookPath, request).then(
      (it) => it.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("leaves nothing of its payload or secret in the log", async () => {
    await post(JSON.stringify({ action: "created", note: "private words" }), { secret: "another secret" });
    const text = log.lines.join("");
    expect(text).not.toContain("private words");
    expect(text).not.toContain("Codertocat");
    expect(text).not.toContain(webhookSecret);
    expect(text).toContain("a webhook was turned away");
  });

  it("that is turned away a thousand times is a line of the log, or two", async () => {
    const before = log.lines.length;
    await Promise.all(Array.from({ length: 200 }, () => post(created, { secret: "another secret" })));
    const lines = log.lines.slice(before);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.join("").length).toBeLessThan(500);
  });

  it("is not asked for with GET", async () => {
    expect((await fetch(url + webhookPath)).status).toBe(404);
  });
});

describe("the process", () => {
  it("says that it lives and is ready", async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      status: "ready",
      inbox: { waiting: expect.any(Number) },
    });
  });

  it("says that it is on the way out", async () => {
    notReady = "the process is stopping";
    const answer = await fetch(`${url}/readyz`);
    notReady = undefined;
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "not ready", reason: "the process is stopping" });
  });

  it("says what does not work, and keeps to itself what the database says of its hosts and users", async () => {
    notReady = "the database cannot be written (Error: connect ECONNREFUSED 10.0.0.5:5432)";
    const answers = [await fetch(`${url}/readyz`), await fetch(`${url}/readyz`)];
    notReady = undefined;
    for (const it of answers) {
      expect(await it.json()).toEqual({ status: "not ready", reason: "the database cannot be written" });
    }
    expect(log.lines.filter((it) => it.includes("10.0.0.5"))).toHaveLength(1);
  });

  it("answers 404 elsewhere", async () => {
    expect((await fetch(`${url}/probot`)).status).toBe(404);
  });

  it("shows a person who comes by the pages", async () => {
    expect(await (await fetch(`${url}/`)).text()).toBe("the first page");
  });
});
