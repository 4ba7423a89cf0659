import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DashboardWorld } from "./dashboard-world.ts";

let world: DashboardWorld;
beforeEach(async () => {
  world = await DashboardWorld.open();
});
afterEach(() => world.close());

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
