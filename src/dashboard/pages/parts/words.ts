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

export const threadStatuses = Object.keys(statusNames) as readonly ThreadStatus[];
