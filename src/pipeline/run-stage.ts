import type { ClaimedDelivery, Inbox } from "../core/inbox.ts";
import type { Shortfall } from "../core/delivery.ts";
import { GoneError, RefusedError, StaleError } from "../core/errors.ts";
import { nothing, type Plan } from "../core/plan.ts";
import { perform, type PerformDeps } from "./perform.ts";
import type { Stage } from "./stages.ts";

/** How often a stage is decided again because what its plan was made from changed before the plan was performed. */
const maxRedecisions = 3;

/** A stage that has been carried out. */
export interface CompletedStage {
  readonly stage: string;
  readonly plan: Plan;
  /** Not all of its first plan was done: this one took its place, and says why; or words of it could not be said. */
  readonly shortfall?: Shortfall;
}

/** Decides a stage and stores its plan, unless an earlier try has; then performs what is left of the plan. */
export async function runStage(stage: Stage, delivery: ClaimedDelivery, deps: PerformDeps): Promise<CompletedStage> {
  try {
    return await decideAndPerform(stage, delivery, deps);
  } catch (error) {
    const { whenRefused, whenGone } = stage;
    if (error instanceof RefusedError && whenRefused) {
      const completed = await runStage(
        fallback(stage, () => whenRefused(error)),
        delivery,
        deps,
      );
      return { ...completed, shortfall: "refused" };
    }
    if (error instanceof GoneError && whenGone) {
      const completed = await runStage(
        fallback(stage, () => whenGone(error)),
        delivery,
        deps,
      );
      return { shortfall: "gone", ...completed };
    }
    throw error;
  }
}

/** A stored plan comes first. One that is stale is dropped, and the stage is decided again. */
async function decideAndPerform(stage: Stage, delivery: ClaimedDelivery, deps: PerformDeps): Promise<CompletedStage> {
  let stored = delivery.plans[stage.name];
  for (let redecisions = 0; ; redecisions++) {
    try {
      const { plan, done } = stored ?? { plan: await decide(stage, delivery.id, deps.inbox), done: [] };
      const { unsaid } = await perform({ delivery: delivery.id, stage: stage.name, plan, done }, deps);
      return { stage: stage.name, plan, ...(unsaid && { shortfall: "refused" }) };
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      await deps.inbox.dropPlan(delivery.id, stage.name);
      stored = undefined;
      if (redecisions === maxRedecisions) throw error;
    }
  }
}

/** Stores the plan before anything of it is performed. A plan without actions is not worth a write. */
async function decide(stage: Stage, delivery: string, inbox: Inbox): Promise<Plan> {
  const plan = await stage.plan();
  if (plan.actions.length > 0) await inbox.keepPlan(delivery, stage.name, plan);
  return plan;
}

/** The stage in place of one that was refused. Steps of the refused plan that were done stay done; the rest is dropped. */
function fallback({ name }: Stage, plan: () => Promise<Plan>): Stage {
  return {
    name: `${name}:refused`,
    plan,
    whenRefused: async ({ message }) => nothing(`GitHub refuses even to let it be said: ${message}`),
  };
}
