import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { wantedApp } from "../../src/core/wanted-app.ts";
import { webhooks } from "../../src/webhooks/index.ts";

const text = readFileSync("app.yml", "utf8");
const manifest = load(text) as {
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly callback_urls: readonly string[];
};

/** Always sent, and refused in a manifest. */
const notListed = new Set(["installation", "installation_repositories"]);

/** What GitHub wants before it lets an app subscribe: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const permissionFor: Readonly<Record<string, string>> = {
  discussion: "discussions",
  discussion_comment: "discussions",
  issues: "issues",
  issue_comment: "issues",
  pull_request: "pull_requests",
  check_run: "checks",
  check_suite: "checks",
  milestone: "issues",
  push: "contents",
  repository: "metadata",
};

/** Offered in a comment: asked for by default they would frighten away who does not need them. */
const optional = ["organization_projects: write"];

describe("app.yml", () => {
  it("lets people come back from signing in, and asks nobody to when they install", () => {
    expect(manifest.callback_urls).toEqual(["https://HOST/sign-in/callback"]);
    expect(manifest).toMatchObject({ request_oauth_on_install: false });
  });

  it("subscribes to exactly the webhooks we understand", () => {
    const understood = webhooks.map(({ name }) => name).filter((it) => !notListed.has(it));
    expect([...manifest.default_events].sort()).toEqual([...understood].sort());
  });

  it.each(optional)("offers %s, and does not ask for it", (permission) => {
    expect(text).toMatch(new RegExp(`^ {2}# ${permission}$`, "m"));
    expect(Object.keys(manifest.default_permissions)).not.toContain(permission.split(":")[0]);
  });

  it.each(manifest.default_events)("asks for what the event %s needs", (event) => {
    expect(Object.keys(manifest.default_permissions)).toContain(permissionFor[event]);
  });
});

it("what `frontdesk doctor` wants is what app.yml asks for", () => {
  expect(wantedApp.permissions).toEqual(manifest.default_permissions);
  expect([...wantedApp.events].sort()).toEqual([...manifest.default_events].sort());
});
