import type { Command } from "../features/command.ts";
import type { ClaimedDelivery, Inbox } from "../core/inbox.ts";
import type { Log } from "../core/ports.ts";
import type { FeatureReads } from "../features/index.ts";
import { GoneError, RefusedError, StaleError } from "../core/errors.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { Feature } from "../features/feature.ts";
import type { ConfigSource } from "./config-source.ts";
import { perform, type PerformDeps } from "./perform.ts";
import { outcomeOf, type Deed, type Outcome } from "./record.ts";
import { stagesOf, type Stage } from "./stages.ts";
import { toSupportEvent } from "./to-support-event.ts";

export interface HandleDeps extends PerformDeps {
  readonly commands: readonly Command<FeatureReads>[];
  readonly features: readonly Feature<FeatureReads>[];
  readonly reads: FeatureReads;
  readonly configs: ConfigSource;
  readonly log: Log;
}

/** How often a plan is made again because the world moved between deciding and performing. */
const mostRedecisions = 3;

/**
 * The life of one delivery, from payload to effects: read this first. Returns what happened.
 * Rejects when it has to be tried again; what was done by then is remembered.
 */
export async function handle(delivery: ClaimedDelivery, deps: HandleDeps): Promise<Outcome> {
  const event = toSupportEvent(delivery);
  if (!event) return { line: "nothing: this event means nothing to us" };

  const { config, plan } = await deps.configs.inForceFor(event);
  const stages = stagesOf(event, config, { ...deps, now: deps.clock() });
  const deeds: Deed[] = [];
  for (const stage of [keepConfig(plan), ...stages]) deeds.push(await runStage(stage, delivery, deps));
  return outcomeOf(event, deeds);
}

/** Decide and store the plan, unless an earlier try has; then perform what is left of it. */
async function runStage(stage: Stage, delivery: ClaimedDelivery, deps: HandleDeps): Promise<Deed> {
  const earlier = delivery.plans[stage.name];
  for (let redecision = 0; ; redecision++) {
    const known = redecision === 0 ? earlier : undefined;
    try {
      const plan = known?.plan ?? (await decideAndStore(stage, delivery.id, deps.inbox));
      const stored = { delivery: delivery.id, stage: stage.name, plan, done: known?.done ?? [] };
      const { unsaid } = await perform(stored, deps);
      return { stage: stage.name, plan, ...(unsaid && { shortfall: "refused" }) };
    } catch (error) {
      if (error instanceof RefusedError && stage.whenRefused) {
        const deed = await runStage(instead(stage, stage.whenRefused(error)), delivery, deps);
        return { ...deed, shortfall: "refused" };
      }
      if (error instanceof GoneError && stage.whenGone) {
        const deed = await runStage(instead(stage, stage.whenGone(error)), delivery, deps);
        return { shortfall: "gone", ...deed };
      }
      if (!(error instanceof StaleError)) throw error;
      await deps.inbox.dropPlan(delivery.id, stage.name);
      if (redecision === mostRedecisions) throw error;
    }
  }
}

/** What was done of the refused plan stays done; what is left of it is not tried again. */
function instead(stage: Stage, plan: Promise<Plan>): Stage {
  const isRefusedAgain = async ({ message }: RefusedError) =>
    nothing(`GitHub refuses even to let it be said: ${message}`);
  return { name: `${stage.name}:refused`, plan: () => plan, whenRefused: isRefusedAgain };
}

/** A plan that does nothing is not worth a write. */
async function decideAndStore(stage: Stage, delivery: string, inbox: Inbox): Promise<Plan> {
  const plan = await stage.plan();
  if (plan.actions.length > 0) await inbox.keepPlan(delivery, stage.name, plan);
  return plan;
}

function keepConfig(plan: Plan): Stage {
  return { name: "config", plan: async () => plan };
}
