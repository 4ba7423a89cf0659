import { setTimeout as sleep } from "node:timers/promises";
import { markAnswer } from "local-github-server/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webhookPath } from "../../src/web/server.ts";
import { DashboardBrowser } from "../helpers/dashboard-browser.ts";
import { openEmbeddingsServer, type EmbeddingsServer } from "../helpers/embeddings-server.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { mustBeQuiet } from "../helpers/quiet-log.ts";
import { sendWebhook } from "../helpers/webhook-sender.ts";
import { runFrontdesk, type PrintingProcess } from "./app-process.ts";

// One run of the app as its operator starts it, at level trace, with all that can go wrong; then all that was printed is
// searched for secrets and people's words. Other scenarios are searched at the end of each desk: test/helpers/quiet-log.ts.

const publicUrl = "https://desk.example";

/** Words that stand nowhere else: in a title, a body, a comment, a page of docs, a config, a query, a name. */
const words = {
  title: "quuxtitle heron at noon",
  body: "quuxbody lantern under water",
  comment: "quuxcomment about the otter",
  docs: "quuxdocs say nothing aloud",
  config: "quuxconfig of the maintainer",
  query: "quuxquery",
  payload: "quuxpayload that nobody signed",
  answer: "quuxanswer is to wait",
};
const secrets = {
  embeddings: "key-of-embeddings-quux",
  chat: "chat-secret-quux",
  database: "database-secret-quux",
};

let desk: Desk;
let embeddings: EmbeddingsServer;
let running: PrintingProcess;
let settings: Readonly<Record<string, string>>;
const seen: string[] = [];

beforeAll(async () => {
  embeddings = await openEmbeddingsServer([["log"], ["proxy"]]);
  // A server that refuses and repeats what it was sent, as some do.
  embeddings.answer = ({ input, authorization }) => ({
    status: 400,
    body: JSON.stringify({ error: { message: `cannot read ${input.join()} with ${String(authorization)}` } }),
  });
  desk = await openDesk({ publicUrl, operators: ["mia"], trustedProxies: 1, calm: true });
  desk.github.setCallbacks([`${publicUrl}/sign-in/callback`]);
  await desk.app.stop();
  const { app, url } = desk.github;
  settings = {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    ONBOARDING: "off",
    GITHUB_API_URL: url,
    GITHUB_WEB_URL: url,
    PUBLIC_URL: publicUrl,
    CLIENT_ID: app.clientId,
    CLIENT_SECRET: app.clientSecret,
    OPERATORS: "mia",
    TRUSTED_PROXIES: "1",
    EMBEDDINGS_URL: embeddings.url,
    EMBEDDINGS_MODEL: "m",
    EMBEDDINGS_KEY: secrets.embeddings,
    CHAT_WEBHOOK_URL: `https://127.0.0.1:1/${secrets.chat}`,
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_PORT: "0",
    DATA_FOLDER: desk.dataFolder,
    LOG_LEVEL: "trace",
    FRONTDESK_DEBUG: "1",
  };
  running = runFrontdesk(["start"], settings);
  const [, address = ""] = await running.until(/"url":"(http:[^"]+)\/api\/github\/webhooks"/u);
  desk.github.sendWebhooksTo(address + webhookPath);
  Object.assign(desk, { url: address });
}, 120_000);

afterAll(async () => {
  await running.stop();
  await embeddings.close();
  await desk.close();
});

const address = () => (desk as Desk & { readonly url: string }).url;

/** Waits until nothing is in progress, or waits only for a later time. */
async function settle(): Promise<void> {
  await desk.github.webhooks.drain();
  for (let quiet = 0, before = -1; quiet < 10; await sleep(100)) {
    const answer = await fetch(`${address()}/readyz`);
    const { inbox } = (await answer.json()) as { readonly inbox: { readonly running: number; readonly done: number } };
    quiet = inbox.running === 0 && inbox.done === before ? quiet + 1 : 0;
    before = inbox.done;
  }
}

