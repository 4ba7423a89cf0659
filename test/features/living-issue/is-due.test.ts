import { describe, expect, it } from "vitest";
import { LivingIssueConfig } from "../../../src/features/living-issue/config.ts";
import { isDue } from "../../../src/features/living-issue/is-due.ts";
import type { LivingIssueRecord } from "../../../src/features/living-issue/living-issue-record.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes));
const kept: LivingIssueRecord = {
  state: "kept",
  number: 4,
  listed: "a",
  at: at(0).toISOString(),
  editEvery: 300,
};

describe("the living issue", () => {
  it.each<readonly [string, LivingIssueRecord | undefined, string, number, boolean]>([
    ["that nobody has looked at", undefined, "a", 0, true],
    ["with something new", kept, "b", 5, true],
    ["with nothing new", kept, "a", 500, false],
    ["that was edited just now", kept, "b", 4, false],
    ["with a pace of its own", { ...kept, editEvery: 3_600 }, "b", 59, false],
    ["with a pace of its own, later", { ...kept, editEvery: 3_600 }, "b", 60, true],
    // Renovate opens a dashboard again each time somebody closes it: CopilotKit/OpenBot#590.
    ["that a person closed", { ...kept, state: "closed" }, "b", 500, false],
    ["that is gone", { ...kept, state: "gone" }, "b", 500, false],
    ["that is off", { state: "off" }, "b", 500, false],
    ["that GitHub refused an hour ago", { ...kept, refusedAt: at(0).toISOString() }, "b", 60, false],
    ["that GitHub refused yesterday", { ...kept, refusedAt: at(0).toISOString() }, "b", 24 * 60, true],
  ])("%s is due or not", (_, record, listed, minutes, is) => {
    expect(isDue(record, listed, at(minutes))).toBe(is);
  });
});

describe("a config that cannot be", () => {
  it.each([
    [{ "edit-every": "1m" }, "five minutes or more"],
    [{ "time-zone": "Europe/Atlantis" }, "must be a time zone by its name in the IANA database"],
    [{ mode: "sometimes" }, "Invalid option"],
    [{ in: "support" }, "must be a repository of the same owner, such as `acme/support`"],
    [{ in: "all" }, "must be a repository of the same owner, such as `acme/support`"],
    [{ in: ["acme/support"] }, "expected string"],
  ])("is refused with what to write: %j", (given, message) => {
    expect(LivingIssueConfig.safeParse(given).error?.issues[0]?.message).toContain(message);
  });
});
