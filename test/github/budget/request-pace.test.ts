import { describe, expect, it } from "vitest";
import { hourMs, minuteMs, secondMs } from "../../../src/core/clock.ts";
import { RateLimitError } from "../../../src/core/errors.ts";
import type { Hold } from "../../../src/github/budget/holds.ts";
import { MemoryBudgets } from "../../../src/github/budget/memory-budgets.ts";
import { RequestPace, type Heard } from "../../../src/github/budget/request-pace.ts";
import { virtualTime } from "../../helpers/virtual-time.ts";

const fine: Heard = { headers: {}, hold: undefined, isAnswered: true };
const asksToWait = (hold: Partial<Hold> = {}): Heard => ({
  headers: {},
  hold: { what: "requests", ms: minuteMs, isGuessed: true, ...hold },
  isAnswered: true,
});
const unanswered: Heard = { headers: {}, hold: undefined, isAnswered: false };

/** Some processes that share their budgets, each with a pace of its own. */
function aWorld(processes = 1) {
  const time = virtualTime();
  const budgets = new MemoryBudgets();
  const clock = () => new Date(time.now());
  const warnings: string[] = [];
  const log = { warn: (line: string) => void warnings.push(line) };
  const paces = Array.from(
    { length: processes },
    (_, index) => new RequestPace({ budgets, holder: `process ${index}`, clock, log }, { stopwatch: time.stopwatch }),
  );
  const start = time.now();
  const sent: { readonly what: string; readonly at: number }[] = [];
  const send = (what: string, ms: number) => async () => {
    sent.push({ what, at: time.now() - start });
    if (ms > 0) await time.stopwatch.sleep(ms);
  };
  const paceOf = (process: number) => {
    const pace = paces[process];
    if (!pace) throw new Error(`there is no process ${process}`);
    return pace;
  };
  return {
    ...time,
    warnings,
    paceOf,
    sent: (what: string) => sent.filter((it) => it.what === what).map(({ at }) => at),
    write: (lane = "7", { process = 0, ms = 0, heard = fine }: { process?: number; ms?: number; heard?: Heard } = {}) =>
      paceOf(process).write(lane, "graphql", send(`write ${lane}`, ms), () => heard),
    read: (lane = "7", { process = 0, heard = fine }: { process?: number; heard?: Heard } = {}) =>
      paceOf(process).read(lane, "graphql", send(`read ${lane}`, 0), () => heard),
  };
}

const times = (count: number) => Array.from({ length: count });

/** What an act rejects with. */
const rejected = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("writes of one installation", () => {
  it("follow each other at once while the bucket has tokens, and come every two seconds when it has none", async () => {
    const { write, until, sent } = aWorld();
    await until(
      (async () => {
        for (const _ of times(33)) await write();
      })(),
    );
    expect(sent("write 7")).toEqual([...times(30).map(() => 0), 2000, 4000, 6000]);
  });

  it("have the whole bucket again after a minute in which nobody wrote", async () => {
    const { write, until, sent, pass } = aWorld();
    for (const _ of times(30)) await until(write());
    await pass(minuteMs);
    for (const _ of times(30)) await until(write());
    expect(sent("write 7").filter((at) => at === minuteMs)).toHaveLength(30);
  });

  it("are one at a time, in one process and in several", async () => {
    const { write, until, sent } = aWorld(2);
    await until(Promise.all([write("7", { ms: 500 }), write("7", { ms: 500 }), write("7", { process: 1, ms: 500 })]));
    const [first = 0, second = 0, third = 0] = sent("write 7");
    expect(second - first).toBeGreaterThanOrEqual(500);
    expect(third - second).toBeGreaterThanOrEqual(500);
  });

  it("leave the turn to another process soon after, and to a process that goes on at once", async () => {
    const { write, until, sent } = aWorld(2);
    await until(write());
    await until(write());
    await until(write("7", { process: 1 }));
    const [, second = 0, third = 0] = sent("write 7");
    expect(second).toBe(0);
    expect(third - second).toBeLessThan(secondMs);
  });

  it("go on within a minute where a process died in the middle of one", async () => {
    const { write, until, pass, sent } = aWorld(2);
    // It neither ends nor is heard of again.
    void write("7", { ms: hourMs });
    await pass(1);
    const held = await until(rejected(write("7", { process: 1 })));
    expect(held).toMatchObject({ name: "RateLimitError", message: "Another write for this installation goes first" });
    await pass(minuteMs);
    await until(write("7", { process: 1 }));
    expect(sent("write 7")).toHaveLength(2);
  });

  it("do not wait for those of another installation", async () => {
    const { write, until, sent } = aWorld();
    await until(Promise.all([write("7", { ms: 5000 }), write("8")]));
    expect([sent("write 7"), sent("write 8")]).toEqual([[0], [0]]);
  });

  it("go on after one that failed", async () => {
    const { paceOf, until, write } = aWorld();
    const failing = paceOf(0).write(
      "7",
      "rest",
      () => Promise.reject(new Error("502")),
      () => unanswered,
    );
    expect(await until(rejected(failing))).toMatchObject({ message: "502" });
    expect(await until(rejected(write()))).toBeUndefined();
  });

  it("are put back where too many wait already, and what somebody waits for goes before what nobody does", async () => {
    const { write, paceOf, until, sent } = aWorld();
    const order: string[] = [];
    const named = (name: string) =>
      paceOf(0).write(
        "7",
        "rest",
        async () => void order.push(name),
        () => fine,
      );
    const first = write("7", { ms: 500 });
    const background = times(3).map((_, index) => paceOf(0).urgency.inBackground(() => named(`import ${index}`)));
    const late = rejected(paceOf(0).urgency.inBackground(() => named("one too many")));
    const asked = named("command");
    expect(await until(late)).toMatchObject({
      name: "RateLimitError",
      message: "Other writes for this installation go first",
    });
    await until(Promise.all([first, ...background, asked]));
    expect(order).toEqual(["command", "import 0", "import 1", "import 2"]);
    expect(sent("write 7")).toEqual([0]);
  });

  it("are put back when the hour's bucket is empty, to when there is a token, which whoever goes first takes", async () => {
    const { write, until, pass, now } = aWorld();
    const emptied = async () => {
      for (;;) {
        await pass(2 * secondMs);
        const error = await rejected(write());
        if (error) return error;
      }
    };
    const late = [await until(emptied()), await until(rejected(write()))];
    const [one, other] = late.map((it) => (it instanceof RateLimitError ? it.retryAt.getTime() - now() : Number.NaN));
    expect(one).toBeLessThanOrEqual(20 * secondMs);
    expect(other).toBe(one);
    expect(late).toMatchObject([{ isForAll: true }, { isForAll: true }]);
  });

  it("are not forgotten by the process that comes after a crash", async () => {
    const { write, until, sent } = aWorld(2);
    for (const _ of times(30)) await until(write());
    for (const _ of times(2)) await until(write("7", { process: 1 }));
    expect(sent("write 7").at(-1)).toBeGreaterThanOrEqual(4000);
  });
});

