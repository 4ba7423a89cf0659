import type { ActionSet, Writes } from "../actions/action-set.ts";
import { sharedActions } from "../actions/shared-actions.ts";
import type { ActionData } from "../core/plan.ts";
import { features, type FeatureWrites } from "../features/index.ts";
import { pipelineActions } from "./pipeline-actions.ts";

type AnySet = ActionSet<ActionData, FeatureWrites & Writes>;

/** Every kind of action there is, by its name: those of the pipeline, those that features share, and those of each feature. */
const sets: ReadonlyMap<string, AnySet> = new Map(
  [pipelineActions, sharedActions, ...features.flatMap(({ actions }) => actions ?? [])].flatMap((set) =>
    set.names.map((name): [string, AnySet] => [name, set as AnySet]),
  ),
);

/** The set that an action is of. Throws where none is: a plan of another release, or a kind that nobody declared. */
export function mustFindActionSet({ do: name }: ActionData): AnySet {
  const set = sets.get(name);
  if (!set) throw new Error(`no feature knows how to ${name}`);
  return set;
}

/** What an action would do, in one line. */
export function describe(action: ActionData): string {
  return sets.get(action.do)?.describe(action) ?? `${action.do}, which this release does not know`;
}