describe("a run with all that can go wrong", () => {
  it("answers, is told commands, and promotes", { timeout: 180_000 }, async () => {
    const question = desk.ask(`How can I change the log level? ${words.title}`, `Please. ${words.body}`);
    await desk.push({
      "docs/logging.md": `# Logging\n\n## Change the log level\n\nPass --log-level. ${words.docs}\n`,
      ".github/frontdesk.yml": `# ${words.config}\nfaq:\n  file: docs/FAQ.md\n`,
    });
    await settle();
    desk.comment(question, `/help\n\n${words.comment}`, "ann");
    desk.comment(question, `/why ${words.comment}`, "hana");
    desk.comment(question, `/accept priority:"${words.comment}"`, "ann");
    desk.comment(question, `/interviewed @ann ${words.comment}`, "hana");
    const answer = desk.comment(question, `Like so: ${words.answer}`, "hana");
    markAnswer(desk.github.world, desk.person("ann"), answer);
    await settle();
    desk.comment(question, "/promote-faq", "mia");
    const idea = desk.ask(words.title, words.body, "ann", "ideas");
    await settle();
    desk.comment(idea, `/accept label:"${words.comment}" milestone:"${words.comment}"`, "mia");
    desk.comment(idea, `/decline reason:"${words.comment}"`, "mia");
    await settle();
    expect(running.lines().join("\n")).toContain("related-answers");
  });

  it("is refused and left alone by GitHub in every way", { timeout: 180_000 }, async () => {
    for (const [i, fault] of [
      { kind: "status", status: 500, when: "before", on: "AddComment" },
      { kind: "status", status: 401, when: "before", on: "FindThread" },
      { kind: "status", status: 404, when: "before", on: "AddComment" },
      { kind: "status", status: 422, when: "before", on: "AddComment" },
      { kind: "reset", when: "after", on: "AddComment" },
      { kind: "cut", on: "FindThread" },
      { kind: "revoked-token", on: "FindThread" },
      { kind: "secondary-limit", retryAfterSeconds: 1, on: "AddComment" },
    ].entries()) {
      desk.github.faults.add({ ...fault, times: 1 } as Parameters<typeof desk.github.faults.add>[0]);
      desk.ask(`Where does the log file go? ${words.title} ${i}`, words.body);
      await settle();
    }
    expect(running.lines().join("\n")).toContain("will be tried again");
  });

  it("has a broken config, and webhooks of strangers", { timeout: 60_000 }, async () => {
    await desk.push({ ".github/frontdesk.yml": `# ${words.config}\nrelated-answers:\n  mode: [${words.config}]\n` });
    await settle();
    const payload = JSON.stringify({ action: "created", note: words.payload });
    const { webhookSecret: secret } = desk.github.app;
    const send = (body: string, options: object) => sendWebhook(address() + webhookPath, body, options);
    const { webhookSecret } = desk.github.app;
    expect((await send(payload, { secret: "another secret" })).status).toBe(400);
    expect((await send(`${payload},`, { secret })).status).toBe(400);
    expect((await send(payload, { secret, headers: { authorization: `Bearer ${webhookSecret}` } })).status).toBe(202);
    expect((await send(payload, { secret, event: "discussion" })).status).toBe(202);
    await settle();
    expect(running.lines().join("\n")).toContain("the config is broken");
  });

  it("signs people in, and turns others away", { timeout: 60_000 }, async () => {
    const browser = new DashboardBrowser({ ...desk, app: { ...desk.app, url: address() } }, publicUrl, "mia");
    const back = await browser.askGitHub("/");
    const code = back.searchParams.get("code") ?? "";
    const state = back.searchParams.get("state") ?? "";
    expect((await browser.comeBack(back)).status).toBe(302);
    expect((await browser.comeBack(back)).status).toBeGreaterThanOrEqual(400);
    const other = new DashboardBrowser({ ...desk, app: { ...desk.app, url: address() } }, publicUrl, "sam");
    const falseReturn = await other.askGitHub("/");
    falseReturn.searchParams.set("code", `${code}x`);
    await other.comeBack(falseReturn);
    await other.comeBack(new URL(`${publicUrl}/sign-in/callback?code=${code}&state=${state}&iss=https://evil.example`));
    for (const path of ["", "/search", "/threads", "/settings"]) {
      expect((await browser.get(`/acme/widgets${path}?q=${words.query}&asker=${words.query}`)).status).toBeLessThan(
        500,
      );
      await other.get(`/acme/widgets${path}?q=${words.query}`);
    }
    expect((await browser.get("/-/inbox")).status).toBe(200);
    seen.push(code, falseReturn.searchParams.get("code") ?? "", ...browser.cookies.values(), ...other.cookies.values());
    await fetch(`${address()}/calendar/quuxkey-of-24-letters--/acme/widgets.ics`);
    expect(seen.filter((it) => it.length > 8).length).toBeGreaterThan(2);
  });

  it("serves metrics without names and words", async () => {
    const [, metrics = ""] = await running.until(/"url":"(http:[^"]+\/metrics)"/u);
    const text = await (await fetch(metrics)).text();
    expect(text).toContain("# TYPE");
    mustBeQuiet(text.split("\n"), desk.github, Object.values(secrets));
    expect(text.match(/quux\w*|widgets|acme|\b(?:ann|hana|mia|sam)\b/gu) ?? []).toEqual([]);
  });

  it("prints neither secrets nor people's words", async () => {
    const lines = running.lines();
    expect(lines.length).toBeGreaterThan(40);
    mustBeQuiet(lines, desk.github, [...Object.values(secrets), ...seen.filter((it) => it.length > 8)]);
    const all = lines.join("\n");
    for (const it of Object.values(words)) expect(all).not.toContain(it);
    // Nor any part of them that stands out.
    expect(all.match(/quux\w*/gu) ?? []).toEqual([]);
  });
});

