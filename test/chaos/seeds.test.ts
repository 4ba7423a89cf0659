import { beforeAll, expect, it } from "vitest";
import { playAtBoundaries } from "./boundaries.ts";
import { differencesFrom } from "./differences.ts";
import { play, type Ending } from "./play.ts";

const timeout = 600_000;

let quiet: Ending;
beforeAll(async () => {
  quiet = await play();
}, timeout);

it("a quiet day leaves nothing undone, and has everything happen that is to be tried", () => {
  expect(quiet.left).toEqual([]);
  for (const told of [
    "This may already answer your question",
    "**In the FAQ:**",
    "**Done** in v2.3",
    "**Declined**",
    "What came of the session",
    "@hana, this question waits for the team",
    "Thank you for the rating",
    "docs/backup.md#restore-a-backup",
  ]) {
    expect(quiet.world).toContain(told);
  }
});

it.each([2, 6])("the day of seed %i ends as a quiet one", { timeout }, async (seed) => {
  const ending = await play({ seed });
  expect(differencesFrom(quiet, ending)).toBe("");
  expect(ending.trouble["faults"]).toBeGreaterThan(10);
  expect(ending.trouble["starts"]).toBeGreaterThan(1);
});

it(
  "is the same where the process is killed once after each kind of action, before that is marked",
  { timeout },
  async () => {
    const { ending, boundaries } = await playAtBoundaries("unmarked");
    expect(differencesFrom(quiet, ending)).toBe("");
    expect(boundaries.length).toBeGreaterThan(20);
  },
);
