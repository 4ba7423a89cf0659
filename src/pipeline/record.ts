import type { SupportEvent } from "../core/event.ts";
import type { Plan } from "../core/plan.ts";
import { describe } from "./describe.ts";

/** A stage that has been carried out. */
export interface Deed {
  readonly stage: string;
  readonly plan: Plan;
}

/** What came of an event, in one line: what was done and why, or why nothing was. It is kept with the delivery and logged. */
export function outcomeOf(event: SupportEvent, deeds: readonly Deed[]): string {
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
