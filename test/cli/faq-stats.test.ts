import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFaqDesk, type FaqDesk } from "../helpers/faq-desk.ts";

let desk: FaqDesk;
beforeAll(async () => {
  desk = await openFaqDesk();
  for (let i = 0; i < 2; i++) {
    const question = desk.ask("How do I start it?", "How do I start? I want to run `widgets start`.");
    await desk.settle();
    if (i === 1) desk.comment(question, "/not-helpful", "ann");
  }
  await desk.restart();
});
afterAll(() => desk.close());

function stats(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "faq", "stats", ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], DATA_FOLDER: folder },
  });
  return { status, stdout, stderr };
}

describe("frontdesk faq stats", () => {
  it("counts hits and misses of each entry, most used first", () => {
    const { status, stdout } = stats(desk.dataFolder);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^HITS {2}HELPED {2}MISSES {2}QUESTION +ENTRY +STALE BECAUSE\n {3}2 {7}0 {7}1 {2}How do I start\? {2}acme\/widgets:docs\/FAQ\.md#how-do-i-start {2}–\n/u,
    );
    expect(stdout).toContain("2 entries, 2 hits.");
    const [first, second] = JSON.parse(stats(desk.dataFolder, "--json").stdout) as unknown[];
    expect(first).toMatchObject({ entry: "docs/FAQ.md#how-do-i-start", hits: 2, helpful: 0, unhelpful: 1, stale: [] });
    expect(second).toMatchObject({ entry: "docs/FAQ.md#how-do-i-stop", hits: 0 });
  });

  it("says so where there is no such repository, or no database", () => {
    expect(stats(desk.dataFolder, "acme/gadgets")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("No repository acme/gadgets is served here."),
    });
    expect(stats("/nonexistent")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("There is no Frontdesk database in /nonexistent."),
    });
  });
});
