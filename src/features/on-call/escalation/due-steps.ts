import type { ClockKind, WatchedThread } from "../../../core/thread-status.ts";
import type { Notice, Step } from "../store/on-call-records.ts";

/** A promise that somebody has to be called for. */
export interface DueStep {
  readonly thread: WatchedThread;
  readonly clock: ClockKind;
  readonly dueAt: Date;
  readonly step: Step;
}

/** What a thread that waits on the team has to be called for. A promise that is broken is no longer near its end. */
export function dueSteps(thread: WatchedThread, now: Date): DueStep[] {
  const { due, breaches, state } = thread;
  if (state.status !== "waiting-on-team") return [];
  const broken = breaches
    .filter((it) => it.isOpen && it.dueAt <= now)
    .map(({ clock, dueAt }): DueStep => ({ thread, clock, dueAt, step: "breach" }));
  if (!due || due.nearAt > now) return broken;
  const first: DueStep = { thread, clock: due.clock, dueAt: due.at, step: due.at <= now ? "breach" : "near" };
  return [first, ...broken.filter((it) => !isSamePromise(it, first))];
}

/** Those of which no notice was taken yet. */
export function newSteps(threads: readonly WatchedThread[], notices: readonly Notice[], now: Date): DueStep[] {
  const known = Map.groupBy(notices, ({ number }) => number);
  return threads.flatMap((thread) =>
    dueSteps(thread, now).filter((it) => {
      return !known.get(thread.number)?.some((notice) => notice.step === it.step && isSamePromise(notice, it));
    }),
  );
}

/** A promise is told from others of its thread by its clock and its time. */
export function isSamePromise(
  one: { readonly clock: ClockKind; readonly dueAt: Date },
  other: { readonly clock: ClockKind; readonly dueAt: Date },
): boolean {
  return one.clock === other.clock && one.dueAt.getTime() === other.dueAt.getTime();
}
