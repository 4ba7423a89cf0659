import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Probot } from "probot";
import pino from "pino";
import { createRepository, createUser, installApp } from "local-github-server/world";
import { RateLimitError } from "../../src/core/errors.ts";
import { noLimits } from "../../src/github/budget/limits.ts";
import { aGitHubWorld } from "./github-world.ts";

async function aQuestion(...[options, pace]: Parameters<typeof aGitHubWorld>) {
  const world = await aGitHubWorld(options, pace);
  const { there, ref } = await world.repository("widgets", { "README.md": "# Widgets\n" });
  return { ...world, ref, there, question: world.ask(there, "How?") };
}

describe("reads in trouble", () => {
  it.each([
    ["a bad gateway", { kind: "status", status: 502, when: "before" }],
    ["a broken connection", { kind: "reset", when: "before" }],
    ["an answer cut short", { kind: "cut" }],
  ] as const)("are repeated after %s", async (_case, fault) => {
    const { github, local, ref, question } = await aQuestion();
    local.faults.add({ ...fault, on: "FindThread", times: 2 });
    expect(await github.reads.findThread(ref, question.number)).toMatchObject({ title: "How?" });
  });

  it("fail after some tries with what was asked, and answers cut short are never taken for empty ones", async () => {
    const { github, local, ref, there } = await aQuestion();
    const commit = (await local.git(there).resolve("main")) ?? "";
    local.faults.add({ on: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", kind: "cut" });
    await expect(github.reads.tree(ref, commit)).rejects.toThrow("Could not read the files of acme/widgets");
  });
});

describe("writes in trouble", () => {
  it.each([
    ["a bad gateway after the work", { kind: "status", status: 502, when: "after" }, 1],
    ["a broken connection after the work", { kind: "reset", when: "after" }, 1],
    ["an answer cut short", { kind: "cut" }, 1],
    ["a bad gateway before the work", { kind: "status", status: 502, when: "before" }, 0],
  ] as const)("are sent once and say that the outcome is unknown: %s", async (_case, fault, written) => {
    const { github, local, ref, question } = await aQuestion();
    local.faults.add({ ...fault, on: "addDiscussionComment" });
    await expect(github.writes.addComment(ref, question.id, "Once.")).rejects.toThrow("is unknown");
    expect(question.comments).toHaveLength(written);
    expect(local.ledger.count({ operation: "addDiscussionComment" })).toBe(1);
  });
});

describe("limits", () => {
  it("say until when to wait instead of sleeping: the hour's quota", async () => {
    const { github, local, ref, question, there } = await aQuestion();
    const commit = (await local.git(there).resolve("main")) ?? "";
    local.limits.exhaust("graphql", 1_800_000);
    local.limits.exhaust("core", 1_800_000);
    const before = Date.now();
    for (const ask of [
      () => github.reads.findThread(ref, question.number),
      () => github.reads.tree(ref, commit),
      () => github.writes.addComment(ref, question.id, "x"),
    ]) {
      const error = await ask().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(RateLimitError);
      expect(error).toMatchObject({ retryAt: expect.any(Date) });
      const { retryAt } = error instanceof RateLimitError ? error : { retryAt: new Date(0) };
      expect(Math.abs(retryAt.getTime() - before - 1_800_000)).toBeLessThan(30_000);
    }
    expect(question.comments).toEqual([]);
  });

  it.each([403, 429] as const)("say until when to wait instead of sleeping: too fast (%i)", async (status) => {
    const { github, local, ref, question } = await aQuestion();
    local.faults.add({ on: "*", kind: "secondary-limit", retryAfterSeconds: 90, status });
    const error = await github.writes.react(ref, question.id, "eyes").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(local.ledger.count({ operation: "addReaction" })).toBeLessThanOrEqual(1);
  });
});

describe("GitHub's limit on new content", () => {
  it("is waited for, and not taken for a refusal of what was written: GraphQL", async () => {
    const { github, local, ref, question } = await aQuestion();
    local.faults.add({ on: "addDiscussionComment", kind: "content-limit", times: 1 });
    const before = Date.now();
    const error = await github.writes.addComment(ref, question.id, "Too fast.").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    const { retryAt } = error instanceof RateLimitError ? error : { retryAt: new Date(0) };
    expect(retryAt.getTime() - before).toBeGreaterThan(120_000);
    expect(question.comments).toEqual([]);
  });

  it("holds all writes of that installation, and none of another", async () => {
    const { github, local, people, ref, question } = await aQuestion();
    const [app] = local.world.all("App");
    if (!app) throw new Error("There is no app");
    const bob = createUser(local.world, "bob");
    const gadgets = createRepository(local.world, bob, "gadgets", { collaborators: { max: "write" } });
    const other = installApp(local.world, people.max, app, bob);
    local.faults.add({ on: "addDiscussionComment", kind: "content-limit", times: 1 });
    await expect(github.writes.addComment(ref, question.id, "Too fast.")).rejects.toBeInstanceOf(RateLimitError);
    local.ledger.clear();
    await expect(github.writes.react(ref, question.id, "eyes")).rejects.toBeInstanceOf(RateLimitError);
    expect(local.ledger.count()).toBe(0);
    expect(await github.reads.findDiscussion(ref, question.number)).toBeDefined();
    const there = { id: gadgets.databaseId, owner: "bob", name: "gadgets", installation: other.databaseId };
    await github.writes.createMilestone(there, { title: "v1" });
    expect(gadgets.milestones).toHaveLength(1);
  });

  it.each([403, 422] as const)(
    "is waited for, and not taken for a refusal of what was written: REST %i",
    async (status) => {
      const { github, local, ref } = await aQuestion();
      local.faults.add({ on: "POST /repos/{owner}/{repo}/milestones", kind: "content-limit", status, times: 1 });
      await expect(github.writes.createMilestone(ref, { title: "v2" })).rejects.toBeInstanceOf(RateLimitError);
    },
  );

  it("knows the secondary limit by its words where GraphQL answers 200", async () => {
    const { github, local, ref, question } = await aQuestion();
    local.faults.add({ on: "addReaction", kind: "secondary-limit", status: 200, times: 1 });
    await expect(github.writes.react(ref, question.id, "eyes")).rejects.toBeInstanceOf(RateLimitError);
  });
});

describe("access", () => {
  it("comes back by itself after a token was revoked", async () => {
    const { github, local, ref, question } = await aQuestion();
    await github.reads.findDiscussion(ref, question.number);
    local.access.revoke({ installation: ref.installation });
    expect(await github.reads.findDiscussion(ref, question.number)).toMatchObject({ title: "How?" });
  });

  it("uses a fresh token once access is renewed", async () => {
    const { github, local, ref, question } = await aQuestion();
    await github.reads.findDiscussion(ref, question.number);
    local.access.revoke({ installation: ref.installation });
    await github.writes.renewAccess(ref.installation);
    await github.writes.addComment(ref, question.id, "With the new token.");
    expect(question.comments).toHaveLength(1);
    expect(local.ledger.list().map(({ status }) => status)).not.toContain(401);
  });

  it("says which permission is missing", async () => {
    const { github, ref, question } = await aQuestion({
      app: { permissions: { metadata: "read", discussions: "read", contents: "read" } },
    });
    expect(await github.reads.findDiscussion(ref, question.number)).toBeDefined();
    await expect(github.writes.addComment(ref, question.id, "x")).rejects.toThrow('"discussions: write"');
  });
});

describe("a clock that is set back by an hour", () => {
  it("holds up neither reads nor writes", async () => {
    const { github, ref, question } = await aQuestion();
    await github.reads.findDiscussion(ref, question.number);
    await github.writes.react(ref, question.id, "eyes");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(await github.reads.findDiscussion(ref, question.number)).toMatchObject({ title: "How?" });
    await github.reads.findHead(ref);
    await github.writes.addComment(ref, question.id, "Still here.");
    expect(question.comments).toHaveLength(1);
  });
});

describe("the Octokit class", () => {
  it("serves Probot with the same tokens, one client for each installation", async () => {
    const { github, local, ref, question } = await aQuestion();
    await github.reads.findDiscussion(ref, question.number);
    const { id, privateKey } = local.app;
    const probot = new Probot({
      appId: id,
      privateKey,
      secret: "a secret",
      baseUrl: local.url,
      Octokit: github.Octokit,
      log: pino({ level: "silent" }),
    });
    const octokit = await probot.auth(ref.installation);
    const { data } = await octokit.rest.repos.get({ owner: "acme", repo: "widgets" });
    expect(data.id).toBe(ref.id);
    const minted = "POST /app/installations/{installation_id}/access_tokens";
    expect(local.ledger.count({ operation: minted })).toBe(1);
  });

  it("lets reads pass while writes wait for their turn, and installations not wait for each other", async () => {
    const aSecond = { ...noLimits, minute: { size: 1, everyMs: 1000 } };
    const { github, local, people, ref, question } = await aQuestion({}, { limits: aSecond });
    const [app] = local.world.all("App");
    if (!app) throw new Error("There is no app");
    const bob = createUser(local.world, "bob");
    createRepository(local.world, bob, "gadgets");
    const other = installApp(local.world, people.max, app, bob);
    const finished: string[] = [];
    const note = (what: string) => () => finished.push(what);
    await Promise.all([
      github.writes.react(ref, question.id, "eyes").then(note("write")),
      github.writes.react(ref, question.id, "rocket").then(note("waiting write")),
      ...Array.from({ length: 15 }, () => github.reads.findHead(ref).then(note("read"))),
      github.reads.repositoriesOf(other.databaseId).then(note("other installation")),
    ]);
    expect(finished).toHaveLength(18);
    expect(finished.at(-1)).toBe("waiting write");
  });
});
