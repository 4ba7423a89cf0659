import { expect, it } from "vitest";
import { InFlightDeliveries } from "../../src/pipeline/in-flight.ts";

function aWorker() {
  let now = Date.parse("2026-03-02T12:00:00Z");
  const inFlight = new InFlightDeliveries(
    16,
    () => now,
    () => new Date(now),
  );
  return {
    inFlight,
    after: (ms: number) => new Date(now + ms),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

it("takes less of an installation while its writes wait for each other", () => {
  const { inFlight, pass } = aWorker();
  inFlight.slowDown(7);
  expect([inFlight.maxOf(7), inFlight.maxOf(8)]).toEqual([2, 8]);
  pass(30_000);
  expect(inFlight.maxOf(7)).toBe(8);
});

it("takes nothing of an installation that has no room in GitHub's limits until it has some, and all of others", () => {
  const { inFlight, after, pass } = aWorker();
  inFlight.pause(7, after(2_000));
  expect([inFlight.maxOf(7), inFlight.maxOf(8)]).toEqual([0, 8]);
  pass(2_000);
  expect(inFlight.maxOf(7)).toBe(8);
});

it("looks again after a while, however long that takes", () => {
  const { inFlight, after, pass } = aWorker();
  inFlight.pause(7, after(3_600_000));
  pass(20_000);
  expect(inFlight.maxOf(7)).toBe(8);
});
