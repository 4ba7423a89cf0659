import type { WatchedThread } from "../../../src/core/thread-status.ts";

/** A thread that waits on the team, with nothing due. */
export function aWatched(number: number, more: Partial<WatchedThread> = {}): WatchedThread {
  const at = new Date("2026-03-02T08:00:00Z");
  return {
    number,
    title: `Question ${number}`,
    url: `https://github.com/acme/widgets/discussions/${number}`,
    id: `D_${number}`,
    asker: "ann",
    category: "q-a",
    priority: "p2",
    state: { status: "waiting-on-team", since: at, hasCommunityAnswer: false, lastWordAt: at },
    reckonedFrom: "0:0",
    breaches: [],
    ...more,
  };
}
