import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryPages, siteActions, sitePages } from "../../src/dashboard/pages/index.ts";
import { suggested } from "../contracts/suggestion-records-contract.ts";
import { DashboardWorld, repositories } from "./dashboard-world.ts";

/** Everybody who may come, nobody in particular among them. */
const visitors = [undefined, "sam", "rita", "hana", "olga"] as const;
type Visitor = (typeof visitors)[number];

const audiences = {
  reader: ["rita", "hana", "olga"],
  helper: ["hana", "olga"],
  operator: ["olga"],
  everybody: visitors,
} as const satisfies Record<string, readonly Visitor[]>;

/** What stands in the addresses of pages where their paths have names: of things that there are. */
const params: Readonly<Record<string, string>> = {
  id: "a-delivery",
  number: "12",
  measure: "time-to-first-response",
};

const filled = (path: string) =>
  path.replaceAll(/:(\w+)(?:\{[^}]*\})?/gu, (_, name: string) => {
    const value = params[name];
    if (value === undefined)
      throw new Error(`the walk has nothing for :${name}; add something that there is to params`);
    return value;
  });

const sitePaths = sitePages.map((it) => [filled(it.path), it.audience] as const);
const actionPaths = siteActions.map((it) => filled(it.path));
const repositoryPaths = repositoryPages.map((it) => [filled(it.path), it.audience] as const);

let world: DashboardWorld;
beforeAll(async () => {
  world = await DashboardWorld.open({ limits: { perAddress: 10_000 } });
  const { inbox } = world.stores;
  const position = { orderKey: "a", installation: 70, priority: 0 };
  await inbox.accept({ id: "a-delivery", name: "ping", payload: {} }, position, world.now, "nothing to do");
  await world.stores.records.recordSuggestion(repositories.secret, 12, suggested([]), world.now);
});
afterAll(() => world.close());

const statusOf = async (path: string, as: Visitor) => (await world.get(path, as)).status;

describe.each(visitors)("%s", (visitor) => {
  it.each(sitePaths)("at %s, which is for %s", async (path, audience) => {
    const may = (audiences[audience] as readonly Visitor[]).includes(visitor);
    expect(await statusOf(path, visitor)).toBe(may ? 200 : 404);
  });

  it.each(actionPaths)("with the form of %s, which is for operators", async (path) => {
    const { status } = await world.post(path, visitor);
    // Whoever is not signed in has no form of ours.
    if (visitor === "olga") expect([303, 404]).toContain(status);
    else expect(status).toBe(visitor === undefined ? 403 : 404);
    expect((await world.get(path, visitor)).status).toBe(404);
  });

  it.each(repositoryPaths)(
    "at …%s of a private repository, which is for those who may read it as %s",
    async (path, audience) => {
      const may = (audiences[audience] as readonly Visitor[]).includes(visitor);
      expect(await statusOf(`/acme/secret${path}`, visitor)).toBe(may ? 200 : 404);
    },
  );
});
