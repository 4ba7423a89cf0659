import { expect, it } from "vitest";
import { ConcurrencyLimit } from "../../src/github/concurrency-limit.ts";

/** Jobs that end when they are told to. */
function jobs(limit: ConcurrencyLimit, lane: string, count: number) {
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const results = Array.from({ length: count }, (_, index) =>
    limit.run(lane, async () => {
      started.push(index);
      await new Promise<void>((resolve) => {
        ends[index] = resolve;
      });
      return index;
    }),
  );
  return { started, end: (index: number) => ends[index]?.(), results };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("runs so many at a time in each lane, in the order they came", async () => {
  const limit = new ConcurrencyLimit(2);
  const one = jobs(limit, "1", 4);
  const other = jobs(limit, "2", 1);
  await turn();
  expect([one.started, other.started]).toEqual([[0, 1], [0]]);
  one.end(1);
  await turn();
  expect(one.started).toEqual([0, 1, 2]);
  for (const index of [0, 2]) one.end(index);
  await turn();
  one.end(3);
  expect(await Promise.all(one.results)).toEqual([0, 1, 2, 3]);
});

it("gives the room on when a job fails", async () => {
  const limit = new ConcurrencyLimit(1);
  const failing = limit.run("1", () => Promise.reject(new Error("broken")));
  const next = limit.run("1", async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
