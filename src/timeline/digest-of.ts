import type { Timeline, TimelineEntry } from "../core/timeline.ts";
import { fnv1a } from "../text/fnv.ts";

/**
 * Tells all that state, clocks and priority of a thread follow from from any other such, in whatever order it was told:
 * what was reckoned from a timeline that has grown since is known by it. Bots never count.
 */
export function digestOf({ entries, observed }: Timeline): string {
  const counted = entries.filter((it) => !("actor" in it && it.actor === "bot" && it.kind === "comment"));
  const { category, labels, closed, answer } = observed;
  const seen = [category, labels.toSorted(), closed?.reason, closed?.at, answer?.comment, answer?.at];
  const text = [JSON.stringify(seen), ...counted.map(toText).sort()].join("\n");
  return `${counted.length}:${fnv1a(text)}`;
}

function toText(entry: TimelineEntry): string {
  if (entry.kind !== "comment") return `${entry.key} ${entry.at.getTime()}`;
  const { isThanks, isRemark, isCommand } = entry;
  return `${entry.key} ${entry.at.getTime()} ${[isThanks, isRemark, isCommand].map(Boolean).join()}`;
}