describe("commands of the operator, with FRONTDESK_DEBUG=1", () => {
  const database = `postgres://frontdesk:${secrets.database}@127.0.0.1:1/frontdesk`;

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ["list the inbox", ["inbox", "list"], {}],
    ["look at what is not there", ["inbox", "show", "nothing"], {}],
    ["tell of requests", ["requests", "acme/widgets"], {}],
    ["look whether all is well", ["doctor"], {}],
    ["look whether all is well with a wrong secret", ["doctor"], { CLIENT_SECRET: "another-secret-quux" }],
    ["look whether a database is there", ["doctor"], { DATABASE_URL: database }],
    ["take another command", ["inbox", "explode"], {}],
    ["start without a key", ["start"], { PRIVATE_KEY: "not a key, but a secret-quux" }],
    ["start with half a secret", ["start"], { WEBHOOK_SECRET: "sh-quux" }],
    ["start with a chat without https", ["start"], { CHAT_WEBHOOK_URL: `http://x/${secrets.chat}` }],
    ["start on a database that is not there", ["start"], { DATABASE_URL: database }],
    ["start with a database's address that is none", ["start"], { DATABASE_URL: `postgres//${secrets.database}` }],
    ["list the inbox of a database that is not there", ["inbox", "list"], { DATABASE_URL: database }],
    [
      "export with a wrong token",
      ["export", "acme/widgets", "--out", "$FOLDER/threads.json"],
      { FRONTDESK_TOKEN: `ghp_${"x".repeat(36)}` },
    ],
  ])("%s, and tell no secret", { timeout: 60_000 }, async (_, args, over) => {
    const own = args.map((it) => it.replace("$FOLDER", desk.dataFolder));
    const command = runFrontdesk(own, { ...settings, ...over });
    await command.ended;
    const { app } = desk.github;
    const all = command.lines().join("\n");
    expect(all).not.toBe("");
    for (const secret of [app.webhookSecret, app.clientSecret, ...Object.values(secrets), "secret-quux", "sh-quux"]) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toMatch(/-----BEGIN|\bgh[ps]_[A-Za-z0-9x]{16,}|\beyJ[\w-]+\.eyJ/u);
  });
});
