import { hourMs, minuteMs } from "../../core/clock.ts";
import type { BudgetState, BudgetStep, Callable, Held } from "../../core/github-budget.ts";
import { maxHoldMs, turnMs } from "./limits.ts";

/** What GitHub asks us to wait with, and for how long. */
export interface Hold {
  readonly what: Held;
  readonly ms: number;
  /** GitHub has named no time: the next one is twice as long, if it is called out again. */
  readonly isGuessed: boolean;
}

/** A clock that is behind the last change by more than this was set back; less is how clocks differ. */
const setBackMs = minuteMs;

/**
 * Holds back what GitHub asked us to wait with. Of several answers to what was under way at once, one counts. "If your
 * request continues to fail due to a secondary rate limit, wait for an exponentially increasing amount of time":
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function holdBack(before: BudgetState, { what, ms, isGuessed }: Hold, now: number): BudgetStep<undefined> {
  const state = broughtUp(before, now);
  const isKnown = (state.heldUntil[what] ?? 0) > now;
  const times = isCallable(what) ? (state.limited[what]?.times ?? 0) + (isKnown ? 0 : 1) : 0;
  const wait = isGuessed && !isKnown ? Math.min(ms * 2 ** Math.max(0, times - 1), hourMs) : ms;
  const until = Math.max(state.heldUntil[what] ?? 0, now + Math.min(wait, maxHoldMs));
  return {
    state: {
      ...state,
      heldUntil: { ...state.heldUntil, [what]: until },
      limited: isCallable(what) ? { ...state.limited, [what]: { times } } : state.limited,
    },
    result: undefined,
  };
}

/** Milliseconds until nothing of this is held back any more; 0: nothing is. */
export function heldFor(what: readonly Held[], { heldUntil }: BudgetState, now: number): number {
  return Math.max(0, ...what.map((it) => (heldUntil[it] ?? 0) - now));
}

/** Of these limits, the ones that GitHub has called out and that no success has ended yet. */
export function stillLimited(what: readonly Held[], { limited }: BudgetState): readonly Callable[] {
  return what.filter(isCallable).filter((it) => limited[it] !== undefined);
}

/** Whether an answer is awaited that tells whether a limit is over. */
export function isProbed(which: readonly Callable[], { limited }: BudgetState, now: number): boolean {
  return which.some((it) => (limited[it]?.probeUntil ?? 0) > now);
}

/** One request goes ahead, and all others wait for what comes of it. */
export function probe(which: readonly Callable[], { limited }: BudgetState, now: number): BudgetState["limited"] {
  const probed = which.map((it) => [it, { times: limited[it]?.times ?? 1, probeUntil: now + turnMs }] as const);
  return { ...limited, ...Object.fromEntries(probed) };
}

/** What came of the request that went ahead: the limits are over; or nobody knows, and the next one goes ahead. */
export function endProbe(
  before: BudgetState,
  which: readonly Callable[],
  isOver: boolean,
  now: number,
): BudgetStep<undefined> {
  const state = broughtUp(before, now);
  const limited = { ...state.limited };
  for (const what of which) {
    const { times, probeUntil } = limited[what] ?? {};
    // Called out again since, by the answer to this very request.
    if (times === undefined || probeUntil === undefined) continue;
    if (isOver) delete limited[what];
    else limited[what] = { times };
  }
  return { state: { ...state, limited }, result: undefined };
}

/** Whether the clock was set back since the last change. */
export function isSetBack({ at }: BudgetState, now: number): boolean {
  return at - now > setBackMs;
}

/**
 * The state as it is now: after a clock that was set back everything in it is as far off as it was, and does not wait
 * until that time comes again.
 */
export function broughtUp(state: BudgetState, now: number): BudgetState {
  if (!isSetBack(state, now)) return { ...state, at: Math.max(state.at, now) };
  const ahead = state.at - now;
  const back = <Times extends Readonly<Record<string, number | undefined>>>(times: Times): Times =>
    Object.fromEntries(Object.entries(times).map(([name, at]) => [name, (at ?? 0) - ahead])) as Times;
  const { turn } = state;
  return {
    fullAt: back(state.fullAt),
    heldUntil: back(state.heldUntil),
    limited: Object.fromEntries(Object.entries(state.limited).map(([name, { times }]) => [name, { times }])),
    ...(turn && { turn: { ...turn, until: turn.until - ahead } }),
    at: now,
  };
}

function isCallable(what: Held): what is Callable {
  return what === "writes" || what === "requests";
}
