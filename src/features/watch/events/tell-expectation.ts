import type { Locale } from "../../../core/language.ts";
import type { ReckonedThread } from "../clocks/reckon-thread.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import { expectation, lastExpectation, settledExpectation } from "../messages/expectation.ts";
import type { ToldExpectation } from "../watched.ts";

/** Expectations are written so often in a thread: a long talk needs none, and each edit is a write. */
const maxTimes = 12;

/** What matters about a thread for whether anything is said in it. */
export interface Sayable {
  readonly isLocked: boolean;
  /** Whether we have commented there. */
  readonly hasComment: boolean;
  /** Whether it is new enough to be spoken to first. */
  readonly isFresh: boolean;
  readonly needsInfo: boolean;
  readonly locale: Locale;
}

/** What the asker is to be told now, in place of what they were told before; undefined where that stays. */
export function tellExpectation(
  reckoned: ReckonedThread,
  before: ToldExpectation | undefined,
  thread: Sayable,
  priority: PriorityName,
  config: WatchConfig,
): ToldExpectation | undefined {
  const isOwed = reckoned.state.status === "waiting-on-team";
  const { locale } = thread;
  const wanted = isOwed ? expectation(reckoned, priority, config)?.(locale) : undefined;
  if (!before) {
    if (wanted === undefined || !thread.isFresh || thread.isLocked) return undefined;
    return thread.hasComment || config.expectation.alone ? { text: wanted, times: 1 } : undefined;
  }
  if (before.times >= maxTimes) return undefined;
  const times = before.times + 1;
  // The last word must stay true whatever happens.
  const text =
    times === maxTimes
      ? lastExpectation(locale)
      : (wanted ?? settledExpectation(reckoned.state, thread.needsInfo)(locale));
  return text === before.text ? undefined : { text, times };
}
