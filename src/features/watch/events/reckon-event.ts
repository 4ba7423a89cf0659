import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { WatchPlan } from "../actions/watch-actions.ts";
import type { WatchConfig } from "../config.ts";
import { gatherSettings } from "../gather/gather-settings.ts";
import type { ReadsWithWatch } from "../gather/reads-with-watch.ts";

/** Threads of one page: each becomes an event of its own, handled in order with all others of its thread. */
const pageSize = 500;

export interface PageFacts {
  readonly found: "page";
  readonly numbers: readonly number[];
  readonly isLast: boolean;
}

/** Threads whose rows are true no more: a target was missed by now, or the settings are others. Asks no GitHub. */
export async function gatherReckoning(
  { repository, after }: { readonly repository: RepositoryRef; readonly after: number },
  context: { config: WatchConfig; shared: SharedSettings; reads: ReadsWithWatch; now: Date },
): Promise<PageFacts> {
  const { digest } = await gatherSettings(repository, context);
  const { watch } = context.reads;
  const page = { after, limit: pageSize };
  const [due, others] = await Promise.all([
    watch.threadsToLookAt(repository, context.now, page),
    watch.threadsOfOtherSettings(repository, digest, page),
  ]);
  const numbers = [...new Set([...due, ...others])].toSorted((a, b) => a - b).slice(0, pageSize);
  return { found: "page", numbers, isLast: numbers.length < pageSize };
}

export function decideReckoning(repository: RepositoryRef, { numbers, isLast }: PageFacts): WatchPlan {
  const last = numbers.at(-1);
  if (last === undefined) return nothing("no thread is due");
  const look = numbers.map((number): SharedAction => ({
    do: "follow-up",
    key: `thread-due:${number}`,
    event: { kind: "thread-due", repository, number },
  }));
  const next: SharedAction = {
    do: "follow-up",
    key: "reckon-clocks",
    event: { kind: "reckon-clocks", repository, after: last },
  };
  return { actions: isLast ? look : [...look, next], because: `${numbers.length} threads have to be looked at` };
}
