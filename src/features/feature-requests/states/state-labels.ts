import { requestStates, type FeatureRequest } from "../feature-request.ts";
import type { LabelDraft } from "../../../core/issue-tracking.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { stateDescriptions } from "./describe-states.ts";

type Labels = FeatureRequestsConfig["labels"];

/** Labels to add and to remove so that those of a thread show the state of its request. Other labels are left alone. */
export function labelChanges(
  { state, isReady }: Pick<FeatureRequest, "state" | "isReady">,
  present: readonly string[],
  labels: Labels,
): { readonly add: readonly LabelDraft[]; readonly remove: readonly string[] } {
  const wanted = [...stateLabel(state, labels), ...(isReady && canBeReady(state) ? readyLabel(labels) : [])];
  const ours = [...requestStates.flatMap((it) => stateLabel(it, labels)), ...readyLabel(labels)];
  const has = (all: readonly string[], name: string) => all.some((it) => isSameName(it, name));
  const wantedNames = wanted.map(({ name }) => name);
  return {
    add: wanted.filter(({ name }) => !has(present, name)),
    remove: present.filter(
      (name) =>
        !has(wantedNames, name) &&
        has(
          ours.map((it) => it.name),
          name,
        ),
    ),
  };
}

function stateLabel(state: FeatureRequest["state"], labels: Labels): LabelDraft[] {
  if (state === "closed") return [];
  const name = labels[state];
  return name === null ? [] : [{ name, color: stateDescriptions[state].color, description: descriptionOf(state) }];
}

function readyLabel({ ready }: Labels): LabelDraft[] {
  return ready === null
    ? []
    : [{ name: ready, color: "fef2c0", description: "Enough people voted for this request to decide it" }];
}

function canBeReady(state: FeatureRequest["state"]): boolean {
  return ["asked", "complete", "meeting", "declined"].includes(state);
}

function descriptionOf(state: FeatureRequest["state"]): string {
  return `A request that is ${stateDescriptions[state].means}`;
}
