import { describe, expect, it } from "vitest";
import { NotReadyError } from "../../../src/core/errors.ts";
import { mustBeRead } from "../../../src/features/related-answers/must-be-read.ts";
import { aThread, repository } from "../../helpers/builders.ts";

const now = new Date("2026-03-02T10:00:00Z");

/** In how many milliseconds a question of this age is looked at again; 0: it is answered now. */
async function waits(seconds: number, isServed: boolean): Promise<number> {
  const thread = aThread({ createdAt: new Date(now.getTime() - seconds * 1000) });
  try {
    await mustBeRead(thread, repository, { records: { isServed: async () => isServed }, now });
    return 0;
  } catch (error) {
    if (error instanceof NotReadyError) return error.retryAt.getTime() - now.getTime();
    throw error;
  }
}

describe("a question in a repository whose docs were never read", () => {
  it.each([
    ["a second when it was just asked", 0.5, 1_000],
    ["a quarter of its age when that is more", 60, 15_000],
    ["no longer than ten minutes, for what cannot be read", 601, 0],
    ["as well when it is of the future, by our clock", -60, 15_000],
    ["no longer when our clock is wrong by more", -3_600, 0],
  ])("waits %s", async (_, seconds, ms) => {
    expect(await waits(seconds, false)).toBe(ms);
  });

  it("does not wait any more when they were", async () => {
    expect(await waits(0.5, true)).toBe(0);
  });
});
