import type { Happening } from "./happenings.ts";
import { isFirstResponse, isReply, type FirstResponse } from "./first-response.ts";
import type { ThreadPhase } from "./thread-phases.ts";

/** The asker's words until the team replied to them. Times are milliseconds. */
export interface PendingWord {
  /** The first of them. */
  readonly from: number;
  /** The team's reply, or else the asker's later word that took their place, as the thread had been settled meanwhile. */
  readonly replied?: number;
  readonly replacedAt?: number;
}

/**
 * What the asker said after the first response, each time from the first word that was unanswered. Words from before the
 * first response are answered by it (zammad/zammad#5177); what was still unanswered when the thread was settled is
 * answered by that, so that a word that comes later counts from its own time (chatwoot/chatwoot#11787, #12058). `after`
 * is what `phasesAfter` says of the same happenings.
 */
export function pendingWordsOf(
  happenings: readonly Happening[],
  after: readonly ThreadPhase[],
  firstResponse: FirstResponse,
): readonly PendingWord[] {
  const pending: PendingWord[] = [];
  let hasResponse = false;
  let open: PendingWord | undefined;
  /** Whether the thread has been settled since the word that is open. */
  let isSettledSince = false;
  for (const [index, it] of happenings.entries()) {
    if (it.is === "asker-word" && hasResponse) {
      if (open && isSettledSince) {
        pending.push({ ...open, replacedAt: it.at });
        open = undefined;
      }
      open ??= { from: it.at };
      isSettledSince = false;
    }
    if (open && isReply(it)) {
      pending.push({ ...open, replied: it.at });
      open = undefined;
    }
    // `after[index]` is the phase before this happening, and the next one is the phase that it leads to.
    const [before, now] = [after[index], after[index + 1]];
    if (now?.isSettled !== before?.isSettled) isSettledSince = now?.isSettled === true;
    hasResponse ||= isFirstResponse(it, firstResponse);
  }
  return open ? [...pending, open] : pending;
}
