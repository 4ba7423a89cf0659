import type { Hit } from "../../core/knowledge.ts";
import type { ThresholdInForce } from "../../core/suggestion.ts";
import { aboveThreshold } from "./above-threshold.ts";

export interface Choice {
  /** Best first; empty means: say nothing. */
  readonly chosen: readonly Hit[];
  readonly because: string;
}

/** What is good enough to post, at most `limit`, and why that, with the threshold and where it comes from. */
export function chooseHits(hits: readonly Hit[], threshold: ThresholdInForce, limit: number): Choice {
  const best = hits[0];
  if (!best) return { chosen: [], because: "nothing was found" };
  const sure = best.confidence.toFixed(2);
  const bar = `threshold ${threshold.value} (${threshold.because})`;
  const chosen = aboveThreshold(hits, threshold.value, limit);
  if (chosen.length === 0) {
    return { chosen, because: `the best match is ${best.item.id} at ${sure}, below the ${bar}` };
  }
  return { chosen, because: `found ${chosen.map(({ item }) => item.id).join(", ")} at ${sure}, ${bar}` };
}
