import { isSameName } from "../../../text/is-same-name.ts";
import { priorityNames, type PriorityName, type WatchConfig } from "../config.ts";

type PriorityConfigs = Pick<WatchConfig, "priorities" | "default-priority">;

/** A priority that rules gave to a thread. */
export interface RuledPriority {
  readonly priority: PriorityName;
  /** Whether its label was seen on the thread: once it was, its absence means that somebody took it off. */
  readonly wasSeen: boolean;
}

/** What tells the priority of a thread. */
export interface PrioritySigns {
  readonly labels: readonly string[];
  /** What a command chose, where that priority has no label to tell it. */
  readonly chosen?: PriorityName | undefined;
  readonly ruled?: RuledPriority | undefined;
}

/** A priority, and who gave it. */
export interface GivenPriority {
  readonly priority: PriorityName;
  readonly by: "label" | "command" | "rule" | "default";
}

/** The priority of a thread: its label, whoever put that on; of two labels the highest; else a command, else a rule. */
export function priorityOf({ labels, chosen, ruled }: PrioritySigns, config: PriorityConfigs): GivenPriority {
  const labelled = priorityNames.find((it) => hasLabel(labels, config.priorities[it].label));
  if (labelled) return { priority: labelled, by: "label" };
  if (chosen) return { priority: chosen, by: "command" };
  if (ruled && !ruled.wasSeen) return { priority: ruled.priority, by: "rule" };
  return { priority: config["default-priority"], by: "default" };
}

/** Labels of priorities that a thread has, as it has them. */
export function priorityLabels(labels: readonly string[], { priorities }: PriorityConfigs): readonly string[] {
  return labels.filter((it) => priorityNames.some((name) => hasLabel([it], priorities[name].label)));
}

export function hasLabel(labels: readonly string[], label: string | null): boolean {
  return label !== null && labels.some((it) => isSameName(it, label));
}
