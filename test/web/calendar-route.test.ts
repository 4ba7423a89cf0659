import { request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import ical from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import { FeedStore } from "../../src/features/calendar-feed/store/feed-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { calendarAddress } from "../../src/session-calendar/calendar-address.ts";
import { calendarKey } from "../../src/web/calendar-key.ts";
import { calendarRoute } from "../../src/web/calendar-route.ts";
import { createLog } from "../../src/web/create-log.ts";
import { PublicRepositories } from "../../src/web/public-repositories.ts";
import { createWebServer } from "../../src/web/server.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { someFeed, somePublished } from "../features/calendar-feed/some-published.ts";
import { logLines } from "../helpers/log-lines.ts";
import { someSession } from "../session-calendar/some-session.ts";

const webhookSecret = "a secret of the operator";
const widgets: RepositoryRef = { id: 7, owner: "acme", name: "widgets", installation: 70 };
const secret: RepositoryRef = { ...widgets, id: 8, name: "secret" };
const off: RepositoryRef = { ...widgets, id: 9, name: "off" };
const bare: RepositoryRef = { ...widgets, id: 10, name: "bare" };

/** What GitHub says of who may read what, how often it was asked, and what time it is. */
let github: { ids: Set<number>; asked: number; isDown: boolean };
let now: Date;
let url: string;
let feeds: FeedStore;
let records: RecordStore;
let logged: () => string;
let closeDatabase: () => Promise<void>;
let close: () => Promise<void>;

beforeEach(async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  closeDatabase = () => database.close();
  feeds = new FeedStore(database);
  records = new RecordStore(database);
  for (const it of [widgets, secret, off, bare]) await records.rememberRepository(it);
  await publish(widgets);
  await publish(secret);
  await feeds.keepFeed(off, { feed: { ...someFeed, repository: "acme/off", state: "off" }, changed: [], gone: [] });
  github = { ids: new Set([7, 9, 10]), asked: 0, isDown: false };
  now = new Date("2026-11-29T12:00:00Z");
  const lines = logLines();
  logged = () => lines.lines.join("\n");
  const log = createLog("info", lines);
  const publicRepositories = new PublicRepositories(
    {
      publicRepositoriesOf: async () => {
        github.asked++;
        if (github.isDown) throw new Error("GitHub is down");
        return new Set(github.ids);
      },
    },
    { revision: async () => 0, count: async () => undefined },
    { clock: () => now, log },
  );
  const server = createWebServer({
    middleware: () => undefined,
    secret: webhookSecret,
    inbox: { counts: () => Promise.reject(new Error("nobody asks")) },
    notReady: async () => undefined,
    dashboard: new Hono(),
    calendars: calendarRoute({ feeds, records, webhookSecret, isPublic: (it) => publicRepositories.isPublic(it) }),
    log,
  });
  url = await listen(server);
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    await remove();
  };
});
afterEach(() => close());

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function publish(repository: RepositoryRef, title = "Office hours", revision = 1): Promise<void> {
  const feed = { ...someFeed, repository: `${repository.owner}/${repository.name}`, revision };
  await feeds.keepFeed(repository, { feed, changed: [somePublished(someSession({ title }))], gone: [] });
}

const get = (path: string, init: RequestInit = {}) => fetch(url + path, init);
const keyed = (repository: RepositoryRef, address = 1) =>
  calendarAddress("", repository, calendarKey(webhookSecret, repository, address));

