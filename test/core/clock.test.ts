import fc from "fast-check";
import { expect, it } from "vitest";
import { steadyClock } from "../../src/core/clock.ts";

const hour = 3_600_000;

/** A machine whose clock can be set, and time that passes. */
function aMachine() {
  let shown = 1_000_000_000_000;
  let elapsed = 0;
  const clock = steadyClock(
    () => shown,
    () => elapsed,
  );
  return {
    shown: () => shown,
    now: () => clock().getTime(),
    pass: (ms: number) => {
      shown += ms;
      elapsed += ms;
    },
    set: (ms: number) => {
      shown += ms;
    },
  };
}

it("goes with the machine's clock, also when that is put forward", () => {
  const { now, pass, set, shown } = aMachine();
  pass(5);
  expect(now()).toBe(shown());
  set(hour);
  expect(now()).toBe(shown());
});

it("goes on when the machine's clock is set back, and is with it again when that has caught up", () => {
  const { now, pass, set, shown } = aMachine();
  const before = now();
  set(-hour);
  pass(10_000);
  expect(now()).toBe(before + 10_000);
  pass(10_000);
  expect(now()).toBe(before + 20_000);
  set(hour + 500);
  expect(now()).toBe(shown());
});

it("waits where the machine's clock is put right by a little", () => {
  const { now, pass, set, shown } = aMachine();
  const before = now();
  set(-300);
  pass(100);
  expect(now()).toBe(before);
  pass(300);
  expect(now()).toBe(shown());
});

it("never goes back, and never stands still for long, whatever is done to the machine's clock", () => {
  const step = fc.record({ ms: fc.nat(5_000), set: fc.integer({ min: -2 * hour, max: 2 * hour }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const machine = aMachine();
      let last = machine.now();
      for (const { ms, set } of steps) {
        machine.set(set);
        machine.pass(ms);
        const now = machine.now();
        expect(now).toBeGreaterThanOrEqual(last + Math.min(0, ms - 1_000));
        expect(now).toBeGreaterThanOrEqual(last);
        if (ms > 1_000) expect(now).toBeGreaterThan(last);
        last = now;
      }
    }),
  );
});
