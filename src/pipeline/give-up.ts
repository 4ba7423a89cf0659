import type { ClaimedDelivery } from "../core/inbox.ts";
import type { PipelinePlan } from "./pipeline-actions.ts";
import { perform } from "./perform.ts";
import type { HandleDeps } from "./handle.ts";
import { commandUses } from "./command-uses.ts";
import { isCommented, toSupportEvent, type Commented } from "./to-support-event.ts";

/**
 * When a person's command is given up, they learn it by 😕; everything else is for the operator alone. Best effort.
 * Whoever waits without a 👀, since the process ended before it, is told as well where nobody else can be meant.
 */
export async function giveUp(delivery: ClaimedDelivery, deps: HandleDeps): Promise<void> {
  const event = toSupportEvent(delivery);
  if (!event || !isCommented(event) || !appliesHere(event, delivery, deps)) return;
  const plan: PipelinePlan = {
    actions: [{ do: "react", repository: event.repository, comment: event.comment.id, with: "confused" }],
    because: "the command failed too often",
  };
  try {
    await deps.inbox.keepPlan(delivery.id, "give-up", plan);
    await perform({ delivery: delivery.id, stage: "give-up", plan, done: [] }, deps);
  } catch (error) {
    deps.log.warn({ err: error, delivery: delivery.id }, "the person could not be told either");
  }
}

function appliesHere(event: Commented, { plans }: ClaimedDelivery, { commands }: HandleDeps): boolean {
  if (plans["receipt"]) return true;
  return (
    !event.actor.isBot &&
    commandUses(event, commands).some(({ candidates }) => candidates.some((it) => it.appliesTo === undefined))
  );
}
