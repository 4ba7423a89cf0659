import { html } from "hono/html";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { RepositoryPage, SiteAction } from "../../src/dashboard/page.ts";
import { DashboardWorld, publicUrl, type DashboardOptions } from "./dashboard-world.ts";

const broken: RepositoryPage = {
  path: "/broken",
  audience: "reader",
  summary: "It throws.",
  render: async () => {
    throw new Error("the words of a bug");
  },
};
const echo: RepositoryPage = {
  path: "/echo",
  audience: "reader",
  summary: "It says what it is asked.",
  render: async ({ query }) => ({ title: query.get("q") ?? "", body: html`<p>${query.get("q")}</p>` }),
};
const picky: RepositoryPage = {
  path: "/picky",
  audience: "reader",
  summary: "It refuses what it does not understand.",
  render: async () => {
    throw new UserError("`from` must be a day, not <b>now</b>.");
  },
};
const dear: RepositoryPage = { ...echo, path: "/dear", summary: "It costs ten others.", cost: 10 };
let acted: string[] = [];
const act: SiteAction = {
  path: "/-/act/:id",
  audience: "operator",
  summary: "It acts.",
  act: async ({ params: { id = "" } }) => {
    acted.push(id);
    return "/-/done";
  },
};

let world: DashboardWorld;
const open = async (options: DashboardOptions = {}) => {
  world = await DashboardWorld.open({
    pages: { site: [], actions: [act], repository: [broken, echo, picky, dear] },
    ...options,
  });
};
beforeEach(async () => {
  acted = [];
  await open();
});
afterEach(() => world.close());

describe("a page about a repository", () => {
  it("says what is wrong with a query, as text, with the repository's own navigation", async () => {
    const answer = await world.get("/acme/open/picky");
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain("`from` must be a day, not &lt;b&gt;now&lt;/b&gt;.");
    expect(text).toContain('href="/acme/open"');
    expect((await world.get("/acme/secret/picky")).status).toBe(404);
  });

  it("counts as many as it costs", async () => {
    await world.close();
    await open({ limits: { perAddress: 25 } });
    const asked = [];
    for (let times = 0; times < 3; times += 1) asked.push((await world.get("/acme/open/dear")).status);
    expect(asked).toEqual([200, 200, 429]);
  });
});

