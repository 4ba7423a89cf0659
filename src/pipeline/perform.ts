import { createHash } from "node:crypto";
import type { Writes } from "../actions/action-set.ts";
import { RefusedError } from "../core/errors.ts";
import type { ActionData, Plan } from "../core/plan.ts";
import type { RepositoryRows } from "../core/repository-rows.ts";
import type { FeatureStores } from "../features/index.ts";
import { acceptEvent, type AcceptDeps } from "./accept.ts";
import { describe, mustKnowActions, performAction } from "./action-sets.ts";
import type { StepGate } from "./step-gate.ts";

/** Everything that can be changed. */
export interface PerformDeps
  extends AcceptDeps, Pick<Writes, "github" | "knowledge" | "records" | "chat" | "forgetOld"> {
  /** The stores of the features, by name. */
  readonly stores: FeatureStores;
  /** Every store with rows of repositories, in the order in which they forget. */
  readonly repositoryRows: readonly RepositoryRows[];
  /** Lets steps begin; all may where it is missing. */
  readonly steps?: StepGate;
}

/** A stored plan: which delivery and stage it belongs to, and which of its steps are done. */
export interface StoredPlan {
  readonly delivery: string;
  readonly stage: string;
  readonly plan: Plan;
  readonly done: readonly number[];
}

/**
 * Carry out a plan once. Each step is marked when it is done, so a retry goes on behind the last one; the one step
 * that a crash can leave performed and unmarked is safe to repeat: texts are found again by their markers, and
 * everything else is the same when done twice. Nothing of a plan is performed while an action of it is unknown.
 *
 * In a locked conversation no app may say anything (probot/stale#25). What else was decided is done all the same;
 * `unsaid` tells that words were left out.
 */
export async function perform(
  { delivery, stage, plan, done }: StoredPlan,
  deps: PerformDeps,
): Promise<{ readonly unsaid: boolean }> {
  mustKnowActions(plan.actions.filter((_, step) => !done.includes(step)));
  const writes = toWrites(delivery, deps);
  let unsaid = false;
  for (const [step, action] of plan.actions.entries()) {
    if (done.includes(step)) continue;
    const act = async () => {
      try {
        await performAction(action, writes);
      } catch (error) {
        const isLocked = error instanceof RefusedError && error.reason === "locked";
        if (!isLocked || !postsText.has(action.do)) throw error;
        unsaid = true;
      }
      await deps.inbox.markDone(delivery, stage, step, step === plan.actions.length - 1);
    };
    await (deps.steps ? deps.steps.pass(delivery, act) : act());
  }
  return { unsaid };
}

/** Kinds of actions that a locked conversation refuses. */
const postsText: ReadonlySet<ActionData["do"]> = new Set(["say", "reply", "comment-on-issue", "mention", "tell-asker"]);

/** The one place where what writes is handed out. */
function toWrites(delivery: string, { stores, repositoryRows, wake, ...deps }: PerformDeps): Writes & FeatureStores {
  return {
    ...deps,
    ...stores,
    delivery,
    async forgetRepository(repository) {
      for (const store of repositoryRows) await store.forgetRepository(repository);
    },
    async forgetFormerTeam(repository) {
      for (const store of repositoryRows) await store.forgetFormerTeam?.(repository);
    },
    async followUp(key, event) {
      await acceptEvent(followUpId(delivery, key), event, { ...deps, wake });
    },
  };
}

/** The same cause and key give the same id, and a chain of follow-ups does not grow longer ids. */
function followUpId(delivery: string, key: string): string {
  return `follow-up:${createHash("sha256").update(`${delivery}\n${key}`).digest("hex").slice(0, 32)}`;
}

/** A plan in words: what a dry run prints and `frontdesk inbox show` lists. */
export function describePlan({ actions, because }: Plan): string[] {
  return actions.length === 0 ? [`nothing: ${because}`] : [...actions.map(describe), `because ${because}`];
}
