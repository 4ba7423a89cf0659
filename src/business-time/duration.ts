import { z } from "zod";

const unitSeconds = { h: 3600, m: 60, s: 1 } as const;
const written = /^(?=\d)(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?$/u;

/** Ten years around the clock, in seconds. Whoever writes more has mistyped. */
const maxSeconds = 87_600 * unitSeconds.h;

/** A span as people write it, `1h30m`, in seconds; undefined for what is none. Days are none: a business day has hours. */
export function readDuration(text: string): number | undefined {
  const [, hours, minutes, seconds] = written.exec(text) ?? [];
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  return Number(hours ?? 0) * unitSeconds.h + Number(minutes ?? 0) * unitSeconds.m + Number(seconds ?? 0);
}

const howToWrite = "must be hours, minutes or seconds, such as `16h`, `90m` or `1h30m`; a day is the hours it has";

/** A span of a config, written as `16h` or `1h30m`. It stays text: `readDuration` reads it. */
export const Duration = z
  .string({ error: howToWrite })
  .refine((text) => readDuration(text) !== undefined, { error: howToWrite, abort: true })
  .refine((text) => (readDuration(text) ?? 0) <= maxSeconds, { error: "must be at most 87600h, which is ten years" });

/** The seconds of a span that the config has let through. */
export function secondsOf(duration: string): number {
  const seconds = readDuration(duration);
  if (seconds === undefined) throw new Error(`not a duration: ${duration}`);
  return seconds;
}
