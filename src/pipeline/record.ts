import type { Shortfall } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import type { Plan } from "../core/plan.ts";
import { describe } from "./action-sets.ts";

/** A stage that has been carried out. */
export interface Deed {
  readonly stage: string;
  readonly plan: Plan;
  /** Not all of its first plan was done: this one took its place, and says why; or words of it could not be said. */
  readonly shortfall?: Shortfall;
}

/** What came of a delivery. */
export interface Outcome {
  /** In one line, for the inbox and the log. */
  readonly line: string;
  readonly shortfall?: Shortfall;
}

/** What came of an event: what was done and why, or why nothing was. A refusal weighs more than what was gone. */
export function outcomeOf(event: SupportEvent, deeds: readonly Deed[]): Outcome {
  const fellShort = deeds.flatMap(({ shortfall }) => shortfall ?? []);
  const shortfall = fellShort.includes("refused") ? "refused" : fellShort[0];
  return { line: lineOf(event, deeds), ...(shortfall && { shortfall }) };
}

function lineOf(event: SupportEvent, deeds: readonly Deed[]): string {
  const told = deeds.filter(({ stage, plan }) => stage !== "config" || plan.actions.length > 0);
  if (told.length === 0) return `nothing: ${event.kind} concerns no feature`;
  return told
    .map(({ stage, plan }) => {
      const name = stage.replace(/^(feature|command:\d+):/, (_, kind: string) => (kind === "feature" ? "" : "/"));
      const did = plan.actions.map(describe).join(", ") || "nothing";
      return `${name}: ${did}, because ${plan.because}`;
    })
    .join("; ");
}
