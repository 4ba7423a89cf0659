import type { Hit } from "../../core/knowledge.ts";
import type { RelatedAnswersConfig } from "./config.ts";

export interface Choice {
  /** Best first; empty means: say nothing. */
  readonly chosen: readonly Hit[];
  readonly because: string;
}

/**
 * What is good enough to post: nothing unless the best hit reaches the threshold, since a weak match is worse than
 * none (microsoft/vscode#93360); then further hits that reach it too.
 */
export function chooseHits(hits: readonly Hit[], { threshold, limit }: RelatedAnswersConfig): Choice {
  const best = hits[0];
  if (!best) return { chosen: [], because: "nothing was found" };
  const sure = best.confidence.toFixed(2);
  if (best.confidence < threshold) {
    return { chosen: [], because: `the best match is ${best.item.id} at ${sure}, below the threshold ${threshold}` };
  }
  const chosen = hits.filter(({ confidence }) => confidence >= threshold).slice(0, limit);
  return { chosen, because: `found ${chosen.map(({ item }) => item.id).join(", ")} (${sure}, threshold ${threshold})` };
}
