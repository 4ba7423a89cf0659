import type { ClockKind } from "../core/thread-status.ts";

/**
 * A clock of a thread as it stands at a moment, and how it came to that. `elapsed` and `target` are business seconds of
 * the calendar it runs in. Definitions: docs/explanation/watch.md.
 */
export interface ClockReading {
  readonly clock: ClockKind;
  readonly startedAt: Date;
  readonly target: number;
  readonly elapsed: number;
  readonly state: "running" | "paused" | "frozen" | "met";
  /** When it is due as things stand, or was due; missing while it is paused or frozen before that. */
  readonly dueAt?: Date;
  /** Of a clock that was met. */
  readonly metAt?: Date;
  /** Whether more than the target has passed. */
  readonly isBreached: boolean;
  /** From its start to now, without gaps. */
  readonly segments: readonly ClockSegment[];
}

/** A part of a clock's time in which the same holds. */
export interface ClockSegment {
  readonly from: Date;
  readonly to: Date;
  readonly is: "running" | "paused" | "frozen";
  /** Business seconds that it counted; 0 unless it was running. */
  readonly counted: number;
  /** Why, as a clause: "the asker has the next word". */
  readonly because: string;
}
