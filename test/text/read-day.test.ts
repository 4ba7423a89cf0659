import { english } from "../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { readDay } from "../../src/text/read-day.ts";

// A Thursday, in the evening.
const now = new Date("2026-11-26T20:00:00Z");

function whyNot(text: string, at: Date): string | undefined {
  const read = readDay(text, at);
  return "refused" in read ? read.refused(english) : undefined;
}

describe("a day", () => {
  it.each(["2026-12-15", "2028-02-29", "2026-11-26", " 2027-01-01 "])("%s", (text) => {
    expect(readDay(text, now)).toEqual({ day: text.trim() });
  });

  it.each([
    ["2026-02-30", "there is no 2026-02-30 in the calendar"],
    ["2026-13-01", "there is no 2026-13-01 in the calendar"],
    ["2027-02-29", "there is no 2027-02-29 in the calendar"],
    ["2026-11-25", "2026-11-25 is over"],
    ["tomorrow", "did you mean `2026-11-27`?"],
    ["Friday", "did you mean `2026-11-27`?"],
    ["thursday", "did you mean `2026-12-03`?"],
    ["in 2 weeks", "did you mean `2026-12-10`?"],
    ["next month", "did you mean `2026-12-26`?"],
    ["15.12.2026", "a date is written like `2026-12-15`"],
    ["soon", "a date is written like `2026-12-15`"],
    ["", "a date is written like `2026-12-15`"],
    ["2026-12-15T10:00Z", "a date is written like `2026-12-15`"],
  ])("%s is none: %s", (text, why) => {
    expect(whyNot(text, now)).toContain(why);
  });

  it("is over when it is over everywhere, and not before", () => {
    expect(readDay("2026-11-26", new Date("2026-11-27T11:59:00Z"))).toEqual({ day: "2026-11-26" });
    expect(whyNot("2026-11-26", new Date("2026-11-27T12:01:00Z"))).toBe("2026-11-26 is over");
  });
});
