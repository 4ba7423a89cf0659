import { describe, expect, it } from "vitest";
import { findLoosely } from "../../src/text/find-loosely.ts";
import { nearestFirst } from "../../src/text/nearest-first.ts";

describe("a name that is meant", () => {
  const options = ["Todo", "In Progress", "P2 (medium)", "P20", "✅ Done", "done"];
  it.each([
    ["In Progress", "In Progress"],
    ["in-progress", "In Progress"],
    ["IN_PROGRESS", "In Progress"],
    ["p2", "P2 (medium)"],
    ["done", "done"],
    ["DONE", undefined],
    ["progress", undefined],
    ["", undefined],
    ["✅", undefined],
  ])("%s: %s", (wanted, found) => {
    expect(findLoosely(options, wanted, String)).toBe(found);
  });
});

describe("names that may be meant", () => {
  it("stand with the nearest first", () => {
    expect(nearestFirst(["assignee", "label", "milestone"], "mileston", String)[0]).toBe("milestone");
    expect(nearestFirst(["v2.2", "v3.0", "v2.3"], "2.3", String)[0]).toBe("v2.3");
    expect(nearestFirst(["b", "a"], "zzz", String)).toEqual(["b", "a"]);
    expect(nearestFirst([], "x", String)).toEqual([]);
  });
});
