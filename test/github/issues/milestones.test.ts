import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toStoredDay } from "local-github-server/world";
import { toDay, toDueOn } from "../../../src/github/issues/milestones.ts";

const anyDay = fc
  .date({ min: new Date("2010-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe("the day of a milestone", () => {
  it("comes back as it was sent, whatever day it is", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(toDay(toStoredDay(toDueOn(day)) ?? "")).toBe(day);
      }),
    );
  });

  it.each([
    ["2026-03-08T08:00:00Z", "2026-03-08"],
    ["2026-03-09T07:00:00Z", "2026-03-09"],
    ["2026-11-01T07:00:00Z", "2026-11-01"],
    ["2026-11-02T08:00:00Z", "2026-11-02"],
    // Not midnight there, as nothing but GitHub itself would store it.
    ["2026-12-15T00:00:00Z", "2026-12-14"],
  ])("of %s is %s", (dueOn, day) => {
    expect(toDay(dueOn)).toBe(day);
  });
});
