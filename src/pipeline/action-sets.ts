import type { ActionSet, Writes } from "../actions/action-set.ts";
import { sharedActions } from "../actions/shared-actions.ts";
import type { ActionData } from "../core/plan.ts";
import { features, type FeatureWrites } from "../features/index.ts";
import { pipelineActions } from "./pipeline-actions.ts";

type AnySet = ActionSet<ActionData, FeatureWrites & Writes>;

const all = [pipelineActions, sharedActions, ...features.flatMap(({ actions }) => actions ?? [])] as readonly AnySet[];

/** The names of all kinds of actions: those of the pipeline, those that features share, and those of each feature. */
export const actionNames: readonly string[] = all.flatMap(({ names }) => names);

const setOf: ReadonlyMap<string, AnySet> = new Map(
  all.flatMap((set) => set.names.map((name): [string, AnySet] => [name, set])),
);

/** A stored plan has an action that this release has not: another release decided it, before an up- or downgrade. */
export class UnknownActionError extends Error {
  override name = "UnknownActionError";

  constructor(names: readonly string[]) {
    const kinds = [...new Set(names)].map((it) => `"${it}"`).join(", ");
    super(
      `the stored plan has actions that this release does not know (${kinds}); another release decided it: start that one, then retry this delivery`,
    );
  }
}

/** Throws an `UnknownActionError` unless every action of a plan can be performed. */
export function mustKnowActions(actions: readonly ActionData[]): void {
  const unknown = actions.filter((it) => !setOf.has(it.do));
  if (unknown.length > 0) throw new UnknownActionError(unknown.map((it) => it.do));
}

/** Performs one action with what may write. */
export async function performAction(action: ActionData, writes: FeatureWrites & Writes): Promise<void> {
  const set = setOf.get(action.do);
  if (!set) throw new UnknownActionError([action.do]);
  await set.perform(action, writes);
}

/** What an action would do, in one line. */
export function describe(action: ActionData): string {
  return setOf.get(action.do)?.describe(action) ?? `${action.do}, which this release does not know`;
}
