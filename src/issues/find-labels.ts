import { UserError } from "../core/errors.ts";
import { noSuch } from "./refusals.ts";
import { findLoosely } from "../text/find-loosely.ts";
import { isSameName } from "../text/is-same-name.ts";
import { nearestFirst } from "../text/nearest-first.ts";

/** What GitHub keeps on one issue. */
export const mostLabels = 100;

/** The labels as the repository writes them. GitHub would make one for every slip of the pen: unknown ones are refused. */
export function findLabels(labels: readonly string[], wanted: readonly string[]): string[] {
  const found = wanted.map((name) => {
    const label = labels.find((it) => isSameName(it, name));
    if (label === undefined) throw new UserError(noSuch("label", name, nearestFirst(labels, name, String)));
    return label;
  });
  const all = [...new Set(found)];
  if (all.length > mostLabels) throw new UserError(`An issue has ${mostLabels} labels at most.`);
  return all;
}

/** The priority somebody means, as the config writes it. */
export function findPriority(priorities: readonly string[], wanted: string): string {
  const found = findLoosely(priorities, wanted, String);
  if (found === undefined) throw new UserError(noSuch("priority", wanted, nearestFirst(priorities, wanted, String)));
  return found;
}
