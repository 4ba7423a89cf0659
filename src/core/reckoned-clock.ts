import type { ClockKind, ThreadStatus } from "./thread-status.ts";

/** How a clock of a thread stood when the thread was last reckoned. Without its segments, so that thousands are read at a time. */
export interface ReckonedClock {
  readonly clock: ClockKind;
  readonly startedAt: Date;
  /** Business seconds. */
  readonly target: number;
  readonly metAt?: Date;
  /** When it is due as things stand, or was due. */
  readonly dueAt?: Date;
  readonly isBreached: boolean;
}

/** A watched thread with all its clocks, by the time they started. */
export interface ReckonedClocks {
  readonly number: number;
  /** Name of a priority of the config, such as `p2`. */
  readonly priority: string;
  readonly status: ThreadStatus;
  readonly clocks: readonly ReckonedClock[];
}
