import type { RepositoryRef } from "../../core/discussion.ts";
import { threadOrderKey } from "../../core/thread-order-key.ts";
import type { PageReads } from "./reads.ts";

/** How many are read; older ones tell little of what is now. */
export const maxDeliveries = 30;

/** What came about a thread, and what was planned and done for it: as `frontdesk inbox show` has it, without payloads. */
export interface ThreadDelivery {
  readonly id: string;
  readonly event: string;
  readonly state: string;
  readonly attempts: number;
  readonly receivedAt: Date;
  readonly outcome: string | undefined;
  readonly stages: readonly {
    readonly stage: string;
    readonly done: number;
    readonly steps: number;
    readonly lines: readonly string[];
  }[];
}

/** The newest first; what is done with is kept for fourteen days. */
export async function gatherDeliveries(
  repository: RepositoryRef,
  number: number,
  { inbox, describePlan }: Pick<PageReads, "inbox" | "describePlan">,
): Promise<readonly ThreadDelivery[]> {
  const entries = await inbox.list({ orderKey: threadOrderKey(repository, number), limit: maxDeliveries });
  const found = await Promise.all(entries.map(({ id }) => inbox.show(id)));
  return found.flatMap((it) => {
    // Pruned between the two questions.
    if (!it) return [];
    const { id, name, action, state, shortfall, attempts, receivedAt, outcome, plans } = it;
    return [
      {
        id,
        event: action === undefined ? name : `${name}.${action}`,
        state: shortfall === undefined ? state : `${state} (${shortfall})`,
        attempts,
        receivedAt,
        outcome,
        stages: Object.entries(plans).map(([stage, { plan, done }]) => ({
          stage,
          done: done.length,
          steps: plan.actions.length,
          lines: describePlan(plan),
        })),
      },
    ];
  });
}
