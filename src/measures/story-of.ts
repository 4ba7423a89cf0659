import { happeningsOf, type Happening } from "../timeline/happenings.ts";
import { phasesAfter, phasesOf, type ThreadPhase } from "../timeline/thread-phases.ts";
import type { MeasuredThread } from "./measured-thread.ts";

/**
 * What happened in a thread until now, as states and clocks see it: without what bots said and what is deleted, nothing
 * before the thread was opened, and whoever asked is the asker.
 */
export interface Story {
  readonly happenings: readonly Happening[];
  /** The phase after each happening, and first of all the one in which it was opened. */
  readonly after: readonly ThreadPhase[];
  /** Those in which something is another than before. The last one lasts. */
  readonly phases: readonly ThreadPhase[];
}

/** Every measure asks for it, one after the other. */
const told = new WeakMap<MeasuredThread, { readonly now: number; readonly story: Story }>();

export function storyOf(thread: MeasuredThread, now: Date): Story {
  const known = told.get(thread);
  if (known?.now === now.getTime()) return known.story;
  const happenings = happeningsOf(thread.timeline, { decision: thread.decision, now });
  const after = phasesAfter(thread.timeline, happenings);
  const story = { happenings, after, phases: phasesOf(after) };
  told.set(thread, { now: now.getTime(), story });
  return story;
}

/** When a thread was resolved first; undefined where it never was. */
export function firstResolvedAt({ phases }: Story): Date | undefined {
  return toDate(phases.find(({ isResolved }) => isResolved)?.from);
}

/** Since when a thread has been resolved; undefined where it is not by now. */
export function resolvedSince({ phases }: Story): Date | undefined {
  return toDate(phases[phases.findLastIndex(({ isResolved }) => !isResolved) + 1]?.from);
}

function toDate(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}
