import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DashboardWorld } from "./dashboard-world.ts";

let world: DashboardWorld;
beforeEach(async () => {
  world = await DashboardWorld.open();
});
afterEach(() => world.close());

describe("without a way to sign in", () => {
  beforeEach(async () => {
    await world.close();
    world = await DashboardWorld.open({ hasSignIn: false });
  });

  it.each([
    ["/", 200, "Nobody can sign in here"],
    ["/sign-in", 404, "Nobody can sign in here"],
    ["/sign-in/callback?code=1&state=2", 404, "Nobody can sign in here"],
    ["/acme/secret/threads", 404, "only public pages are shown"],
    ["/acme/open/threads", 200, "acme/open"],
  ])("that is said at %s", async (path, status, words) => {
    const response = await world.get(path);
    const text = (await response.text()).replaceAll(/\s+/gu, " ");
    expect([response.status, text.includes(words)]).toEqual([status, true]);
    expect(text).not.toContain("Sign in with GitHub");
  });
});

describe("the first page", () => {
  it("shows nobody in particular what is for everybody, and how to sign in", async () => {
    const text = await (await world.get("/")).text();
    expect(text).toContain(`href="/acme/open"`);
    expect(text).not.toMatch(/acme\/(?:shop|secret)/u);
    expect(text).toContain("Sign in with GitHub");
  });

  it.each([
    ["sam", ["open", "shop"]],
    ["rita", ["open", "secret", "shop"]],
  ])("shows %s what they can read on GitHub", async (login, names) => {
    const text = await (await world.get("/", login)).text();
    expect([...text.matchAll(/href="\/acme\/(\w+)"/gu)].map(([, name]) => name)).toEqual(names);
  });
});
