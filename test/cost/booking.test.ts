import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Discussion } from "local-github-server/world";
import type { Desk } from "../helpers/open-desk.ts";
import { clinicConfig, openClinic, write } from "../helpers/office-hours-desk.ts";

const minutes = 60_000;
const hour = 60 * minutes;
const day = 24 * hour;
const rest = "office-hours:\n  gate: none\n";

let desk: Desk;
let question: Discussion;
beforeEach(async () => {
  desk = await openClinic(clinicConfig({}, rest));
  question = desk.ask("Why does the agent lose its lease?", "Help.", "ann", "general");
  await write(desk, question, "Anybody?");
  desk.github.ledger.clear();
});
afterEach(() => desk.close());

/** Requests by name since the ledger was cleared. */
const asked = () => desk.github.ledger.list().map(({ operation }) => operation);
const points = () => desk.github.ledger.points({ kind: "graphql" });
const role = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";

describe("what a booking asks of GitHub", () => {
  it("is seven points, and one look at its host's rights", async () => {
    await write(desk, question, "/office-hours");
    const command = ["FindDiscussion", "React", "FindThread", "React"];
    expect(asked()).toEqual([...command, "FindThread", role, "FindThread", "AddComment"]);
    expect(points()).toBe(7);
  });

  it("is three points when the asker writes what was missing, and none for what others write", async () => {
    await write(desk, question, "/office-hours");
    desk.github.ledger.clear();
    await write(desk, question, "With version 2.3.1.");
    expect(asked()).toEqual(["FindThread", role, "FindThread", "UpdateComment"]);
    expect(points()).toBe(3);
    desk.github.ledger.clear();
    await write(desk, question, "Me too.", "sam");
    expect(asked()).toEqual([role]);
  });

  it.each([
    ["general", 6, []],
    // The mark, and the looks of those who follow answers and threads.
    ["q-a", 12, ["MarkAnswer"]],
  ] as const)("is some points when its outcome is written down, in %s: %i", async (slug, sum, marks) => {
    const thread = desk.ask("Why does it end?", "Help.", "ann", slug);
    await write(desk, thread, "/office-hours");
    await desk.advance(2 * day + 6 * hour);
    desk.github.ledger.clear();
    await write(desk, thread, "/outcome The lease is too short.", "hana");
    const marked = asked().filter((it) => it.includes("Answer"));
    expect([points(), marked]).toEqual([sum, marks]);
  });

  it("is nothing for the clock while nothing is due, and nothing for a push that changes no session", async () => {
    await write(desk, question, "/office-hours");
    await desk.advance(6 * minutes);
    desk.github.ledger.clear();
    await desk.advance(6 * minutes);
    await desk.push({ "docs/other.md": "# Other\n" });
    await desk.settle();
    expect(asked().filter((it) => it === "FindThread" || it === role)).toEqual([]);
  });

  it("is seven points beside those of the push and of its check when its session is moved: told by edit, and by a comment", async () => {
    await write(desk, question, "/office-hours");
    await desk.advance(6 * minutes);
    desk.github.ledger.clear();
    await desk.push({ ".github/frontdesk.yml": clinicConfig({ start: "2026-03-03 16:00" }, rest) });
    await desk.settle();
    const ofCheck = ["ReadFolders", "GET /repos/{owner}/{repo}/contents/{path}", "FindHead"];
    const ofPush = ["ConfigTexts", "FindHead", ...ofCheck, "GET /repos/{owner}/{repo}/git/trees/{tree_sha}"];
    const again = ["FindThread", "FindThread", role];
    expect(asked()).toEqual([
      ...ofPush,
      ...again,
      "FindThread",
      "UpdateComment",
      "FindThread",
      "FindTopLevelComment",
      "AddComment",
    ]);
    expect(points()).toBe(11);
  });
});