describe("each answer", () => {
  it.each(["/acme/open/echo?q=a", "/acme/open/broken", "/nothing", "/sign-in", "/-/icon.svg"])(
    "has headers that keep others out: %s",
    async (path) => {
      const { headers } = await world.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/u);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("strict-transport-security")).toContain("max-age=");
    },
  );

  it("asks for https only where we are reached by it", async () => {
    await world.close();
    await open({ publicUrl: "http://127.0.0.1:3000" });
    expect((await world.get("/acme/open/echo")).headers.has("strict-transport-security")).toBe(false);
  });

  it("has nothing of another site, no script and no style of its own", async () => {
    const text = await (await world.get("/acme/open/echo?q=a", "olga")).text();
    expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//u);
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/u);
  });

  it("has people's words as words", async () => {
    const words = `<img src=x onerror="alert(1)"> & "quotes" '`;
    const text = await (await world.get(`/acme/open/echo?q=${encodeURIComponent(words)}`)).text();
    expect(text).not.toContain("<img");
    expect(text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &quot;quotes&quot; &#39;");
  });

  it("is not sent again to whoever has it, and kept by nobody else where it is somebody's", async () => {
    const first = await world.get("/acme/open/echo?q=a");
    const etag = first.headers.get("etag") ?? "";
    expect((await world.get("/acme/open/echo?q=a", undefined, { "if-none-match": etag })).status).toBe(304);
    expect((await world.get("/acme/open/echo?q=b", undefined, { "if-none-match": etag })).status).toBe(200);
    expect(first.headers.get("vary")).toContain("Cookie");
    expect((await world.get("/acme/open/echo", "rita")).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("to a bug says nothing of it, and the log all", async () => {
    const response = await world.get("/acme/open/broken");
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("Something went wrong here");
    expect(text).not.toMatch(/words of a bug|\.ts|at .+:\d+/u);
    expect(world.logged.join("\n")).toContain("the words of a bug");
  });
});

describe("the style sheet", () => {
  it("is kept by browsers for as long as they like, under an address of its own", async () => {
    const [, path = ""] = /rel="stylesheet" href="([^"]+)"/u.exec(await (await world.get("/nothing")).text()) ?? [];
    const response = await world.get(path);
    expect(response.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(path).toMatch(/-[0-9a-f]{12}\.css$/u);
  });
});

describe("a form", () => {
  it("of an operator, from a page of ours, is done", async () => {
    const response = await world.post("/-/act/7", "olga");
    expect([response.status, response.headers.get("location"), acted]).toEqual([303, "/-/done", ["7"]]);
  });

  it("of somebody else is done for nobody", async () => {
    expect((await world.post("/-/act/7", "hana")).status).toBe(404);
    expect(acted).toEqual([]);
  });

  it.each<[string, Parameters<DashboardWorld["post"]>[2]]>([
    ["without a token", { token: "" }],
    ["with a token that is none", { token: "a".repeat(43) }],
    ["from another site, as the browser says", { headers: { "sec-fetch-site": "cross-site" } }],
    ["from another port of the same host", { headers: { "sec-fetch-site": "same-site" } }],
    ["from another site, by its origin", { headers: { origin: "https://evil.example" } }],
    ["from a page that hides its origin", { headers: { origin: "null" } }],
    ["from a site whose name begins as ours", { headers: { origin: `${publicUrl}.evil.example` } }],
    ["without a session", { headers: { cookie: "" } }],
    ["with the cookie of nobody", { headers: { cookie: "__Host-frontdesk=abc" } }],
  ])("%s is refused", async (_, how) => {
    const response = await world.post("/-/act/7", "olga", how);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("That was not done");
    expect(acted).toEqual([]);
  });

  it("with the token of another session is refused", async () => {
    const other = await world.sessions.find(world.cookieOf("olga").slice("__Host-frontdesk=".length));
    const token = other ? world.sessions.formToken(other) : "";
    expect((await world.post("/-/act/7", "olga", { token })).status).toBe(403);
  });

  it("that is larger than any of ours is refused", async () => {
    expect((await world.post("/-/act/7", "olga", { token: "a".repeat(20_000) })).status).toBe(403);
  });
});

describe("whoever asks too much", () => {
  it.each([
    ["an address", { perAddress: 3 }, undefined],
    ["a session", { perSession: 3 }, "rita"],
  ])("is told to wait: %s", async (_, limits, login) => {
    await world.close();
    await open({ limits });
    const cookie = world.cookieOf(login);
    const ask = () => world.get("/acme/open/echo", undefined, { cookie });
    for (let times = 0; times < 3; times += 1) expect((await ask()).status).toBe(200);
    const response = await ask();
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.text()).toContain("Too many requests");
  });

  it("is not let in by an address that he writes himself, and told apart by the one that a trusted proxy writes", async () => {
    for (const [trustedProxies, status] of [
      [0, 429],
      [1, 200],
    ] as const) {
      await world.close();
      await open({ limits: { perAddress: 1, trustedProxies } });
      await world.get("/acme/open/echo", undefined, { "x-forwarded-for": "10.0.0.1, 203.0.113.1" });
      const other = { "x-forwarded-for": "10.0.0.1, 203.0.113.2" };
      expect((await world.get("/acme/open/echo", undefined, other)).status).toBe(status);
    }
  });

  it("has one address in a network of IPv6", async () => {
    await world.close();
    await open({ limits: { perAddress: 1, trustedProxies: 1 } });
    const from = async (address: string) =>
      (await world.get("/acme/open/echo", undefined, { "x-forwarded-for": address })).status;
    expect(await from("2001:db8::1")).toBe(200);
    expect(await from("2001:db8:0:0:ffff::2")).toBe(429);
    expect(await from("2001:db8:0:1::1")).toBe(200);
  });
});

describe("an address", () => {
  it.each([
    ["of many characters", `/acme/open/echo?q=${"a".repeat(3_000)}`],
    ["with many parameters", `/acme/open/echo?${"a=1&".repeat(60)}`],
  ])("%s is refused", async (_, path) => {
    expect((await world.get(path)).status).toBe(414);
  });

  it.each([
    ["/acme/open/echo/?q=a", 301, "/acme/open/echo?q=a"],
    ["/acme/secret//", 301, "/acme/secret"],
    ["/", 404, null],
    ["//evil.example/", 404, null],
    ["/.//evil.example/", 404, null],
    ["///evil.example//", 404, null],
  ])("with a slash at its end leads to a page of ours, or nowhere: %s", async (path, status, location) => {
    const response = await world.get(path);
    expect([response.status, response.headers.get("location")]).toEqual([status, location]);
  });
});
