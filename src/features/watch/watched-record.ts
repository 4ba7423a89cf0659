import type { ReckonedClock } from "../../core/reckoned-clock.ts";
import type { WatchedThread } from "../../core/thread-status.ts";
import type { Watched } from "./watched.ts";

/** The same as JSON has it: times are ISO 8601. */
type Stored<Kept> = Kept extends Date
  ? string
  : Kept extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : Kept extends object
      ? { readonly [Name in keyof Kept]: Stored<Kept[Name]> }
      : Kept;

/** A watched thread as JSON: times become ISO 8601. */
export function toRecord(watched: Watched): string {
  return JSON.stringify(watched);
}

/** The same back again, its properties in the same order. Each by its name: thousands are read at a time. */
export function fromRecord(record: string): Watched {
  const kept = JSON.parse(record) as Stored<Watched>;
  const lookAt = kept.lookAt !== undefined && { lookAt: new Date(kept.lookAt) };
  const clocks = kept.clocks && { clocks: kept.clocks.map(toClock) };
  return { ...kept, thread: toThread(kept.thread), ...clocks, ...lookAt } as Watched;
}

function toClock({ startedAt, metAt, dueAt, ...kept }: Stored<ReckonedClock>): ReckonedClock {
  const { clock, target, isBreached } = kept;
  return {
    clock,
    startedAt: new Date(startedAt),
    target,
    ...(metAt !== undefined && { metAt: new Date(metAt) }),
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
    isBreached,
  };
}

function toThread(kept: Stored<WatchedThread>): WatchedThread {
  const { state, due, breaches } = kept;
  const { since, lastWordAt, lastTeamActAt } = state;
  return {
    ...kept,
    state: {
      ...state,
      since: new Date(since),
      lastWordAt: new Date(lastWordAt),
      ...(lastTeamActAt !== undefined && { lastTeamActAt: new Date(lastTeamActAt) }),
    },
    ...(due && { due: { ...due, at: new Date(due.at), nearAt: new Date(due.nearAt) } }),
    breaches: breaches.map((it) => ({ ...it, dueAt: new Date(it.dueAt) })),
  } as WatchedThread;
}
