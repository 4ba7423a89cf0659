import type { WatchedThread } from "../../../src/core/thread-status.ts";

/** Nine o'clock of a day of March 2026, in UTC. */
export const day = (n: number, hours = 9) => new Date(Date.UTC(2026, 2, n, hours));

/** A thread that waits for its asker since 2 March, when the team replied. */
export function silentThread(
  state: Partial<WatchedThread["state"]> = {},
  given: Partial<WatchedThread> = {},
): WatchedThread {
  return {
    number: 12,
    title: "Why does the flange squeak?",
    url: "https://github.com/acme/widgets/discussions/12",
    id: "D_12",
    asker: "ann",
    category: "q-a",
    priority: "p3",
    reckonedFrom: "0:0",
    breaches: [],
    ...given,
    state: {
      status: "waiting-on-asker",
      since: day(2),
      hasCommunityAnswer: false,
      lastWordAt: day(2),
      lastTeamActAt: day(2),
      ...state,
    },
  };
}
