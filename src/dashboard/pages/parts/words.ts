import type { GivenPriority } from "../../../features/watch/priorities/priority-of.ts";
import type { ClockKind, ThreadStatus } from "../../../core/thread-status.ts";

/** Clocks as people read them. */
export const clockNames: Readonly<Record<ClockKind, string>> = {
  "first-response": "first response",
  "next-response": "next response",
  resolution: "resolution",
};

/** States of a thread, to be read after "it". */
export const statusNames: Readonly<Record<ThreadStatus, string>> = {
  "waiting-on-team": "waits on the team",
  "waiting-on-asker": "waits on the asker",
  "awaiting-decision": "awaits a decision",
  "session-booked": "has a session booked",
  answered: "is answered",
  closed: "is closed",
};

/** Where a priority comes from. */
export const prioritySources: Readonly<Record<GivenPriority["by"], string>> = {
  label: "by its label",
  command: "by a command",
  rule: "by a rule of the config",
  default: "by default",
};

export const threadStatuses = Object.keys(statusNames) as readonly ThreadStatus[];
