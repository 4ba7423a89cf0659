import type { Meter } from "../core/meter.ts";

/** The same object, of which each job is counted and timed. `now` is in milliseconds and only grows. */
export function countJobs<Counted extends object>(
  thread: string,
  does: Counted,
  meter: Meter,
  now: () => number,
): Counted {
  return new Proxy(does, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      if (key === "close") return value.bind(target) as unknown;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        const since = now();
        let isDone = false;
        try {
          const result: unknown = await Reflect.apply(value, target, given);
          isDone = true;
          return result;
        } finally {
          meter.threadJob(thread, isDone, (now() - since) / 1000);
        }
      };
    },
  });
}
