import type { ClockKind } from "../core/thread-status.ts";
import type { FirstResponse } from "./first-response.ts";
import type { ThreadDecision } from "./thread-decision.ts";

/** What is promised for a thread. */
export interface ClockPolicy {
  /** Business seconds; a clock without a target is not kept. */
  readonly targets: Readonly<Partial<Record<ClockKind, number>>>;
  readonly firstResponse: FirstResponse;
  /** Where its feature request stands, if it is one. */
  readonly decision?: ThreadDecision | undefined;
}
