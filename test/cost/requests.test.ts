import { afterEach, describe, expect, it } from "vitest";
import { closeIssue, openIssue } from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Requests by name since the ledger was cleared. */
const asked = () => desk.github.ledger.list().map(({ operation }) => operation);

describe("what is asked of GitHub", () => {
  it("for a push that changes one page of many is six reads", async () => {
    const pages = Array.from({ length: 200 }, (_, i) => [`docs/page-${i}.md`, `# Page ${i}\n\nAbout matter ${i}.\n`]);
    desk = await openDesk({ files: Object.fromEntries(pages) as Record<string, string> });
    desk.github.ledger.clear();
    await desk.push({ "docs/page-7.md": "# Page 7\n\nAbout something else.\n" });
    await desk.settle();
    expect(asked().sort()).toEqual([
      "ConfigTexts",
      "FindHead",
      // Whether the config was changed, which is checked then.
      "FindHead",
      "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
      "ReadBlobs",
      "ReadFolders",
    ]);
  });

  it("for a new question with an answer is four reads and one write, and the asker's role once an hour", async () => {
    desk = await openDesk();
    desk.github.ledger.clear();
    desk.ask("How can I change the log level to debug?");
    await desk.settle();
    const forTimeline = ["FindHistory", "GET /repos/{owner}/{repo}/collaborators/{username}/permission"];
    expect(asked()).toEqual([...forTimeline, "FindThread", "FindThread", "AddComment", "FindDiscussion"]);
    expect(desk.github.ledger.points({ kind: "graphql" })).toBe(5);
    desk.github.ledger.clear();
    desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(asked()).toEqual(["FindHistory", "FindThread", "FindThread", "AddComment", "FindDiscussion"]);
  });

  it("for a look at the reactions on suggestions is one read a repository", async () => {
    desk = await openDesk();
    for (let i = 0; i < 2; i++) desk.ask("How can I change the log level to debug?");
    await desk.settle();
    desk.github.ledger.clear();
    await desk.restart();
    expect(desk.github.ledger.points({ operation: "OpinionsOn" })).toBe(1);
    // What is looked at once a day and at each start reads the config, once.
    expect(asked().filter((it) => it === "ConfigTexts")).toHaveLength(1);
  });

  it("for all issues is a point for each 50, and for a change of one a single read", async () => {
    desk = await openDesk({
      before(world, repository) {
        const [ann] = world.all("User");
        if (!ann) throw new Error("nobody is there");
        for (let i = 0; i < 120; i++) openIssue(world, ann, repository, { title: `Matter ${i}` });
      },
    });
    const imported = desk.github.ledger.list().filter(({ operation }) => operation === "RecentIssues");
    expect(imported.map(({ points }) => points)).toEqual([1, 1, 1]);
    desk.github.ledger.clear();
    const [issue] = desk.repository.issues;
    if (issue) closeIssue(desk.github.world, desk.person("mia"), issue);
    await desk.settle();
    expect(asked()).toEqual(["FindIssue"]);
    expect(desk.github.ledger.points()).toBe(1);
  });

  it("for the watch is nothing, but where what an asker was told changes", async () => {
    const targets = "watch:\n  priorities:\n    p3: { first-response: 4h }\n";
    desk = await openDesk({ files: { ".github/frontdesk.yml": targets } });
    const told = desk.ask("How can I change the log level to debug?");
    const silent = desk.ask("asdf qwerty zxcv");
    await desk.settle();
    desk.comment(silent, "By a flag.", "hana");
    await desk.settle();
    desk.github.ledger.clear();
    desk.comment(silent, "Or by the config.", "hana");
    desk.comment(silent, "And how then?", "ann");
    await desk.settle();
    expect(asked()).toEqual([]);

    desk.comment(told, "By a flag.", "hana");
    await desk.settle();
    expect(asked()).toEqual(["FindThread", "UpdateComment"]);
  });

  it("for a new question without one is three reads and the asker's role", async () => {
    desk = await openDesk();
    desk.github.ledger.clear();
    desk.ask("asdf qwerty zxcv");
    await desk.settle();
    const forTimeline = ["FindHistory", "GET /repos/{owner}/{repo}/collaborators/{username}/permission"];
    expect(asked()).toEqual([...forTimeline, "FindThread", "FindDiscussion"]);
  });
});
