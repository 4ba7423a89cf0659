import type { Happening } from "./happenings.ts";
import { isFirstResponse, type FirstResponse } from "./first-response.ts";
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
 * answered by that, so that a word that comes later counts from its own time (chatwoot/chatwoot#11787, #12058).
 */
export function pendingWordsOf(
  happenings: readonly Happening[],
  phases: readonly ThreadPhase[],
  firstResponse: FirstResponse,
): readonly PendingWord[] {
  const settledSince = settlements(phases);
  const pending: PendingWord[] = [];
  let hasResponse = false;
  let open: PendingWord | undefined;
  for (const it of happenings) {
    if (it.is === "asker-word" && hasResponse) {
      const settled = open && settledSince(it.at);
      if (open && settled !== undefined && open.from < settled) {
        pending.push({ ...open, replacedAt: it.at });
        open = undefined;
      }
      open ??= { from: it.at };
    }
    if (open && (it.is === "team-word" || it.is === "needs-info")) {
      pending.push({ ...open, replied: it.at });
      open = undefined;
    }
    hasResponse ||= isFirstResponse(it, firstResponse);
  }
  return open ? [...pending, open] : pending;
}

/** Since when the thread was settled just before a time, asked for in rising order; undefined when it was not. */
function settlements(phases: readonly ThreadPhase[]): (at: number) => number | undefined {
  let next = 0;
  let since: number | undefined;
  return (at) => {
    for (let phase = phases[next]; phase && phase.from < at; phase = phases[++next]) {
      since = phase.isSettled ? (since ?? phase.from) : undefined;
    }
    return since;
  };
}
