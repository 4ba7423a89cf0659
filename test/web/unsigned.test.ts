import { once } from "node:events";
import { request, type ClientRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../src/web/create-log.ts";
import { createWebServer, webhookPath } from "../../src/web/server.ts";
import { logLines } from "../helpers/log-lines.ts";
import { sendWebhook, webhookSecret } from "../helpers/webhook-sender.ts";

const megabyte = 1024 * 1024;
let url: string;
let stop: () => Promise<void>;
let taken: number;
const uploads: ClientRequest[] = [];

beforeEach(async () => {
  taken = 0;
  const server = createWebServer({
    middleware: (_, response) => {
      taken += 1;
      response.writeHead(200).end();
    },
    secret: webhookSecret,
    inbox: { counts: () => Promise.reject(new Error("nobody asks")) },
    calendars: new Hono(),
    dashboard: new Hono(),
    notReady: async () => undefined,
    log: createLog("info", logLines()),
    limits: { wholeMs: 4_000, idleMs: 1_000 },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    for (const upload of uploads.splice(0)) upload.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => stop());

const unsigned = {
  "content-type": "application/json",
  "x-github-event": "push",
  "x-github-delivery": "1",
  "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
};

/** Begins an upload that declares `length` bytes and sends `sent` of them; resolves to the status it gets, 0 for none. */
async function begin(length: number, sent: number, headers: Record<string, string> = unsigned): Promise<number> {
  const upload = request(url + webhookPath, { method: "POST", headers: { ...headers, "content-length": length } });
  uploads.push(upload);
  const status = new Promise<number>((resolve) => {
    upload.on("response", (answer) => resolve(answer.statusCode ?? 0)).on("error", () => resolve(0));
  });
  upload.write(Buffer.alloc(sent));
  return status;
}

describe("bodies that nobody has signed", () => {
  it.each<[string, number, Record<string, string>]>([
    ["without a signature", 400, { ...unsigned, "x-hub-signature-256": "" }],
    ["with half a signature", 400, { ...unsigned, "x-hub-signature-256": "sha256=abc" }],
    ["without an event", 400, { ...unsigned, "x-github-event": "" }],
    ["with a delivery id that is none", 400, { ...unsigned, "x-github-delivery": "tick:hour:1" }],
    ["of a form", 415, { ...unsigned, "content-type": "application/x-www-form-urlencoded" }],
  ])("%s are answered %i before any of them is read", async (_, status, headers) => {
    expect(await begin(20 * megabyte, 10, headers)).toBe(status);
  });

  it("larger than GitHub's largest are answered 413 before any of them is read", async () => {
    expect(await begin(25 * megabyte + 1, 10)).toBe(413);
  });

  it("fill no memory: two of 25 MB are read at a time, and the others told to come again", async () => {
    const statuses = Array.from({ length: 20 }, () => begin(25 * megabyte, 1_000));
    const soon = await Promise.all(statuses.slice(2));
    expect(soon).toEqual(soon.map(() => 503));
    const busy = await fetch(url + webhookPath, {
      method: "POST",
      headers: unsigned,
      body: Buffer.alloc(2 * megabyte),
    });
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "10"]);
  });

  it("leave room for the usual ones, however many large ones hold on", async () => {
    for (let index = 0; index < 20; index++) void begin(25 * megabyte, 1_000);
    await begin(25 * megabyte, 1_000);
    expect((await sendWebhook(url + webhookPath, JSON.stringify({ zen: "Keep it logically awesome." }))).status).toBe(
      202,
    );
    expect(taken).toBe(1);
  });

  it("that do not come on are ended, and their room is free again", async () => {
    const first = await Promise.all([begin(25 * megabyte, 1_000), begin(25 * megabyte, 1_000)]);
    expect(first).toEqual([408, 408]);
    const padding = "x".repeat(20 * megabyte);
    expect((await sendWebhook(url + webhookPath, JSON.stringify({ padding }))).status).toBe(202);
  });

  it("that come on a byte at a time are ended all the same", async () => {
    const status = begin(megabyte, 1);
    const drip = setInterval(() => uploads.at(-1)?.write("x"), 200);
    expect(await status).toBe(408);
    clearInterval(drip);
  });

  it("with headers that never end are cut off", { timeout: 30_000 }, async () => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(`POST ${webhookPath} HTTP/1.1\r\nhost: x\r\n`);
    const drip = setInterval(() => socket.write("x-more: x\r\n"), 500);
    socket.resume();
    await once(socket, "close");
    clearInterval(drip);
  });
});
