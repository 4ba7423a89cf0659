import { readdirSync, readFileSync } from "node:fs";
import { ProbotOctokit } from "probot";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { findCommands } from "../../src/text/find-commands.ts";
import { DashboardWorld } from "../dashboard/dashboard-world.ts";

// What went wrong elsewhere, in programs like ours and in libraries that we use, tried on us. Where a test does not end,
// it fails.

let world: DashboardWorld;
beforeAll(async () => {
  world = await DashboardWorld.open();
});
afterAll(() => world.close());

/** As much of a workflow as is looked at. */
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

describe("YAML that went wrong elsewhere", () => {
  it("does not change the prototype of all objects by a merge: GHSA-mh29-5h37-fv8m (js-yaml, CVE-2025-64718)", () => {
    for (const text of [
      "docs:\n  <<: { __proto__: { polluted: true } }\n",
      "__proto__: { polluted: true }\n",
      "base: &a { __proto__: { polluted: true } }\ndocs: { <<: *a }\n",
      "constructor: { prototype: { polluted: true } }\n",
    ]) {
      expect(loadConfig(text)).toHaveProperty("problems");
    }
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    [
      "the same alias merged thousands of times: GHSA-h67p-54hq-rp68 (js-yaml, CVE-2026-53550)",
      () => {
        const keys = Array.from({ length: 4_000 }, (_, i) => `k${i}: 1`).join(", ");
        return `base: &a { ${keys} }\ndocs: { <<: [${Array(4_000).fill("*a").join(", ")}] }\n`;
      },
    ],
    [
      "an ordered map of thousands of keys: GHSA-724g-mxrg-4qvm (js-yaml, CVE-2026-59870)",
      () => `docs: !!omap [${Array.from({ length: 6_000 }, (_, i) => `k${i}: 1`).join(", ")}]\n`,
    ],
    [
      "nesting without an end: GHSA-48c2-rrv3-qjmp (yaml, CVE-2026-33532)",
      () => `docs: ${"[".repeat(30_000)}${"]".repeat(30_000)}\n`,
    ],
  ])("does not hold up others by %s", { timeout: 20_000 }, (_, text) => {
    expect(loadConfig(text())).toHaveProperty("problems");
  });
});

describe("answers of a GitHub that is none of ours", () => {
  it.each([
    ["GHSA-h5c3-5r3r-rr8q (CVE-2025-25288)", { link: `${"<".repeat(200_000)}>` }],
    ["GHSA-rmvr-2pp2-xj38 (CVE-2025-25290)", { link: `${"<".repeat(200_000)}>`, deprecation: "true", sunset: "never" }],
  ])("hold nobody up by their headers: %s of Octokit", { timeout: 20_000 }, async (_, headers) => {
    const octokit = new ProbotOctokit({
      request: { fetch: async () => Response.json([], { headers }) },
      throttle: { enabled: false },
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    for await (const page of octokit.paginate.iterator("GET /user/installations")) expect(page.data).toEqual([]);
  });
});

describe("strangers before private pages", () => {
  it.each([
    ["encoded letters: Hono, CVE-2026-47676", "/acme/%73ecret"],
    ["encoded letters of the owner", "/%61cme/secret"],
    ["an encoded slash", "/acme%2Fsecret"],
    ["two slashes", "//acme/secret"],
    ["two slashes within", "/acme//secret"],
    ["a path that leads up", "/acme/open/../secret"],
    ["an encoded path that leads up", "/acme/open/%2e%2e/secret"],
    ["a backslash", "/acme\\secret"],
    ["a null byte", "/acme/secret%00"],
    ["a parameter of the path", "/acme/secret;a=b"],
    ["letters twice encoded", "/acme/%2573ecret"],
    ["the API, encoded", "/api/v1/repositories/acme/%73ecret/threads"],
  ])("get nothing by %s", async (_, path) => {
    for (const who of [undefined, "sam"]) {
      const answer = await world.get(path, who);
      expect(answer.status).toBeGreaterThanOrEqual(300);
      expect(await answer.text()).not.toMatch(/href="\/acme\/secret\/(?:threads|settings)"/u);
    }
  });

  it.each([
    ["x-remote-user", "rita"],
    ["x-forwarded-user", "rita"],
    ["x-auth-request-user", "rita"],
    ["remote-user", "rita"],
    ["authorization", "Bearer rita"],
    ["authorization", `Basic ${Buffer.from("rita:").toString("base64")}`],
    ["x-github-user", "rita"],
    // A token without a signature: GHSA-f67f-6cw9-8mq4 (Hono, CVE-2026-22817).
    ["cookie", "__Host-frontdesk=eyJhbGciOiJub25lIn0.eyJpZCI6MTIsImxvZ2luIjoicml0YSJ9."],
    ["cookie", '__Host-frontdesk={"id":12,"login":"rita"}'],
  ])("are nobody's by a header of theirs, as with Zammad (CVE-2026-34720): %s: %s", async (name, value) => {
    expect((await world.get("/acme/secret", undefined, { [name]: value })).status).toBe(404);
    expect((await world.get("/acme/secret", "rita")).status).toBe(200);
  });

  it("are nobody's by a session of which a byte is another", async () => {
    const cookie = world.cookieOf("rita");
    const start = cookie.indexOf("=") + 1;
    for (let at = start; at < cookie.length; at += 1) {
      const other = cookie[at] === "A" ? "B" : "A";
      const changed = cookie.slice(0, at) + other + cookie.slice(at + 1);
      // The last letter holds fewer bits than it could.
      if (at === cookie.length - 1) continue;
      expect((await world.get("/acme/secret", undefined, { cookie: changed })).status).toBe(404);
    }
  });
});

describe("comments", () => {
  it("are no commands by code in them: gitmoot/gitmoot#1355", () => {
    expect(findCommands("An idea:\n\n```swift\n/private(set) var a\n/accept\n```\n")).toEqual([]);
  });

  it("are put into no shell of a workflow: GHSA-4chw-4rhf-x3c2 (airbytehq/airbyte-python-cdk)", () => {
    const folder = ".github/workflows";
    const workflows = readdirSync(folder).map((it) => readFileSync(`${folder}/${it}`, "utf8"));
    expect(workflows.length).toBeGreaterThan(0);
    for (const text of workflows) {
      const { jobs, permissions } = load(text) as Workflow;
      const steps = Object.values(jobs).flatMap((it) => it.steps);
      // In the environment of a step they are data; a script is put together before its shell reads it.
      for (const { run = "" } of steps) expect(run).not.toContain("${{");
      expect(text).not.toMatch(/pull_request_target|workflow_run/u);
      expect(Object.values(permissions)).not.toContain("write");
      // Other people's actions by whole commit ids, which nobody can move.
      for (const { uses = "./" } of steps) expect(uses).toMatch(/^(?:\.\/|[\w./-]+@[\da-f]{40})$/u);
    }
  });
});
