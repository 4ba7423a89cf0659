import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LocalGitHub } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import {
  createOrganization,
  createRepository,
  createUser,
  installApp,
  openDiscussion,
  suspendInstallation,
  uninstallApp,
  type Organization,
  type Repository,
  type User,
} from "local-github-server/world";
import { appOf, at, allAt } from "../github-client.ts";

interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An app that remembers what it was told and answers as it is told. */
class ListeningApp {
  readonly received: Received[] = [];
  status = 200;
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      this.received.push({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString() });
      response.writeHead(this.status).end("noted");
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/hook` : "";
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Titles of the discussions it was told of, as they came. */
  titles(): unknown[] {
    return this.received.flatMap(({ body }) => at(JSON.parse(body), "discussion", "title") ?? []);
  }
}

let app: ListeningApp;
let github: LocalGitHub;
let acme: Organization;
let olga: User;
let widgets: Repository;

beforeEach(async () => {
  app = new ListeningApp();
  const url = await app.start();
  github = await startCheckedGitHub({
    webhook: { url, secret: "hush" },
    seed: (world) => {
      olga = createUser(world, "olga");
      acme = createOrganization(world, "acme", { owners: [olga] });
      widgets = createRepository(world, acme, "widgets");
    },
  });
});
afterEach(async () => {
  await github.close();
  await app.stop();
});

function install(): void {
  const [registered] = github.world.all("App");
  if (registered !== undefined) installApp(github.world, olga, registered, acme);
}

function ask(title: string): void {
  const category = widgets.discussionCategories.find(({ slug }) => slug === "q-a");
  if (category !== undefined) openDiscussion(github.world, olga, widgets, { category, title, body: "Why?" });
}

describe("a webhook", () => {
  it("is signed twice over the bytes that were sent", async () => {
    install();
    await github.webhooks.drain();
    const [{ headers, body } = { headers: {}, body: "" }] = app.received;
    const hmac = (algorithm: string): string => createHmac(algorithm, "hush").update(body).digest("hex");
    expect(headers).toMatchObject({
      "x-github-event": "installation",
      "x-hub-signature": `sha1=${hmac("sha1")}`,
      "x-hub-signature-256": `sha256=${hmac("sha256")}`,
      "x-github-hook-installation-target-id": String(github.app.id),
    });
    expect(JSON.parse(body)).toMatchObject({ action: "created", repositories: [{ full_name: "acme/widgets" }] });
  });

  it("tells what was true when it happened, in the order in which it happened", async () => {
    install();
    for (const title of ["one", "two", "three"]) ask(title);
    const [first] = widgets.discussions;
    if (first !== undefined) first.title = "changed since";
    await github.webhooks.drain();
    expect(app.titles()).toEqual(["one", "two", "three"]);
  });

  it.each([
    ["an app that is not installed", () => {}],
    [
      "a suspended installation",
      () => {
        install();
        for (const installation of github.world.all("Installation"))
          suspendInstallation(github.world, olga, installation);
      },
    ],
    [
      "an installation for other repositories",
      () => {
        const [registered] = github.world.all("App");
        if (registered !== undefined)
          installApp(github.world, olga, registered, acme, [createRepository(github.world, acme, "other")]);
      },
    ],
    [
      "an installation that does not subscribe",
      () => {
        install();
        for (const installation of github.world.all("Installation")) installation.events = ["issues"];
      },
    ],
    [
      "an app that was uninstalled",
      () => {
        install();
        for (const installation of github.world.all("Installation")) uninstallApp(github.world, olga, installation);
      },
    ],
  ])("of a discussion does not reach %s", async (_who, arrange) => {
    arrange();
    ask("unheard");
    await github.webhooks.drain();
    expect(app.titles()).toEqual([]);
  });
});

describe("a failed delivery", () => {
  it("is recorded with the answer and can be sent again under its GUID", async () => {
    app.status = 500;
    install();
    await github.webhooks.drain();
    const failed = await appOf(github)("GET /app/hook/deliveries?status=failure");
    expect(failed.body).toMatchObject([{ event: "installation", status_code: 500, redelivery: false }]);
    const id = String(at(failed.body, 0, "id"));
    app.status = 202;
    expect((await appOf(github)(`POST /app/hook/deliveries/${id}/attempts`)).status).toBe(202);
    await github.webhooks.drain();
    const all = (await appOf(github)("GET /app/hook/deliveries")).body;
    expect(allAt(all, "status_code")).toEqual([202, 500]);
    expect(new Set(allAt(all, "guid")).size).toBe(1);
    const [before, after] = app.received;
    expect(after?.body).toBe(before?.body);
    const detail = await appOf(github)(`GET /app/hook/deliveries/${id}`);
    expect(detail.body).toMatchObject({ request: { payload: { action: "created" } }, response: { payload: "noted" } });
  });

  it("to an app that is down is recorded as such", async () => {
    await app.stop();
    install();
    ask("anyone?");
    await github.webhooks.drain();
    const deliveries = github.webhooks.list();
    expect(deliveries.map(({ event }) => event)).toEqual(["discussion", "installation"]);
    expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(["failed to connect to host"]));
  });

  it("is remembered over a restart, and can be sent again from there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "local-github-restart-"));
    // Nobody listens there.
    const before = await startCheckedGitHub({ folder, webhook: { url: "http://127.0.0.1:9/hook", secret: "hush" } });
    const [registered] = before.world.all("App");
    const owner = createUser(before.world, "olga");
    if (registered !== undefined) installApp(before.world, owner, registered, owner);
    await before.webhooks.drain();
    const [lost] = before.webhooks.list();
    expect(lost).toMatchObject({ event: "installation", status: "failed to connect to host" });
    await before.close();
    const after = await startCheckedGitHub({ folder });
    expect(after.webhooks.list()).toEqual([lost]);
    const again = await after.webhooks.redeliver(lost?.id ?? 0);
    expect(again).toMatchObject({ guid: lost?.guid, redelivery: true, request: { body: lost?.request.body } });
    await after.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("pages by cursor, newest first", async () => {
    install();
    for (let index = 0; index < 4; index += 1) ask(`Q${index}`);
    await github.webhooks.drain();
    const client = appOf(github);
    const first = await client("GET /app/hook/deliveries?per_page=3");
    const next = /<([^>]+)>; rel="next"/u.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const second = await client(`GET ${next.slice(github.url.length)}`);
    expect([allAt(first.body, "event"), allAt(second.body, "event")]).toEqual([
      ["discussion", "discussion", "discussion"],
      ["discussion", "installation"],
    ]);
    expect(second.headers.get("link")).toBeNull();
  });
});

describe("misbehaving deliveries", () => {
  const titles = Array.from({ length: 12 }, (_, index) => `Q${index}`);

  it("overtake each other, but none is lost", async () => {
    install();
    await github.webhooks.drain();
    github.webhooks.setConduct({ shuffled: true, seed: 7 });
    titles.forEach(ask);
    await github.webhooks.drain();
    expect(app.titles()).not.toEqual(titles);
    expect(new Set(app.titles())).toEqual(new Set(titles));
  });

  it("come twice under one GUID", async () => {
    install();
    await github.webhooks.drain();
    github.webhooks.setConduct({ twice: 1 });
    ask("again");
    await github.webhooks.drain();
    expect(app.titles()).toEqual(["again", "again"]);
    expect(new Set(app.received.slice(-2).map(({ headers }) => headers["x-github-delivery"])).size).toBe(1);
  });

  it("come late, after those that were sent later", async () => {
    install();
    await github.webhooks.drain();
    github.webhooks.setConduct({ late: 1, lateMs: 60 });
    ask("late");
    github.webhooks.setConduct({});
    ask("in time");
    await github.webhooks.drain();
    expect(app.titles()).toEqual(["in time", "late"]);
  });
});
