import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { OwnSet } from "../evaluation/sets/own-set.ts";
import { makeModelFolder } from "../helpers/sentence-model/model-folder.ts";

function rank({ corpus, queries, out }: OwnSet, ...more: readonly string[]) {
  const files = ["--corpus", corpus, "--queries", queries, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "rank", ...files, ...more], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  return { status, stdout, stderr };
}

const corpus = [
  { id: "docs:mud", kind: "docs", title: "Anchors in mud", body: "They drag." },
  { id: "thread:7", kind: "thread", title: "Anchors drag", body: "In mud.", date: "2020-01-01" },
];

describe("frontdesk rank", () => {
  it("writes the run and prints what it took", () => {
    const set = new OwnSet(corpus, [{ id: "q:1", title: "Anchors in mud", date: "2019-01-01" }]);
    const { status, stdout, stderr } = rank(set, "--now-from-query", "--top", "1");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^documents +2,[^]*\nbuild +[\d.]+ s[^]*\nmemory +-?[\d.]+ MB[^]*\nquestions +1\ntime +p50 [\d.]+ ms, p95/,
    );
    expect(set.found()).toEqual({ "q:1": ["docs:mud"] });
  });

  it("compares by the model of a folder, and says what that lacks", async ({ onTestFinished }) => {
    const { folder, write, remove } = await makeModelFolder();
    onTestFinished(remove);
    const dark = { id: "docs:dark", kind: "docs", title: "Dark theme", body: "Choose it." };
    const set = new OwnSet([...corpus, dark], [{ id: "q:1", title: "All black at night" }]);
    rank(set);
    expect(set.found()).toEqual({ "q:1": [] });
    expect(rank(set, "--model", folder)).toMatchObject({ status: 0, stderr: "" });
    expect(set.found()).toEqual({ "q:1": ["docs:dark"] });
    await write({ "tokenizer.json": null });
    const { status, stderr } = rank(set, "--model", folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\S+ has no tokenizer\.json[^\n]*\n$/u);
    // The results are what they were before.
    expect(set.found()).toEqual({ "q:1": ["docs:dark"] });
  });

  it("says how many questions could not tell their time", () => {
    const set = new OwnSet(corpus, [{ id: "q:1", title: "Anchors" }]);
    expect(rank(set, "--now-from-query", "--kind", "thread").stdout).toContain("1, 1 of them without a date");
    expect(set.found()).toEqual({ "q:1": ["thread:7"] });
  });

  it("writes into a pipe, where results come before figures", () => {
    const set = new OwnSet(corpus, [{ id: "q:1", title: "Anchors in mud" }]);
    const command = `"$0" bin/frontdesk.js rank --corpus "$1" --queries "$2" --kind docs --out /dev/stdout | cat`;
    const { stdout } = spawnSync("sh", ["-c", command, process.execPath, set.corpus, set.queries], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^\{"query":"q:1","results":\[\{"id":"docs:mud"[^\n]*\}\ndocuments /);
    expect(set.names()).toEqual(["corpus.jsonl", "queries.jsonl"]);
  });

  it("tells a broken line in one line of its own", () => {
    const set = new OwnSet('{"id": 5}', [{ id: "q:1", title: "Anchors" }]);
    expect(rank(set)).toEqual({ status: 2, stdout: "", stderr: `${set.corpus}:1: id must be text\n` });
    expect(set.names()).toEqual(["corpus.jsonl", "queries.jsonl"]);
  });

  it.each([
    [["--kind", "wiki"], "Allowed choices are docs, faq, thread"],
    [["--top", "0"], "It must be a whole number from 1"],
  ])("refuses %j", (options, message) => {
    const { status, stderr } = rank(new OwnSet(corpus, [{ id: "q:1", title: "Anchors" }]), ...options);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
