import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Requests by name since the ledger was cleared. */
const asked = () => desk.github.ledger.list().map(({ operation }) => operation);

describe("what is asked of GitHub", () => {
  it("for a push that changes one page of many is four reads", async () => {
    const pages = Array.from({ length: 200 }, (_, i) => [`docs/page-${i}.md`, `# Page ${i}\n\nAbout matter ${i}.\n`]);
    desk = await openDesk({ files: Object.fromEntries(pages) as Record<string, string> });
    desk.github.ledger.clear();
    await desk.push({ "docs/page-7.md": "# Page 7\n\nAbout something else.\n" });
    await desk.settle();
    expect(asked().sort()).toEqual([
      "ConfigTexts",
      "FindHead",
      "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
      "ReadBlobs",
    ]);
  });

  it("for a new question with an answer is two reads and one write", async () => {
    desk = await openDesk();
    desk.github.ledger.clear();
    desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(asked()).toEqual(["FindThread", "FindThread", "AddComment"]);
    expect(desk.github.ledger.points()).toBe(3);
  });

  it("for a new question without one is one read", async () => {
    desk = await openDesk();
    desk.github.ledger.clear();
    desk.ask("asdf qwerty zxcv");
    await desk.settle();
    expect(asked()).toEqual(["FindThread"]);
  });
});
