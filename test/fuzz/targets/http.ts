import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { connect, type AddressInfo } from "node:net";
import fc from "fast-check";
import { Hono } from "hono";
import { createNodeMiddleware, Probot } from "probot";
import app from "../../../src/app.ts";
import { createLog } from "../../../src/web/create-log.ts";
import { createWebServer, webhookPath } from "../../../src/web/server.ts";
import { logLines } from "../../helpers/log-lines.ts";
import type { FuzzTarget, OpenTarget } from "../target.ts";

const secret = "a secret of the fuzzer";
/** Stands for the signature of all that is behind the headers. */
const signed = "SIGNATURE";
const privateWords = "words of somebody";

const headers = [
  "Host: x\r\n",
  "Content-Type: application/json\r\n",
  "X-GitHub-Event: discussion\r\n",
  "X-GitHub-Delivery: 0a1b\r\n",
  `X-Hub-Signature-256: sha256=${signed}\r\n`,
];
const odd = [
  "Content-Length: 0\r\n",
  "Content-Length: 26214401\r\n",
  "Content-Length: -1\r\n",
  "Content-Length: 1e3\r\n",
  "Content-Length: 18446744073709551616\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Transfer-Encoding: chunked, identity\r\n",
  "Transfer-Encoding : chunked\r\n",
  "Content-Encoding: gzip\r\n",
  "Expect: 100-continue\r\n",
  "Connection: upgrade\r\nUpgrade: websocket\r\n",
  "X-GitHub-Event: frontdesk\r\n",
  "X-GitHub-Delivery: tick:hour:1\r\n",
  "X-Hub-Signature-256: sha256=0000\r\n",
  "X-Hub-Signature: sha1=0000\r\n",
  "Content-Type: application/x-www-form-urlencoded\r\n",
  " folded\r\n",
  "A: \u0000\r\n",
  "A: b\n",
  "Cookie: __Host-frontdesk=x\r\n",
  "X-Forwarded-For: 1.2.3.4, 5\r\n",
];
const lines = [
  `POST ${webhookPath} HTTP/1.1\r\n`,
  `POST ${webhookPath}?a=b HTTP/1.1\r\n`,
  `POST //x${webhookPath} HTTP/1.1\r\n`,
  `POST http://h${webhookPath} HTTP/1.1\r\n`,
  `GET ${webhookPath} HTTP/1.1\r\n`,
  `PUT ${webhookPath} HTTP/1.0\r\n`,
  "GET /healthz HTTP/1.1\r\n",
  "GET /readyz HTTP/1.1\r\n",
  "GET /%00/..%2f HTTP/1.1\r\n",
  "OPTIONS * HTTP/1.1\r\n",
  "CONNECT h:1 HTTP/1.1\r\n",
  "PRI * HTTP/2.0\r\n",
];
const body = JSON.stringify({ action: "created", installation: { id: 1 }, note: privateWords });
const bodies = [body, "", "{", "null", "[]", `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`, "FFFFFFFFF\r\nx"];

const inputs = fc
  .record({
    line: fc.oneof({ weight: 3, arbitrary: fc.constant(lines[0] ?? "") }, fc.constantFrom(...lines)),
    kept: fc.subarray(headers, { minLength: 3 }),
    odd: fc.array(fc.constantFrom(...odd), { maxLength: 3 }),
    body: fc.oneof({ weight: 2, arbitrary: fc.constant(body) }, fc.constantFrom(...bodies)),
    isTrue: fc.boolean(),
  })
  .map(({ line, kept, odd: more, body: text, isTrue }) => {
    const length = isTrue ? `Content-Length: ${text.length}\r\n` : "";
    return `${line}${kept.join("")}${length}${more.join("")}\r\n${text}`;
  });

/** With the signature of what stands behind the first blank line. */
function withSignature(text: string): Buffer {
  const at = text.indexOf("\r\n\r\n");
  const own = at === -1 ? "" : text.slice(at + 4);
  const signature = createHmac("sha256", secret).update(Buffer.from(own, "latin1")).digest("hex");
  return Buffer.from(text.replace(signed, signature), "latin1");
}

async function open(): Promise<OpenTarget> {
  const log = logLines();
  const logger = createLog("trace", log);
  const privateKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const accepted: string[] = [];
  const server = createWebServer({
    middleware: await createNodeMiddleware(
      app(async ({ name }) => accepted.push(name)),
      { probot: new Probot({ appId: 1, privateKey: pem, secret, log: logger }), webhooksPath: webhookPath },
    ),
    secret,
    inbox: { counts: () => Promise.resolve({ waiting: 0, running: 0, done: 0, dead: 0, refused: 0, gone: 0 }) },
    calendars: new Hono(),
    dashboard: new Hono(),
    notReady: async () => undefined,
    limits: { wholeMs: 400, idleMs: 150 },
    log: logger,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async check(input) {
      accepted.length = 0;
      log.lines.length = 0;
      const answer = await talk(port, withSignature(input));
      const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map((it) => Number(it[1]));
      assert.ok(answer === "" || statuses.length > 0, `what came is no HTTP: ${answer.slice(0, 80)}`);
      assert.ok(
        statuses.every((it) => it < 500 || it === 503),
        `answered ${statuses.join()}`,
      );
      assert.ok(accepted.length === 0 || input.includes(signed), "what nobody signed was taken");
      assert.equal(statuses.filter((it) => it === 202).length, accepted.length, "202 is said of what was taken");
      assert.ok(!log.lines.join("").includes(privateWords), "words in the log");
      // What is signed and no JSON is an error of whoever knows the secret.
      const isTold = input.includes(signed) && statuses.includes(400);
      const errors = log.lines.filter((it) => /"level":[56]0/u.test(it));
      assert.ok(isTold || errors.length === 0, `an error in the log: ${errors[0]}`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends bytes and no more, and gives all that comes until the server closes. */
async function talk(port: number, bytes: Buffer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  const socket = connect(port, "127.0.0.1");
  const late = setTimeout(() => reject(new Error("the connection was left open")), 12_000);
  socket
    .on("data", (chunk: Buffer) => chunks.push(chunk))
    // A reset is an end as well: what was sent behind the answer is not read.
    .on("error", () => undefined)
    .on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
  socket.end(bytes);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

export const http: FuzzTarget = {
  name: "http",
  oracle:
    "bytes on the socket are answered below 500 and the connection ends; only what is signed is taken, and told of",
  inputs,
  words: [...headers, ...odd, ...lines, ...bodies, "\r\n", "\r\n\r\n", "\n", ":", "0\r\n\r\n", signed],
  maxLength: 40_000,
  boundMs: 200,
  open,
};
