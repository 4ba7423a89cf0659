import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ShortMemory } from "../../src/measure-thread/short-memory.ts";
import { at } from "../helpers/timelines.ts";

/** Makes 1, 2, 3, … */
function counting() {
  let made = 0;
  return async () => ++made;
}

describe("a short memory", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const memory = () => new ShortMemory<number>(30_000);

  it("tells what was made, for each key, and once to all who ask at the same time", async () => {
    const [its, make] = [memory(), counting()];
    const asked = [1, 1, 2].map((key) => its.get(key, at("09:00"), make));
    expect(await Promise.all(asked)).toEqual([1, 1, 2]);
    expect(await its.get(1, at("09:00"), make)).toBe(1);
  });

  it.each([
    { now: new Date(at("09:00").getTime() + 29_999), is: 1 },
    { now: new Date(at("09:00").getTime() + 30_000), is: 2 },
    { now: at("08:59"), is: 2 },
    { now: at("2026-06-01T00:00:00Z"), is: 2 },
  ])("at $now tells what is of about that time", async ({ now, is }) => {
    const [its, make] = [memory(), counting()];
    await its.get(1, at("09:00"), make);
    expect(await its.get(1, now, make)).toBe(is);
  });

  it("lets go of it in time, though nobody asks and the clock that it is told stands still", async () => {
    const [its, make] = [memory(), counting()];
    await its.get(1, at("09:00"), make);
    vi.advanceTimersByTime(29_999);
    expect(await its.get(1, at("09:00"), make)).toBe(1);
    vi.advanceTimersByTime(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(await its.get(1, at("09:00"), make)).toBe(2);
  });

  it("does not keep what failed", async () => {
    const its = memory();
    await expect(its.get(1, at("09:00"), () => Promise.reject(new Error("locked")))).rejects.toThrow("locked");
    expect(await its.get(1, at("09:00"), counting())).toBe(1);
  });

  it("forgets at once when it is cleared", async () => {
    const [its, make] = [memory(), counting()];
    await its.get(1, at("09:00"), make);
    its.clear();
    expect(vi.getTimerCount()).toBe(0);
    expect(await its.get(1, at("09:00"), make)).toBe(2);
  });
});
