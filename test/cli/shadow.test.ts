import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Suggestion } from "../../src/core/suggestion.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { repository as widgets } from "../helpers/builders.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const database = await openDatabase({ dataFolder: folder });
  const records = new RecordStore(database);
  const gadgets = { ...widgets, id: 8, name: "gadgets" };
  for (const repository of [widgets, gadgets]) await records.rememberRepository(repository);
  await records.recordSuggestion(widgets, 12, spoken, new Date("2026-03-02T10:00:00Z"));
  await records.recordSuggestion(widgets, 13, silent, new Date("2026-03-03T10:00:00Z"));
  await records.recordSuggestion(gadgets, 4, silent, new Date("2026-03-04T10:00:00Z"));
  await records.recordSuggestion(gadgets, 5, { ...spoken, mode: "live" }, new Date("2026-03-04T10:00:00Z"));
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const item = {
  id: "docs:docs/logging.md#log-level",
  title: "Logging › Log level",
  url: "https://example.com/logging#log-level",
  confidence: 0.8347,
  score: 12,
  parts: { lexical: 12 },
  terms: [
    { term: "log", fields: ["title", "body"], score: 3 },
    { term: "level", fields: ["title"], score: 2 },
  ],
};

const spoken: Suggestion = {
  mode: "shadow",
  question: { title: "How do I \u001B[31mlog\u202E?", url: "https://github.com/acme/widgets/discussions/12" },
  items: [item],
  threshold: { value: 0.62, base: 0.6, from: "default", moved: 0.02, because: "0.6 as shipped, 0.02 more" },
  because: "found docs:docs/logging.md#log-level",
};

const silent: Suggestion = { ...spoken, items: [], best: item, because: "the best match is weak" };

function shadow(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "shadow", ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_FOLDER: folder },
  });
  return { status, stdout, stderr };
}

describe("frontdesk shadow", () => {
  it("lists what would have been suggested and why nothing would, newest first", () => {
    expect(shadow("acme/Widgets")).toMatchObject({
      status: 0,
      stdout: [
        "2026-03-03T10:00:00.000Z  acme/widgets#13  How do I  [31mlog ?",
        "  silence: the best match is weak",
        "2026-03-02T10:00:00.000Z  acme/widgets#12  How do I  [31mlog ?",
        "  would suggest, at a threshold of 0.62 (0.6 as shipped, 0.02 more):",
        "  0.83  Logging › Log level  https://example.com/logging#log-level",
        "        log (title, body), level (title)",
        "",
        "2 questions: suggestions for 1, silence for 1.",
        "",
      ].join("\n"),
    });
  });

  it("gives all reasons as one JSON array", () => {
    const { stdout } = shadow("--json", "--since", "2026-03-02T10:00:00Z");
    expect(JSON.parse(stdout)).toEqual([
      { repository: "acme/gadgets", number: 4, at: "2026-03-04T10:00:00.000Z", ...silent },
      { repository: "acme/widgets", number: 13, at: "2026-03-03T10:00:00.000Z", ...silent },
      { repository: "acme/widgets", number: 12, at: "2026-03-02T10:00:00.000Z", ...spoken },
    ]);
  });

  it("lists as many and as old ones as wanted", () => {
    expect(shadow("--limit", "1").stdout).toContain("1 question: suggestions for 0, silence for 1.");
    expect(shadow("--since", "2026-04-01").stdout).toContain("Nothing is recorded.");
  });

  it.each([
    [["acme/elsewhere"], 2, "No repository acme/elsewhere is served here."],
    [["--data", "/nowhere"], 2, "There is no Frontdesk database in /nowhere."],
    [["--since", "yesterday"], 2, "It must be a time in ISO 8601, such as 2026-03-01"],
    [["--limit", "none"], 2, "It must be a whole number from 1."],
  ])("%j is answered with what is wrong", (args, status, message) => {
    expect(shadow(...args)).toMatchObject({ status, stderr: expect.stringContaining(message) });
  });
});