describe("what nobody waits for", () => {
  it("takes a half of the bucket, and leaves the rest to what somebody waits for", async () => {
    const { write, paceOf, until, sent } = aWorld();
    const imports = async () => {
      for (const _ of times(20)) await paceOf(0).urgency.inBackground(() => write());
    };
    expect(await until(rejected(imports()))).toBeInstanceOf(RateLimitError);
    expect(sent("write 7")).toHaveLength(15);
    for (const _ of times(15)) await until(write());
    expect(sent("write 7")).toEqual(times(30).map(() => 0));
  });

  it("comes back one after the other, each to when there is a token for it", async () => {
    const { write, paceOf, until, now } = aWorld();
    const inBackground = () => until(rejected(paceOf(0).urgency.inBackground(() => write())));
    for (const _ of times(15)) await inBackground();
    const late = [await inBackground(), await inBackground(), await inBackground()];
    const waits = late.map((it) => (it instanceof RateLimitError ? it.retryAt.getTime() - now() : Number.NaN));
    expect(waits).toEqual([2000, 4000, 6000]);
    expect(late).toMatchObject(late.map(() => ({ isForAll: false })));
  });

  it("is told so where it is read of an hour's quota of which a fifth is left, until that begins anew", async () => {
    const { read, paceOf, until, now, pass } = aWorld();
    const reset = Math.ceil(now() / 1000) + 1800;
    const headers = { "x-ratelimit-resource": "graphql", "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "1000" };
    await until(read("7", { heard: { ...fine, headers: { ...headers, "x-ratelimit-reset": String(reset) } } }));
    const inBackground = () => until(rejected(paceOf(0).urgency.inBackground(() => read())));
    expect(await inBackground()).toMatchObject({ name: "RateLimitError", retryAt: new Date((reset + 1) * 1000) });
    expect(await until(rejected(read()))).toBeUndefined();
    expect(await until(rejected(paceOf(0).urgency.inBackground(() => read("8"))))).toBeUndefined();
    await pass(hourMs);
    expect(await inBackground()).toBeUndefined();
  });
});

describe("what may be left out", () => {
  it("is done while there is room, and says so", async () => {
    const { paceOf, write, until } = aWorld();
    expect(await until(paceOf(0).urgency.ifSpare(() => write()))).toBe(true);
    expect(await until(paceOf(0).urgency.ifSpare(async () => undefined))).toBe(true);
  });

  it("takes a quarter of a bucket and of what comes back, however often it is tried", async () => {
    const { paceOf, write, until, pass, sent } = aWorld();
    for (const _ of times(2000)) {
      await pass(1500);
      await until(paceOf(0).urgency.ifSpare(() => write()));
    }
    // Fifty minutes: a quarter of 195, and 150 that came back.
    expect(sent("write 7").length).toBeLessThanOrEqual(49 + 150);
    for (const _ of times(5)) {
      for (const __ of times(20)) await until(write());
      await pass(minuteMs);
    }
    expect(sent("write 7").filter((at) => at >= 2000 * 1500)).toHaveLength(100);
  });

  it("does not hide what goes wrong", async () => {
    const { paceOf, until } = aWorld();
    const write = () =>
      paceOf(0).write(
        "7",
        "rest",
        () => Promise.reject(new Error("502")),
        () => unanswered,
      );
    await expect(until(paceOf(0).urgency.ifSpare(write))).rejects.toThrow("502");
  });
});

describe("reads", () => {
  it("stay within GitHub's points a minute, and are put back beyond", async () => {
    const { read, until, sent } = aWorld(2);
    const many = times(1200).map((_, index) => rejected(read("7", { process: index % 2 })));
    const ends = await until(Promise.all(many));
    expect(sent("read 7").length).toBeLessThanOrEqual(500 + 2.5 * (1000 / 60));
    expect(ends.filter((it) => it instanceof RateLimitError).length).toBe(1200 - sent("read 7").length);
  });

  it("share their points with writes, which cost five", async () => {
    const { read, write, until, sent } = aWorld();
    for (const _ of times(30)) await until(write());
    await until(Promise.all(times(500).map(() => rejected(read()))));
    expect(sent("read 7").length).toBeLessThanOrEqual(500 - 150 + 2.5 * (1000 / 60));
  });
});

describe("what GitHub asks to wait with", () => {
  const retryAfter = (error: unknown, now: number) => (error as RateLimitError).retryAt.getTime() - now;

  it.each([
    ["requests", "write 7, read 7"],
    ["writes", "write 7"],
    ["graphql", "write 7, read 7"],
    ["rest", ""],
  ] as const)("holds %s back in all processes: %s", async (what, held) => {
    const { read, write, until, warnings, pass } = aWorld(2);
    await until(write("7", { heard: asksToWait({ what, ms: minuteMs, isGuessed: false }) }));
    expect(warnings).toHaveLength(1);
    await pass(secondMs);
    const outcomes = [
      ["write 7", await until(rejected(write("7", { process: 1 })))],
      ["read 7", await until(rejected(read("7", { process: 1 })))],
      ["write 8", await until(rejected(write("8", { process: 1 })))],
    ] as const;
    expect(outcomes.flatMap(([name, error]) => (error ? [name] : [])).join(", ")).toBe(held);
  });

  it("is over when its time is over", async () => {
    const { write, read, until, pass, now } = aWorld();
    await until(write("7", { heard: asksToWait({ ms: 90 * secondMs, isGuessed: false }) }));
    expect(retryAfter(await until(rejected(read())), now())).toBe(90 * secondMs);
    await pass(90 * secondMs);
    expect(await until(rejected(write()))).toBeUndefined();
    expect(await until(rejected(read()))).toBeUndefined();
  });

  it("is tried by one request, and all others wait for what comes of it", async () => {
    const { read, until, pass, sent } = aWorld(2);
    await until(read("7", { heard: asksToWait() }));
    for (const wait of [1, 2, 4, 8]) {
      await pass(wait * minuteMs);
      const herd = times(40).map((_, index) => rejected(read("7", { process: index % 2, heard: asksToWait() })));
      await until(Promise.all(herd));
    }
    // One each time, and each time GitHub is left in peace for twice as long.
    expect(sent("read 7").map((at) => Math.floor(at / minuteMs))).toEqual([0, 1, 3, 7, 15]);
    await pass(16 * minuteMs);
    await until(Promise.all(times(40).map((_, index) => read("7", { process: index % 2 }))));
    expect(sent("read 7")).toHaveLength(45);
  });

  it("is tried once more where the answer did not come", async () => {
    const { read, until, pass, sent } = aWorld();
    await until(read("7", { heard: asksToWait({ ms: minuteMs }) }));
    await pass(minuteMs);
    await until(read("7", { heard: unanswered }));
    await until(read("7", { heard: asksToWait() }));
    expect(sent("read 7")).toHaveLength(3);
    await pass(minuteMs);
    expect(await until(rejected(read()))).toMatchObject({ name: "RateLimitError" });
  });

  it("counts once where GitHub says it to all that was under way", async () => {
    const { read, until, pass } = aWorld();
    await until(Promise.all(times(10).map(() => read("7", { heard: asksToWait() }))));
    await pass(minuteMs);
    expect(await until(rejected(read()))).toBeUndefined();
  });

  it("is not waited for after the clock was set back", async () => {
    const budgets = new MemoryBudgets();
    const later = virtualTime(Date.parse("2026-03-02T13:00:00Z"));
    const before = virtualTime(Date.parse("2026-03-02T12:00:00Z"));
    const paceAt = ({ now, stopwatch }: typeof later) =>
      new RequestPace({ budgets, holder: "it", clock: () => new Date(now()), log: { warn() {} } }, { stopwatch });
    const read = (time: typeof later, heard = fine) =>
      time.until(
        rejected(
          paceAt(time).read(
            "7",
            "rest",
            async () => undefined,
            () => heard,
          ),
        ),
      );
    await read(later, asksToWait({ ms: minuteMs, isGuessed: false }));
    expect(await read(before)).toMatchObject({ retryAt: new Date("2026-03-02T12:01:00Z") });
    await before.pass(minuteMs);
    expect(await read(before)).toBeUndefined();
  });
});
