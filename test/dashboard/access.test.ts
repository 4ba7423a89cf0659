import { html } from "hono/html";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Audience, RepositoryPage } from "../../src/dashboard/page.ts";
import { DashboardWorld, repositories, type DashboardOptions } from "./dashboard-world.ts";

const page = (audience: Audience): RepositoryPage => ({
  path: `/${audience}`,
  audience,
  nav: audience,
  summary: "A page.",
  render: async ({ repository }) => ({ title: "A page", body: html`<p>${repository.name} has words</p>` }),
});

const pages = { site: [], actions: [], repository: [page("reader"), page("helper"), page("operator")] };

let world: DashboardWorld;
const open = async (options: DashboardOptions = {}) => {
  world = await DashboardWorld.open({ pages, ...options });
};
beforeEach(() => open());
afterEach(() => world.close());

const statusOf = async (path: string, as?: string) => (await world.get(path, as)).status;

describe("who may see pages about a repository", () => {
  it.each([
    // repository, page, nobody, sam (a stranger), rita (reads), hana (helps), olga (operates)
    ["open", "reader", 200, 200, 200, 200, 200],
    ["open", "helper", 404, 404, 404, 200, 200],
    ["open", "operator", 404, 404, 404, 404, 200],
    ["shop", "reader", 404, 200, 200, 200, 200],
    ["shop", "helper", 404, 404, 404, 200, 200],
    ["secret", "reader", 404, 404, 200, 200, 200],
    ["secret", "helper", 404, 404, 404, 200, 200],
    ["secret", "operator", 404, 404, 404, 404, 200],
    ["nothing", "reader", 404, 404, 404, 404, 404],
  ])("%s, %s", async (name, path, ...expected) => {
    const visitors = [undefined, "sam", "rita", "hana", "olga"];
    expect(await Promise.all(visitors.map((it) => statusOf(`/acme/${name}/${path}`, it)))).toEqual(expected);
  });

  it("is asked by name whatever its case, as on GitHub", async () => {
    expect(await statusOf("/ACME/Secret/reader", "rita")).toBe(200);
  });

  it("is nobody while a repository that is for everybody is private", async () => {
    world.public.delete(repositories.open.id);
    expect(await statusOf("/acme/open/reader")).toBe(404);
    expect(await statusOf("/acme/open/reader", "sam")).toBe(404);
    expect(await statusOf("/acme/open/reader", "rita")).toBe(200);
  });

  it("is nobody in particular only while the last good config says so", async () => {
    const { records } = world.stores;
    await records.keepConfig(repositories.open, "acme/open:.github/frontdesk.yml", "dashboard: { public: false }");
    expect(await statusOf("/acme/open/reader")).toBe(404);
  });

  it("is nobody new while GitHub is down, and those whom it has told of for a minute", async () => {
    expect(await statusOf("/acme/secret/reader", "rita")).toBe(200);
    world.github.isDown = true;
    expect(await statusOf("/acme/secret/reader", "rita")).toBe(200);
    expect(await statusOf("/acme/secret/reader", "hana")).toBe(404);
    world.now = new Date(world.now.getTime() + 60_001);
    expect(await statusOf("/acme/secret/reader", "rita")).toBe(404);
    world.github.isDown = false;
    expect(await statusOf("/acme/secret/reader", "hana")).toBe(200);
  });

  it("is asked of GitHub once a minute, however many pages somebody opens at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => statusOf("/acme/secret/reader", "rita")));
    expect(world.github.asked).toBe(1);
  });

  it("is not whoever has got the login of somebody who may, under another id", async () => {
    const cookie = `__Host-frontdesk=${world.sessions.begin({ id: 999, login: "rita" })}`;
    expect((await world.get("/acme/secret/reader", undefined, { cookie })).status).toBe(404);
  });
});

describe("whoever may not see a repository", () => {
  const told = async (path: string, cookie: string) => {
    const response = await world.get(path, undefined, { cookie });
    return { status: response.status, text: (await response.text()).replaceAll(/nothing|secret/gu, "…") };
  };

  it.each([undefined, "sam"])("is told the same as where there is none: %s", async (visitor) => {
    const cookie = world.cookieOf(visitor);
    for (const path of ["reader", "helper", "no-such-page"]) {
      const [there, none] = [await told(`/acme/secret/${path}`, cookie), await told(`/acme/nothing/${path}`, cookie)];
      expect(there).toEqual(none);
      expect(there.status).toBe(404);
    }
  });

  it.each([
    ["nobody, of a private one", undefined, "secret"],
    ["nobody, of none", undefined, "nothing"],
    ["a stranger, of a private one", "sam", "secret"],
    ["a stranger, of none", "sam", "nothing"],
  ])("learns it after a time that depends on nothing: %s", async (_, visitor, name) => {
    await world.close();
    await open({ deniedAfterMs: 150 });
    // GitHub answers when this is over: the answer does not wait for it, nor does it come at once where nobody asks GitHub.
    let answer = (): void => undefined;
    world.github.answersAfter = new Promise((resolve) => {
      answer = resolve;
    });
    const begun = performance.now();
    expect(await statusOf(`/acme/${name}/reader`, visitor)).toBe(404);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(149);
    answer();
  });
});

describe("the navigation", () => {
  it.each([
    ["rita", ["reader"]],
    ["hana", ["reader", "helper"]],
    ["olga", ["reader", "helper", "operator"]],
  ])("shows %s the pages that they may see", async (login, names) => {
    const text = await (await world.get("/acme/secret/reader", login)).text();
    expect([...text.matchAll(/href="\/acme\/secret\/(\w+)"/gu)].map(([, name]) => name)).toEqual(names);
    expect(text).toMatch(/href="\/acme\/secret\/reader" +aria-current="page">reader</u);
  });
});
