import { createRepository, createUser } from "local-github-server/world";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DashboardBrowser } from "../helpers/dashboard-browser.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

/** Where people reach the app, as its operator says: behind a proxy that does https. */
const publicUrl = "https://desk.example";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    publicUrl,
    operators: ["mia"],
    trustedProxies: 1,
    calm: true,
    before: (world) => {
      const acme = world.findOrganization("acme");
      if (!acme) throw new Error("there is no acme");
      createRepository(world, acme, "secret", { isPrivate: true, collaborators: { ann: "read", max: "triage" } });
      createUser(world, "sam");
    },
  });
  desk.github.setCallbacks([`${publicUrl}/sign-in/callback`]);
});
afterAll(() => desk.close());

const browserOf = (login: string) => new DashboardBrowser(desk, publicUrl, login);

const session = "__Host-frontdesk";

describe("somebody who signs in with GitHub", () => {
  let browser: DashboardBrowser;
  beforeEach(() => {
    browser = browserOf("ann");
  });

  it("comes back to where they were, for eight hours, and no token is left", async () => {
    const response = await browser.signIn("/acme/secret/settings?a=1");
    expect([response.status, response.headers.get("location")]).toEqual([302, "/acme/secret/settings?a=1"]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.getSetCookie().join("\n")).toMatch(/__Host-frontdesk=[\w-]+; Max-Age=28800/u);
    expect([...browser.cookies.keys()]).toEqual([session]);
    expect(await (await browser.get("/")).text()).toContain("You are signed in as ann.");
    expect(desk.github.access.authorizations.tokensLeft).toBe(0);
  });

  it.each([
    ["ann", ["secret", "widgets"]],
    ["sam", ["widgets"]],
  ])("sees what they can read there: %s", async (login, names) => {
    const somebody = browserOf(login);
    await somebody.signIn();
    const text = await (await somebody.get("/")).text();
    expect([...text.matchAll(/href="\/acme\/([\w-]+)"/gu)].map(([, it]) => it)).toEqual(names);
  });

  it("is an operator where the server's operator says so", async () => {
    const mia = browserOf("mia");
    await mia.signIn();
    expect((await mia.get("/-/inbox")).status).toBe(200);
    await browser.signIn();
    expect((await browser.get("/-/inbox")).status).toBe(404);
  });

  it("is told when they have told GitHub not to say who they are", async () => {
    const response = await browser.comeBack(await browser.askGitHub("/", "no"));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("You told GitHub not to tell me who you are");
    expect(browser.cookies.has(session)).toBe(false);
  });

  it.each([
    ["https://evil.example/"],
    ["//evil.example"],
    ["/\\evil.example"],
    ["/\t/evil.example"],
    ["javascript:alert(1)"],
    ["/sign-out"],
    ["/sign-in?return_to=/"],
    [`/${"a".repeat(3_000)}`],
  ])("is not sent elsewhere: %j", async (returnTo) => {
    const response = await browser.get(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
    if (response.status === 414) return;
    expect((await browser.signIn(returnTo)).headers.get("location")).toBe("/");
  });
});

describe("a return from GitHub signs nobody in", () => {
  const refused = async (browser: DashboardBrowser, back: URL, status = 400) => {
    const response = await browser.comeBack(back);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).not.toMatch(/\.ts\b|at .+:\d+|Error/u);
    expect(browser.cookies.has(session)).toBe(false);
    return text;
  };

  it("in a browser that was not sent there, so that nobody is signed in as somebody else", async () => {
    const back = await browserOf("sam").askGitHub();
    expect(await refused(browserOf("ann"), back)).toContain("did not begin here");
  });

  it("in a browser that was sent there for another one", async () => {
    const ann = browserOf("ann");
    await ann.askGitHub();
    await refused(ann, await browserOf("sam").askGitHub());
  });

  it("twice, even in the browser that has kept its cookies", async () => {
    const ann = browserOf("ann");
    const back = await ann.askGitHub();
    const kept = new Map(ann.cookies);
    await ann.comeBack(back);
    const copy = browserOf("ann");
    for (const [name, value] of kept) copy.cookies.set(name, value);
    await refused(copy, back);
  });

  it.each([
    ["code", "0".repeat(20), 403],
    ["code", "", 400],
    ["state", "guessed", 400],
    ["iss", "https://evil.example/login/oauth", 400],
    ["error", "server_error", 403],
  ])("with another %s: %j", async (name, value, status) => {
    const ann = browserOf("ann");
    const back = await ann.askGitHub();
    back.searchParams.set(name, value);
    await refused(ann, back, status);
  });

  it("after more than ten minutes", async () => {
    const ann = browserOf("ann");
    const back = await ann.askGitHub();
    await desk.github.clock.advance(601_000);
    expect(await refused(ann, back)).toContain("ten minutes");
  });

  it("while GitHub does not say who it is", async () => {
    const ann = browserOf("ann");
    const back = await ann.askGitHub();
    desk.github.faults.add({ on: "GET /user", kind: "status", status: 502, when: "before", times: 1 });
    expect(await refused(ann, back, 503)).toContain("GitHub does not answer");
    expect(desk.github.access.authorizations.tokensLeft).toBe(0);
  });
});

describe("a session", () => {
  it("is over after eight hours, whatever is done in it", async () => {
    const ann = browserOf("ann");
    await ann.signIn();
    await desk.github.clock.advance(7 * 3_600_000);
    expect(await (await ann.get("/")).text()).toContain("You are signed in as ann.");
    await desk.github.clock.advance(3_600_000 + 1_000);
    expect(await (await ann.get("/")).text()).toContain("Sign in with GitHub");
  });

  it("is another one each time, whatever the browser had before", async () => {
    const ann = browserOf("ann");
    await ann.signIn();
    const first = ann.cookies.get(session);
    await ann.signIn();
    expect(ann.cookies.get(session)).not.toBe(first);
  });

  it("ends by a form of ours, for every copy of its cookie", async () => {
    const ann = browserOf("ann");
    await ann.signIn();
    const cookie = `${session}=${ann.cookies.get(session)}`;
    const [, token = ""] = /name="token" value="([^"]+)"/u.exec(await (await ann.get("/")).text()) ?? [];
    const send = (headers: Record<string, string>) =>
      fetch(`${desk.app.url}/sign-out`, {
        method: "POST",
        body: new URLSearchParams({ token }),
        headers: { cookie, ...headers },
        redirect: "manual",
      });
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await ann.get("/sign-out")).status).toBe(404);
    expect(await (await ann.get("/")).text()).toContain("You are signed in as ann.");
    const response = await send({ origin: publicUrl });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
    expect(response.headers.getSetCookie().join()).toContain("Max-Age=0");
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(await (await ann.get("/")).text()).toContain("Sign in with GitHub");
  });

  it("outlives a restart of the app, since browsers keep it", async () => {
    const ann = browserOf("ann");
    await ann.signIn();
    await desk.restart();
    expect(await (await ann.get("/")).text()).toContain("You are signed in as ann.");
  });
});
