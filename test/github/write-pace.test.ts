import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimitError } from "../../src/core/errors.ts";
import { nextStart, WritePace } from "../../src/github/write-pace.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hourMs = 3_600_000;

/** What GitHub is promised: at most so many writes in any window. */
const limits = [
  { count: 1, ms: 1000 },
  { count: 60, ms: 60_000 },
  { count: 400, ms: hourMs },
];

/** Time that passes only while somebody sleeps, or when told. */
function aWorld() {
  let elapsed = 0;
  const stopwatch = {
    elapsed: () => elapsed,
    sleep: async (ms: number) => {
      elapsed += ms;
    },
  };
  const pace = new WritePace(() => new Date(noon.getTime() + elapsed), { stopwatch });
  const startsOf: Record<string, number[]> = {};
  return {
    pace,
    stopwatch,
    startsOf,
    pass: (ms: number) => {
      elapsed += ms;
    },
    write: (lane: string, durationMs = 0) =>
      pace.run(lane, async () => {
        (startsOf[lane] ??= []).push(elapsed);
        elapsed += durationMs;
      }),
  };
}

describe("WritePace", () => {
  it("starts the first write of a quiet lane at once", async () => {
    const { write, startsOf, pass } = aWorld();
    await write("7");
    pass(hourMs);
    await write("7");
    expect(startsOf["7"]).toEqual([0, hourMs]);
  });

  it("keeps writes of one installation a second apart, in the order they came", async () => {
    const { write, startsOf } = aWorld();
    for (let count = 0; count < 3; count++) await write("7");
    await Promise.all([write("7"), write("7")]);
    expect(startsOf["7"]).toEqual([0, 1000, 2000, 3000, 4000]);
  });

  it("puts back whoever finds one writing and one waiting, and lets others in again afterwards", async () => {
    const { write, startsOf } = aWorld();
    const [, , third, elsewhere] = await Promise.allSettled([write("7"), write("7"), write("7"), write("8")]);
    expect(third).toMatchObject({ reason: { name: "RateLimitError", retryAt: new Date(noon.getTime() + 2000) } });
    expect(elsewhere?.status).toBe("fulfilled");
    await Promise.all([write("7"), write("7")]);
    expect(startsOf["7"]).toHaveLength(4);
  });

  it("does not begin a write while another is under way", async () => {
    const { write, startsOf } = aWorld();
    await Promise.all([write("7", 5000), write("7")]);
    expect(startsOf["7"]).toEqual([0, 5000]);
  });

  it("lets installations write side by side", async () => {
    const { write, startsOf } = aWorld();
    await Promise.all([write("7"), write("8")]);
    expect(startsOf).toEqual({ "7": [0], "8": [0] });
  });

  it("goes on after a write that failed", async () => {
    const { stopwatch } = aWorld();
    const pace = new WritePace(() => noon, { stopwatch });
    const failed = pace.run("7", () => Promise.reject(new Error("502")));
    await expect(failed).rejects.toThrow("502");
    await expect(pace.run("7", async () => "written")).resolves.toBe("written");
  });

  it("puts off what would have to wait for long, and says until when", async () => {
    const { write, pass, startsOf } = aWorld();
    for (let count = 0; count < 60; count++) await write("7");
    const refused = await write("7").catch((error: unknown) => error);
    // The sixty writes took 59 seconds; the first falls out of the minute a second later, which is short enough to wait.
    expect(refused).toBeUndefined();
    pass(hourMs);
    for (let count = 0; count < 400; count++) {
      pass(2000);
      await write("7");
    }
    expect(startsOf["7"]).toHaveLength(461);
    const late = await write("7").catch((error: unknown) => error);
    expect(late).toBeInstanceOf(RateLimitError);
    const firstOfTheHour = startsOf["7"]?.[61] ?? 0;
    expect(late).toMatchObject({ retryAt: new Date(noon.getTime() + firstOfTheHour + hourMs) });
  });
});

describe("what may be left out", () => {
  /** Does so many writes that may be left out, a second and a half apart; how many were done. */
  async function spareWrites({ pace, pass }: ReturnType<typeof aWorld>, count: number): Promise<number> {
    let done = 0;
    for (let index = 0; index < count; index++) {
      pass(1500);
      await pace.ifSpare(() => pace.run("7", async () => void (done += 1)));
    }
    return done;
  }

  it("is done while there is room, and says so", async () => {
    const { pace } = aWorld();
    expect(await pace.ifSpare(() => pace.run("7", async () => undefined))).toBe(true);
    expect(await pace.ifSpare(async () => undefined)).toBe(true);
  });

  it("takes a quarter of the hour at most, however often it is tried, and is left out from then on", async () => {
    const world = aWorld();
    expect(await spareWrites(world, 2000)).toBeLessThanOrEqual(100);
    expect(await world.pace.ifSpare(() => world.pace.run("7", async () => undefined))).toBe(false);
    // Of the hour's four hundred, three hundred are left for what is needed.
    for (let count = 0; count < 290; count++) await world.write("7");
    expect(world.startsOf["7"]).toHaveLength(290);
  });

  it("is left out when the rest is needed for answers", async () => {
    const world = aWorld();
    for (let count = 0; count < 220; count++) {
      world.pass(2000);
      await world.write("7");
    }
    expect(await spareWrites(world, 10)).toBe(0);
  });

  it("does not hide what goes wrong", async () => {
    const { pace } = aWorld();
    const failing = pace.ifSpare(() => pace.run("7", () => Promise.reject(new Error("502"))));
    await expect(failing).rejects.toThrow("502");
  });
});

describe("nextStart", () => {
  it("never lets more writes into a second, a minute or an hour than allowed, whenever they come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { maxLength: 900 }), (gaps) => {
        const starts: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          starts.push(nextStart(starts, now));
        }
        const tooEarly = limits.flatMap(({ count, ms }) =>
          starts.filter((start, index) => start < (starts[index - count] ?? -ms) + ms),
        );
        expect(tooEarly).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("is now when nothing is in the way", () => {
    expect(nextStart([], 5)).toBe(5);
    expect(nextStart([0], 1000)).toBe(1000);
  });
});
