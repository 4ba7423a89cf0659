import { UserError } from "../core/errors.ts";
import { noSuch, tooManyLabels } from "./refusals.ts";
import { isSameName } from "../text/is-same-name.ts";
import { nearestFirst } from "../text/nearest-first.ts";

/** GitHub puts no more on one issue. */
export const maxLabels = 100;

/** The labels as the repository writes them. GitHub makes a label of every name: unknown ones throw a `UserError`. */
export function findLabels(labels: readonly string[], wanted: readonly string[]): string[] {
  const found = wanted.map((name) => {
    const label = labels.find((it) => isSameName(it, name));
    if (label === undefined) throw new UserError(noSuch("label", name, nearestFirst(labels, name, String)));
    return label;
  });
  const all = [...new Set(found)];
  if (all.length > maxLabels) throw new UserError(tooManyLabels(maxLabels));
  return all;
}
