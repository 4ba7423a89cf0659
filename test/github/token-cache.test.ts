import { describe, expect, it } from "vitest";
import { TokenCache } from "../../src/github/token-cache.ts";

const minuteMs = 60_000;

function aCache() {
  const time = { now: new Date("2026-03-02T12:00:00Z"), elapsed: 0 };
  const setClock = (ms: number) => {
    time.now = new Date(time.now.getTime() + ms);
  };
  const run = (ms: number) => {
    time.elapsed += ms;
  };
  return {
    cache: new TokenCache(
      () => time.now,
      () => time.elapsed,
    ),
    /** The clock is changed, and no time passes. */
    setClock,
    /** The machine runs, and its clock stands. */
    run,
    pass: (ms: number) => {
      setClock(ms);
      run(ms);
    },
  };
}

describe("TokenCache", () => {
  it("keeps a token while it is good, and forgets it before GitHub does", () => {
    const { cache, pass } = aCache();
    cache.set("7", "ghs_one");
    pass(54 * minuteMs);
    expect(cache.get("7")).toBe("ghs_one");
    pass(2 * minuteMs);
    expect(cache.get("7")).toBeUndefined();
  });

  it.each([
    ["the clock was set back meanwhile", -60, 56],
    ["the machine slept, so that no time passed for it", 56, 0],
  ])("forgets it in time where %s", (_, clock, run) => {
    const time = aCache();
    time.cache.set("7", "ghs_one");
    time.setClock(clock * minuteMs);
    time.run(run * minuteMs);
    expect(time.cache.get("7")).toBeUndefined();
  });

  it("evicts all tokens of one installation, and no other's", () => {
    const { cache } = aCache();
    cache.set("7", "ghs_all");
    cache.set("7|issues!", "ghs_narrow");
    cache.set("77", "ghs_other");
    cache.evict(7);
    expect(cache.get("7")).toBeUndefined();
    expect(cache.get("7|issues!")).toBeUndefined();
    expect(cache.get("77")).toBe("ghs_other");
  });
});
