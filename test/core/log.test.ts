import { describe, expect, it } from "vitest";
import { errorLine, stackFrames } from "../../src/core/log.ts";
import { RefusedError } from "../../src/core/errors.ts";
import { createLog } from "../../src/web/create-log.ts";
import { logLines } from "../helpers/log-lines.ts";

/** What the engine throws when it is given this. */
function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

const secret = "the words of a person";
const unreadable: readonly [string, () => unknown][] = [
  ["a regular expression", () => new RegExp(`(${secret}`)],
  ["a regular expression of 40,000 characters", () => new RegExp(`(${secret}${"`".repeat(40_000)}`)],
  ["JSON", () => JSON.parse(`${secret} {`)],
  ["JSON that ends early", () => JSON.parse(`{"${secret}": `)],
];

describe("an error in one line", () => {
  it.each(unreadable)("tells that %s cannot be read, and nothing of what it is", (_, act) => {
    const line = errorLine(thrownBy(act));
    expect(line).toMatch(/^SyntaxError: \w+/);
    expect(line).not.toContain("words");
  });

  it("keeps what our own errors say", () => {
    const error = new RefusedError('Could not comment: the app lacks "discussions: write"', "permission");
    expect(errorLine(error)).toBe('RefusedError: Could not comment: the app lacks "discussions: write"');
  });

  it.each([
    ["a megabyte", new Error("x".repeat(1_000_000))],
    ["a megabyte that is no error", "x".repeat(1_000_000)],
    ["a megabyte of spaces", new Error(`a${" ".repeat(1_000_000)}b`)],
  ])("is short, even for %s", (_, error) => {
    expect(errorLine(error).length).toBeLessThan(500);
  });

  it("is one line that cannot steer a terminal", () => {
    expect(errorLine(new Error("one\ntwo\u001b[31m\u202ethree"))).toBe("Error: one two [31m three");
  });

  it("has frames without the message, which the stack repeats", () => {
    const [, act = () => undefined] = unreadable[1] ?? [];
    const frames = stackFrames(thrownBy(act), 3);
    expect(frames).toMatch(/^ {4}at .*log\.test/m);
    expect(frames.split("\n")).toHaveLength(3);
    expect(frames).not.toContain("words");
  });
});

it.each(unreadable)("the log holds nothing of %s that cannot be read", (_, act) => {
  const log = logLines();
  createLog("info", log).error({ err: thrownBy(act) }, "failed");
  expect(log.lines.join("")).toContain("SyntaxError");
  expect(log.lines.join("")).toContain("log.test.ts");
  expect(log.lines.join("")).not.toContain("words");
  expect(log.lines.join("").length).toBeLessThan(5_000);
});
