import { describe, expect, it } from "vitest";
import { toReadable } from "../../demo/readable-log.ts";

describe("the log as people read it", () => {
  it.each([
    [
      '{"level":30,"time":"2026-03-01T12:13:14.000Z","msg":"done","ms":12,"delivery":"abc"}',
      "12:13:14 info  done ms=12 delivery=abc",
    ],
    ['{"level":50,"msg":"no","err":{"message":"why"}}', ' error no err={"message":"why"}'],
    ["not JSON\n", "not JSON"],
    ["null", "null"],
  ])("%s", (line, readable) => {
    expect(toReadable(line)).toBe(readable);
  });
});
