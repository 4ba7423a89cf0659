import type { PriorityName, WatchConfig } from "../config.ts";
import { hasLabel, priorityLabels, type RuledPriority } from "./priority-of.ts";

/** What the rules mean for the labels of a thread. */
export interface RuleOutcome {
  readonly ruled: RuledPriority | undefined;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * What becomes of a thread whose rules say `wanted` now and gave `before` last time. A label that somebody put on or took
 * off is left as it is: only the rules' own label is moved. `mayLabel`: whether labels may be changed at all.
 */
export function followRules(
  wanted: PriorityName | undefined,
  before: RuledPriority | undefined,
  { labels, mayLabel }: { readonly labels: readonly string[]; readonly mayLabel: boolean },
  config: Pick<WatchConfig, "priorities" | "default-priority">,
): RuleOutcome {
  const labelOf = (name: PriorityName | undefined) => (name === undefined ? null : config.priorities[name].label);
  const present = priorityLabels(labels, config);
  const old = labelOf(before?.priority);
  const own = present.filter((it) => hasLabel([it], old));
  const isByHand = present.length > own.length;
  if (wanted === before?.priority) {
    const wasSeen = isByHand || hasLabel(labels, labelOf(wanted)) || before?.wasSeen === true;
    return { ruled: before && { ...before, wasSeen }, add: [], remove: mayLabel && isByHand ? own : [] };
  }
  const next = labelOf(wanted);
  const add = mayLabel && !isByHand && next !== null && !hasLabel(labels, next) ? [next] : [];
  return {
    // Under a label by hand the rules have no say, and get none when that is taken off.
    ruled: wanted && { priority: wanted, wasSeen: isByHand || hasLabel(labels, next) },
    add,
    remove: mayLabel && !hasLabel(own, next) ? own : [],
  };
}
