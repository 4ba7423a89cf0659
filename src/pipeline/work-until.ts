import { setTimeout as sleep } from "node:timers/promises";
import type { Inbox } from "../core/inbox.ts";
import type { Clock } from "../core/clock.ts";
import type { Worker } from "./work.ts";

/** What is put back for longer is left to whoever comes next, in milliseconds: most retries come sooner. */
const patienceMs = 30_000;

/**
 * Works on the inbox until nothing is left that will be due soon, or the time is over (by the stopwatch): for a process
 * that nobody keeps. False: the time was over.
 */
export async function workUntil(
  end: number,
  { worker, inbox, clock }: { readonly worker: Worker; readonly inbox: Inbox; readonly clock: Clock },
): Promise<boolean> {
  for (;;) {
    const isIdle = await within(end - performance.now(), worker.idle());
    if (!isIdle) return false;
    const next = await inbox.nextRunAt();
    if (!next) return true;
    const wait = next.getTime() - clock().getTime();
    if (wait > patienceMs) return true;
    if (performance.now() + wait > end) return false;
    await sleep(Math.max(wait, 20));
    worker.wake();
  }
}

/** Whether something ends within a time. */
async function within(ms: number, ending: Promise<void>): Promise<boolean> {
  const timer = new AbortController();
  const over = sleep(Math.max(ms, 0), false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([ending.then(() => true), over]);
  } finally {
    timer.abort();
  }
}
