import { afterAll, beforeAll, expect, it } from "vitest";
import { repositoryPages } from "../../src/dashboard/pages/index.ts";
import { suggested } from "../contracts/suggestion-records-contract.ts";
import { DashboardWorld, repositories } from "./dashboard-world.ts";
import { readHtml } from "./read-html.ts";

let world: DashboardWorld;
beforeAll(async () => {
  world = await DashboardWorld.open({ limits: { perAddress: 100_000, perSession: 100_000 } });
  await world.stores.records.recordSuggestion(repositories.secret, 12, suggested([]), world.now);
});
afterAll(() => world.close());

/** Every parameter that any page has. */
const names =
  "period from to by week category label priority tier part counts page status before title asker state sort body".split(
    " ",
  );

const values = [
  "<script>alert(1)</script>",
  '" onmouseover="alert(1)',
  "javascript:alert(1)",
  "'; drop table deliveries; --",
  "%00",
  "%ff%fe",
  "99999999999999999999",
  "+275760-09-14",
  "__proto__",
];

const params = ["12", "0", "-1", "1e9", "%3Cscript%3E", "..%2F..", "%00", "__proto__", "x".repeat(500)];

const encoded = (value: string) => (value.startsWith("%") ? value : encodeURIComponent(value));

/** Asks as the operator, who may see all: neither a failure nor markup of somebody else's. */
async function mustAnswer(path: string): Promise<void> {
  const answer = await world.get(`/acme/secret${path}`, "olga");
  expect([200, 400, 404].includes(answer.status) ? "" : `${answer.status} for ${path}`).toBe("");
  const text = await answer.text();
  expect(text).not.toMatch(/\bat \S+\.ts:\d/u);
  if (!text.includes("alert")) return;
  const document = readHtml(text);
  const elements = [...document.querySelectorAll("script, [onmouseover], a[href^='javascript']")];
  expect(elements.map(({ innerHTML }) => innerHTML)).toEqual([]);
}

it.each(repositoryPages.map(({ path }) => path))("answers hostile queries on %s", async (path) => {
  const there = path.replace(":number", "12").replace(":measure", "time-to-first-response");
  for (const value of values) {
    for (const name of names) await mustAnswer(`${there}?${name}=${encoded(value)}`);
  }
  expect(world.logged.filter((it) => it.includes("failed"))).toEqual([]);
});

it.each(params)("answers on each page for %s in its address", async (param) => {
  for (const { path } of repositoryPages) if (path.includes(":")) await mustAnswer(path.replace(/:\w+/u, param));
  expect(world.logged.filter((it) => it.includes("failed"))).toEqual([]);
});
