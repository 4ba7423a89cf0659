import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hourMs, minuteMs, secondMs } from "../../../src/core/clock.ts";
import { RateLimitError } from "../../../src/core/errors.ts";
import type { BudgetState, BudgetStep, GitHubBudgets } from "../../../src/core/github-budget.ts";
import { MemoryBudgets } from "../../../src/github/budget/memory-budgets.ts";
import { RequestPace, type Heard } from "../../../src/github/budget/request-pace.ts";
import { ConcurrencyLimit } from "../../../src/github/concurrency-limit.ts";
import { virtualTime } from "../../helpers/virtual-time.ts";

const fine: Heard = { headers: {}, hold: undefined, isAnswered: true };

/** What GitHub allows of new content, and three quarters of it, in any window. */
const windows = [
  { ms: minuteMs, most: 60 },
  { ms: hourMs, most: 375 },
];

interface Wish {
  /** Since the one before it. */
  readonly afterMs: number;
  readonly process: number;
  readonly takesMs: number;
  readonly isBackground: boolean;
}

interface Done {
  readonly wished: number;
  readonly started: number;
  readonly ended: number;
  readonly isBackground: boolean;
}

/** Each process takes so many at once, those that wait for a token among them: as a worker does that pauses. */
const maxInProgress = 4;

/** What several processes write for one installation, each wish put back and taken up again as the inbox does. */
async function play(wishes: readonly Wish[]): Promise<readonly Done[]> {
  const time = virtualTime();
  const budgets = withLatency(new MemoryBudgets(), time.stopwatch.sleep);
  const clock = () => new Date(time.now());
  const paces = Array.from(
    { length: 4 },
    (_, index) =>
      new RequestPace({ budgets, holder: `${index}`, clock, log: { warn() {} } }, { stopwatch: time.stopwatch }),
  );
  const done: Done[] = [];
  const inProgress = new ConcurrencyLimit(maxInProgress);
  const carryOut = async ({ process, takesMs, isBackground }: Wish, wished: number) => {
    const pace = paces[process];
    const write = () =>
      pace?.write(
        "7",
        "graphql",
        async () => {
          const started = time.now();
          await time.stopwatch.sleep(takesMs);
          done.push({ wished, started, ended: time.now(), isBackground });
        },
        () => fine,
      );
    for (;;) {
      try {
        return await (isBackground ? pace?.urgency.inBackground(async () => write()) : write());
      } catch (error) {
        if (!(error instanceof RateLimitError)) throw error;
        await time.stopwatch.sleep(error.retryAt.getTime() - time.now());
      }
    }
  };
  const all: Promise<unknown>[] = [];
  for (const wish of wishes) {
    if (wish.afterMs > 0) await time.pass(wish.afterMs);
    const wished = time.now();
    all.push(inProgress.run(`${wish.process} ${wish.isBackground}`, () => carryOut(wish, wished)));
  }
  await time.until(Promise.all(all));
  return done.toSorted((one, other) => one.started - other.started);
}

/** Each change takes some milliseconds, as in a database, and others come between. */
function withLatency(budgets: GitHubBudgets, sleep: (ms: number) => Promise<void>): GitHubBudgets {
  let latency = 0;
  return {
    async change<Result>(lane: string, step: (before: BudgetState) => BudgetStep<Result>): Promise<Result> {
      latency = (latency + 3) % 11;
      await sleep(latency);
      return budgets.change(lane, step);
    },
  };
}

const wishes = fc.array(
  fc.record({
    afterMs: fc.oneof(fc.constant(0), fc.nat(500), fc.nat(20 * secondMs)),
    process: fc.nat(3),
    takesMs: fc.nat(3 * secondMs),
    isBackground: fc.boolean(),
  }),
  { maxLength: 150 },
);

describe("writes of one to four processes for one installation", () => {
  it("are all done, never two at once, and never more in any minute or hour than is allowed", async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wished) => {
        const done = await play(wished);
        expect(done).toHaveLength(wished.length);
        for (const [index, { started }] of done.entries()) {
          expect(started).toBeGreaterThanOrEqual(done[index - 1]?.ended ?? 0);
          for (const { ms, most } of windows) {
            expect(started - (done[index - most]?.started ?? -Infinity)).toBeGreaterThanOrEqual(ms);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keep to the hour when nobody ever stops", async () => {
    const done = await play(
      Array.from({ length: 600 }, (_, index) => ({
        afterMs: 0,
        process: index % 4,
        takesMs: 100,
        isBackground: false,
      })),
    );
    for (const { ms, most } of windows) {
      const tooMany = done.filter(({ started }, index) => started - (done[index - most]?.started ?? -Infinity) < ms);
      expect(tooMany).toEqual([]);
    }
    const [first, last] = [done[0]?.started ?? 0, done.at(-1)?.started ?? 0];
    // No faster, and not much slower: what comes back is used.
    expect((last - first) / hourMs).toBeGreaterThan((600 - 195) / 180 - 0.1);
    expect((last - first) / hourMs).toBeLessThan((600 - 195) / 180 + 0.3);
  });

  it("let what somebody waits for go within seconds, however much nobody waits for", async () => {
    const flood = Array.from({ length: 400 }, (_, index) => ({
      afterMs: 0,
      process: index % 4,
      takesMs: 200,
      isBackground: true,
    }));
    const commands = Array.from({ length: 60 }, (_, index) => ({
      afterMs: minuteMs,
      process: index % 4,
      takesMs: 200,
      isBackground: false,
    }));
    const done = await play([...flood, ...commands]);
    const waits = done.flatMap(({ wished, started, isBackground }) => (isBackground ? [] : [started - wished]));
    expect(waits).toHaveLength(60);
    expect(Math.max(...waits)).toBeLessThan(5 * secondMs);
  });
});
