import { describe, expect, it } from "vitest";
import { Duration, readDuration, secondsOf } from "../../src/business-time/duration.ts";

describe("a duration", () => {
  it.each([
    ["16h", 57_600],
    ["90m", 5_400],
    ["1h30m", 5_400],
    ["2h0m5s", 7_205],
    ["45s", 45],
    ["0h", 0],
    ["87600h", 315_360_000],
  ])("%s is %i seconds", (text, seconds) => {
    expect(Duration.parse(text)).toBe(text);
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each(["", "h", "16", "16 h", "-1h", "1.5h", "2d", "1w", "30m1h", "PT16H", "1h ", "٣h", "9999999h"])(
    "is not %j",
    (text) => {
      expect(readDuration(text)).toBeUndefined();
      const [issue, ...more] = Duration.safeParse(text).error?.issues ?? [];
      expect(issue?.message).toContain("such as `16h`, `90m` or `1h30m`");
      expect(more).toEqual([]);
    },
  );

  it("is at most ten years", () => {
    expect(Duration.safeParse("87600h1s").error?.issues[0]?.message).toBe("must be at most 87600h, which is ten years");
  });

  it("is none that no config has let through", () => {
    expect(() => secondsOf("soon")).toThrow("not a duration");
  });
});
