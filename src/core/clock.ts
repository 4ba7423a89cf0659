/** Time, so that nothing asks the machine for it. */
export type Clock = () => Date;

/** Milliseconds of a second, a minute and an hour, and of a day in UTC. */
export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A lead of the clock over the machine's that is waited out instead: the machine's is put right by less all the time. */
const smallLeadMs = 1_000;

/**
 * A clock that goes with the machine's, but never back: when that is set back, this one goes on as time passes. So
 * nothing that is due, leased or put off waits for the hour to come again. `machine` and `elapsed` are in milliseconds;
 * `elapsed` only grows, at the pace of time.
 */
export function steadyClock(machine: () => number, elapsed: () => number): Clock {
  let last = machine();
  let at = elapsed();
  return () => {
    const now = elapsed();
    const passed = last + (now - at);
    const shown = machine();
    if (shown >= last) last = shown;
    else if (passed - shown > smallLeadMs) last = passed;
    at = now;
    return new Date(last);
  };
}
