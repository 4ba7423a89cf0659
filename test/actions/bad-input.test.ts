import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openIssue } from "local-github-server/world";
import { openWorkflow, type WorkflowDesk } from "../helpers/open-workflow.ts";

let desk: WorkflowDesk;
beforeAll(async () => {
  desk = await openWorkflow();
});
afterAll(() => desk.close());

const title = "How can I change the log level to debug?";
const nothing = { event: "discussion", payload: {} };

/** Somebody asks; the event of it. */
async function asked(text = title) {
  const question = desk.ask(text);
  const [event] = await desk.events();
  if (!event) throw new Error("there is no event");
  return { question, event };
}

describe("a run", () => {
  it("answers as a process of its own, with threads, and once when it is run again", async () => {
    const { question, event } = await asked();
    const first = await desk.run(event, { asProcess: true });
    expect(first).toMatchObject({ code: 0, stderr: "", outputs: { state: "done", "save-data": "true" } });
    expect(desk.botComments(question)).toHaveLength(1);
    expect(first.summary).toContain("### Frontdesk: done");
    expect(await desk.run(event)).toMatchObject({ code: 0, outputs: { state: "known" } });
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it("masks its token before anything else, and shows it nowhere", async () => {
    const { event } = await asked();
    const token = desk.github.workflows.token(desk.repository, { discussions: "write" });
    const { stdout, summary, outputs } = await desk.run(event, { token });
    expect(stdout.startsWith(`::add-mask::${token}\n::stop-commands::`)).toBe(true);
    expect(stdout.replace(`::add-mask::${token}`, "") + summary + JSON.stringify(outputs)).not.toContain(token);
  });

  it("obeys no command of the runner that stands in a title, and ends no output by it", async () => {
    const evil =
      "How can I change the log level?\n::error::x ##[add-mask]y </pre><img src=x> $(id) `id` ${{ github.token }}";
    const { event } = await asked(evil.replace("\n", " "));
    const { discussion } = event.payload as { readonly discussion: object };
    const payload = { ...event.payload, discussion: { ...discussion, title: `${evil}\nend-x\nstate=done` } };
    const { code, stdout, summary, outputs } = await desk.run({ ...event, payload });
    expect(code).toBe(0);
    const [, word = ""] = /^::stop-commands::([\w-]+)$/mu.exec(stdout) ?? [];
    expect(stdout.match(/^::/gmu)).toHaveLength(2);
    expect(word).toMatch(/^[\da-f-]{36}$/u);
    expect(Object.keys(outputs)).toEqual(["state", "outcome", "plan", "save-data"]);
    expect(summary.match(/<(?!\/?pre>)/gu)).toBeNull();
  });

  it.each([
    [
      "an event that means nothing",
      { event: "release", payload: { action: "published" } },
      "the event release means nothing",
    ],
    [
      "a pull request from a fork",
      {
        event: "pull_request",
        payload: { action: "closed", pull_request: { number: 1, head: { ref: "x", repo: { id: 7 } } } },
      },
      "from a fork",
    ],
    [
      "a fork that is gone",
      {
        event: "pull_request",
        payload: { action: "closed", pull_request: { number: 1, head: { ref: "x", repo: null } } },
      },
      "from a fork",
    ],
  ])("skips %s and asks GitHub nothing", async (_, event, says) => {
    const before = desk.github.ledger.list().length;
    const { code, outputs } = await desk.run(event);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ state: "skipped", "save-data": "false" });
    expect(outputs["outcome"]).toContain(says);
    expect(desk.github.ledger.list()).toHaveLength(before);
  });

  it.each([
    ["without a token", { INPUT_TOKEN: "" }, "the input `token` is empty"],
    ["without an event's file", { GITHUB_EVENT_PATH: "/nowhere/event.json" }, "cannot be read (ENOENT)"],
    ["with a folder as that file", { GITHUB_EVENT_PATH: "/tmp" }, "cannot be read (EISDIR)"],
    ["with a file that is no JSON", { GITHUB_EVENT_PATH: "README.md" }, "holds no JSON object"],
    [
      "on pull_request_target",
      { GITHUB_EVENT_NAME: "pull_request_target" },
      "which gives strangers' pull requests a token",
    ],
    ["outside of Actions", { GITHUB_REPOSITORY: undefined }, "is for a job of GitHub Actions"],
    ["with a time that is none", { INPUT_MAX_MINUTES: "soon" }, "`max-minutes` must be a number"],
    ["with a switch that is none", { INPUT_DRY_RUN: "perhaps" }, "`dry-run` must be true or false"],
    ["with a chat that is none", { INPUT_CHAT_WEBHOOK_URL: "http://chat" }, "`chat-webhook-url` has no https address"],
  ])("%s is told what is wrong, with status 2", async (_, env, says) => {
    const { code, stdout } = await desk.run(nothing, { env });
    expect(code).toBe(2);
    expect(stdout).toMatch(/^::error title=Frontdesk::/u);
    expect(stdout).toContain(says);
  });

  it("with a token that GitHub does not take says so, and how to mend it", async () => {
    const { event } = await asked();
    const { code, stdout, outputs } = await desk.run(event, { token: "ghs_nothing" });
    expect(code).toBe(5);
    expect(outputs).toMatchObject({ state: "failed", "save-data": "false" });
    expect(stdout).toContain("::error title=Frontdesk::");
    expect(stdout).toContain("leave it out for the workflow's own");
  });

  it("without a permission names the lines that are missing; when it is run again with them, all is done", async () => {
    const { question, event } = await asked();
    const refused = await desk.run(event, { permissions: { contents: "read", discussions: "read", issues: "read" } });
    expect(refused).toMatchObject({ code: 1, outputs: { state: "refused", "save-data": "false" } });
    expect(refused.summary).toContain("permissions:\n  discussions: write");
    await desk.loseData();
    expect(await desk.run(event)).toMatchObject({ code: 0, outputs: { state: "done" } });
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it.each([
    ["garbage", Buffer.from("no database at all, but long enough to be looked at".repeat(100))],
    ["the beginning of one", Buffer.from("SQLite format 3\0".padEnd(5_000, "x"))],
  ])("on a cache of %s starts anew, and says so", async (_, bytes) => {
    await desk.loseData();
    await mkdir(desk.dataFolder, { recursive: true });
    await writeFile(join(desk.dataFolder, "frontdesk.db"), bytes);
    const { question, event } = await asked();
    const { code, stdout, summary, outputs } = await desk.run(event);
    expect({ code, state: outputs["state"] }).toEqual({ code: 0, state: "done" });
    expect(summary).toContain("The data of earlier runs could not be used");
    expect(stdout).toContain("::warning title=Frontdesk started anew::");
    expect(desk.botComments(question)).toHaveLength(1);
  });

  it("that is dry tells its plan, and does nothing", async () => {
    const { question, event } = await asked();
    const left = desk.traces();
    const { code, summary, outputs } = await desk.run(event, { dry: true });
    expect({ code, ...outputs }).toMatchObject({ code: 0, state: "dry-run", "save-data": "false" });
    expect(JSON.parse(outputs["plan"] ?? "")).toContainEqual(
      expect.stringContaining(`write "related-answers" into our comment in acme/widgets#${question.number}`),
    );
    expect(summary).toContain("**What would be done**");
    expect(desk.traces()).toEqual(left);
    await desk.loseData();
    const byClock = await desk.run({ event: "workflow_dispatch", payload: {} }, { dry: true });
    expect(byClock).toMatchObject({ code: 0, outputs: { state: "dry-run" } });
    expect(desk.traces()).toEqual(left);
  });

  it("where workflows may open no pull requests says which setting it takes", async () => {
    desk.repository.letsWorkflowsOpenPullRequests = false;
    const { question } = await asked("Why does the flange squeak?");
    const answer = desk.comment(question, "It wants oil.", "hana");
    question.answer = answer;
    desk.comment(question, "/promote-faq", "hana");
    const ends = await desk.runAll();
    desk.repository.letsWorkflowsOpenPullRequests = true;
    expect(ends.at(-1)?.stdout).toContain("Allow GitHub Actions to create and approve pull requests");
  });

  it("on a pull request's own branch keeps nothing, since no later run would find it", async () => {
    openIssue(desk.github.world, desk.person("ann"), desk.repository, { title: "It is broken", body: "Since today." });
    const [event] = await desk.events();
    if (!event) throw new Error("there is no event");
    const { outputs } = await desk.run(event, { env: { GITHUB_REF: "refs/pull/7/merge" } });
    expect(outputs).toMatchObject({ "save-data": "false" });
  });
});