/** As it is written, which `fetch` would put in order. */
async function getRaw(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    httpRequest({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("GET /calendar/<owner>/<repository>.ics", () => {
  it("gives a calendar that another library reads", async () => {
    const response = await get("/calendar/acme/widgets.ics");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("content-disposition")).toBe('inline; filename="office-hours.ics"');
    const events = Object.values(ical.sync.parseICS(await response.text())).filter((it) => it?.type === "VEVENT");
    expect(events).toMatchObject([{ uid: "clinic-20261208T1300Z@7.github.com", summary: "Office hours" }]);
  });

  it("answers HEAD with the same headers and no body", async () => {
    const [head, whole] = [
      await get("/calendar/acme/widgets.ics", { method: "HEAD" }),
      await get("/calendar/acme/widgets.ics"),
    ];
    const body = await whole.text();
    expect(head.status).toBe(200);
    for (const name of ["etag", "content-type", "cache-control"]) {
      expect(head.headers.get(name)).toBe(whole.headers.get(name));
    }
    expect(Number(head.headers.get("content-length"))).toBe(Buffer.byteLength(body));
    expect(await head.text()).toBe("");
  });

  it("is not sent again while it is the same, and is when it has changed", async () => {
    const first = await get("/calendar/acme/widgets.ics");
    const etag = first.headers.get("etag") ?? "";
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await get("/calendar/acme/widgets.ics", { headers: { "if-none-match": tag } });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    await publish(widgets, "Clinic", 2);
    const changed = await get("/calendar/acme/widgets.ics", { headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("SUMMARY:Clinic\r\n");
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  it("finds the repository in any case, and by the name that it had", async () => {
    expect((await get("/calendar/ACME/Widgets.ICS")).status).toBe(200);
    await records.rememberRepository({ ...widgets, name: "gadgets" });
    await publish({ ...widgets, name: "gadgets" }, "Clinic", 2);
    for (const name of ["gadgets", "widgets", "WIDGETS"]) {
      expect(await (await get(`/calendar/acme/${name}.ics`)).text()).toContain(
        "X-WR-CALNAME:Office hours of acme/gadgets",
      );
    }
    // Whoever has the name now comes before whoever had it.
    const other = { ...widgets, id: 11 };
    await records.rememberRepository(other);
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(404);
    github.ids.add(11);
    now = new Date(now.getTime() + 600_000);
    await publish(other, "Another");
    expect(await (await get("/calendar/acme/widgets.ics")).text()).toContain("SUMMARY:Another\r\n");
  });

  it("gives the same answer for what is not there and what nobody may see", async () => {
    const paths = [
      "/calendar/acme/nowhere.ics",
      "/calendar/acme/secret.ics",
      "/calendar/acme/off.ics",
      "/calendar/acme/bare.ics",
      "/calendar/acme/widgets",
      "/calendar/acme/.ics",
      "/calendar/acme/secret.ics?key=1",
      `/calendar/${"x".repeat(24)}/acme/secret.ics`,
      `/calendar/${"x".repeat(24)}/acme/nowhere.ics`,
      "/calendar/acme",
      "/calendar/",
      "/calendar/a/b/c/d.ics",
    ];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const response = await get(path);
        const headers = Object.fromEntries(response.headers);
        delete headers["date"];
        return { status: response.status, headers, body: await response.text() };
      }),
    );
    expect(new Set(answers.map((it) => JSON.stringify(it)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]?.status).toBe(404);
  });

  it.each([
    "/calendar/acme/..%2f..%2fwidgets.ics",
    "/calendar/../calendar/acme/nowhere.ics",
    "/calendar/acme/%00widgets.ics",
    "/calendar/acme/%zzwidgets.ics",
    "/calendar/%ff%fe/widgets.ics",
    "/calendar//widgets.ics",
    `/calendar/acme/${"a".repeat(8_000)}.ics`,
    "/calendar/acme/widgets.ics/",
    "/calendar/acme%2Fwidgets.ics",
    "/calendar/__proto__/constructor.ics",
  ])("finds nothing at %j", async (path) => {
    expect(await getRaw(path)).toBe(404);
  });

  it("takes no other method", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PROPFIND"]) {
      expect((await get("/calendar/acme/widgets.ics", { method })).status).toBe(404);
    }
  });
});

describe("the secret address of a calendar", () => {
  it("gives the calendar of a repository that is not public, to be kept by nobody on the way", async () => {
    const response = await get(keyed(secret));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("X-WR-CALNAME:Office hours of acme/secret");
    expect(response.headers.get("cache-control")).toBe("private, max-age=300");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(github.asked).toBe(0);
  });

  it("is one for each repository, secret and number of the config", async () => {
    const keys = [
      calendarKey(webhookSecret, secret, 1),
      calendarKey(webhookSecret, secret, 2),
      calendarKey(webhookSecret, widgets, 1),
      calendarKey(`${webhookSecret}!`, secret, 1),
      // No two of these run into one another.
      calendarKey(webhookSecret, { id: 81 }, 1),
      calendarKey(webhookSecret, { id: 8 }, 11),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[\w-]{24}$/u);
    for (const key of keys.slice(1)) expect((await get(calendarAddress("", secret, key))).status).toBe(404);
  });

  it("is none any more when the config has another number", async () => {
    const feed = { ...someFeed, repository: "acme/secret", address: 2 };
    await feeds.keepFeed(secret, { feed, changed: [], gone: [] });
    expect((await get(keyed(secret, 1))).status).toBe(404);
    expect((await get(keyed(secret, 2))).status).toBe(200);
  });
});

it("a failure of ours is told to the operator, without the address", async () => {
  await closeDatabase();
  const response = await get(keyed(secret));
  expect([response.status, await response.text()]).toEqual([500, "Something went wrong here.\n"]);
  expect(logged()).toContain("a request failed");
  expect(logged()).not.toContain(calendarKey(webhookSecret, secret, 1));
});

describe("whether a repository is public", () => {
  it("is asked of GitHub once in ten minutes, however many ask us", async () => {
    await Promise.all(Array.from({ length: 20 }, () => get("/calendar/acme/widgets.ics")));
    await Promise.all(Array.from({ length: 20 }, () => get("/calendar/acme/secret.ics")));
    expect(github.asked).toBe(1);
    now = new Date(now.getTime() + 600_000);
    await get("/calendar/acme/widgets.ics");
    expect(github.asked).toBe(2);
  });

  it("is not asked for what we do not serve", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => get(`/calendar/acme/guess-${i}.ics`)));
    for (const name of ["off", "bare"]) await get(`/calendar/acme/${name}.ics`);
    expect(github.asked).toBe(0);
  });

  it("is known ten minutes after it has changed", async () => {
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(200);
    github.ids.delete(7);
    now = new Date(now.getTime() + 600_000);
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(404);
  });

  it("is believed for an hour while GitHub does not answer, and not asked more often than before", async () => {
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(200);
    github.isDown = true;
    now = new Date(now.getTime() + 50 * 60_000);
    for (let i = 0; i < 5; i++) expect((await get("/calendar/acme/widgets.ics")).status).toBe(200);
    expect(github.asked).toBe(2);
    now = new Date(now.getTime() + 10 * 60_000);
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(404);
    github.isDown = false;
    now = new Date(now.getTime() + 10 * 60_000);
    expect((await get("/calendar/acme/widgets.ics")).status).toBe(200);
  });
});
