import { NotReadyError } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import type { Clock } from "../core/clock.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { ConfigSource } from "./config-source.ts";
import type { PipelineAction } from "./pipeline-actions.ts";
import { stagesOf, type StageDeps } from "./stages.ts";

/** What one stage would do. */
export interface PlannedStage {
  readonly event: SupportEvent["kind"];
  readonly stage: string;
  readonly plan: Plan;
}

/** An import is a chain of events, one a page: nobody reads so many. */
const maxEvents = 50;

/**
 * What would be done about an event and what follows from it, and nothing of it done. Each stage sees the world as it is,
 * and not as the stages before it would have left it.
 */
export async function dryRun(
  event: SupportEvent,
  {
    configs,
    clock,
    ...deps
  }: Omit<StageDeps, "now" | "isShadow"> & { readonly configs: ConfigSource; readonly clock: Clock },
): Promise<readonly PlannedStage[]> {
  const planned: PlannedStage[] = [];
  const waiting: SupportEvent[] = [event];
  for (let count = 0; count < maxEvents; count++) {
    const next = waiting.shift();
    if (!next) break;
    const { config, isShadow = false } = await configs.inForceFor(next);
    for (const stage of stagesOf(next, config, { ...deps, isShadow, now: clock() })) {
      const plan = await stage.plan().catch(notYet);
      planned.push({ event: next.kind, stage: stage.name, plan });
      waiting.push(...plan.actions.flatMap((it) => (isFollowUp(it) ? [it.event] : [])));
    }
  }
  return planned;
}

/** It would be looked at again when what it takes has been read, which a dry run does not wait for. */
function notYet(error: unknown): Plan {
  if (error instanceof NotReadyError) return nothing(error.message);
  throw error;
}

type FollowUp = Extract<PipelineAction, { readonly do: "follow-up" }>;

function isFollowUp(action: { readonly do: string }): action is FollowUp {
  return action.do === "follow-up";
}
