import type { Settings } from "../../../src/config/settings.ts";

/** Where a process ends by SIGKILL, if anywhere. */
export interface Die {
  /** At the so manieth step boundary that it comes to. */
  readonly atPoint?: number;
  /** At each boundary that is not in this file yet, which it writes there before: of all, or of those that say so. */
  readonly onceEach?: { readonly file: string; readonly saying: string };
}

/** What a process of the app is started with. */
export interface StartedWith {
  readonly settings: Settings;
  /** What time it is, in milliseconds; the machine's when missing. */
  readonly now?: number;
  readonly die: Die;
}

/** What its parent wants: that it waits until it is idle, looks at the clock, or stops. Each tells it the time. */
export interface Question {
  readonly id: number;
  readonly ask: "idle" | "tick" | "stop" | "time";
  readonly now?: number;
}

/** Given when it is done; 0 when the process is ready. */
export interface Answer {
  readonly id: number;
  readonly url: string;
}
