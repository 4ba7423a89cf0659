import { describe, expect, it } from "vitest";
import { shareDear } from "../../src/web/share-dear.ts";

/** Something that is made when told, on a clock that is told as well. */
function world() {
  let time = 0;
  let made = 0;
  const waiting: (() => void)[] = [];
  const ask = shareDear(
    () =>
      new Promise<number>((resolve) => {
        made += 1;
        const own = made;
        waiting.push(() => resolve(own));
      }),
    () => time,
  );
  return {
    ask,
    async finish(afterMs: number) {
      // What is asked for begins a moment later.
      await Promise.resolve();
      time += afterMs;
      for (const it of waiting.splice(0)) it();
      for (let left = 5; left > 0; left -= 1) await Promise.resolve();
    },
    pass: (ms: number) => void (time += ms),
  };
}

describe("what grows with the database", () => {
  it("is made once for all who ask at a time", async () => {
    const { ask, finish } = world();
    const asked = [ask(), ask(), ask()];
    await finish(1);
    expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  });

  it("is made anew for each who comes later, where it takes no time", async () => {
    const { ask, finish } = world();
    for (const wanted of [1, 2, 3]) {
      const asked = ask();
      await finish(100);
      expect(await asked).toBe(wanted);
    }
  });

  it("is given out again for ten times as long as it took, where that was long", async () => {
    const { ask, finish, pass } = world();
    const first = ask();
    await finish(400);
    expect(await first).toBe(1);
    pass(3_900);
    expect(await ask()).toBe(1);
    pass(200);
    const later = ask();
    await finish(1);
    expect(await later).toBe(2);
  });

  it("is never older than half a minute", async () => {
    const { ask, finish, pass } = world();
    void ask();
    await finish(60_000);
    pass(30_001);
    const later = ask();
    await finish(1);
    expect(await later).toBe(2);
  });

  it("is tried again after it failed", async () => {
    let tries = 0;
    const ask = shareDear(async () => {
      tries += 1;
      if (tries === 1) throw new Error("the database is gone");
      return tries;
    });
    await expect(ask()).rejects.toThrow("gone");
    expect(await ask()).toBe(2);
  });
});
