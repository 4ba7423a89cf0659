import type { ClaimedDelivery } from "../core/inbox.ts";
import type { Shortfall } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import type { ForgottenPeople } from "../core/forgotten-people.ts";
import type { Plan } from "../core/plan.ts";
import type { Log } from "../core/log.ts";
import { withoutPeople } from "../core/without-people.ts";
import { describe } from "./action-sets.ts";
import type { ConfigSource } from "./config-source.ts";
import type { PerformDeps } from "./perform.ts";
import { isBackground } from "./queue-position.ts";
import { runStage, type CompletedStage } from "./run-stage.ts";
import { stagesOf, type Stage, type StageDeps } from "./stages.ts";
import { toSupportEvent } from "./to-support-event.ts";

export interface HandleDeps extends PerformDeps, Omit<StageDeps, "now" | "isShadow"> {
  readonly configs: ConfigSource;
  readonly people: ForgottenPeople;
  readonly log: Log;
  /** Does what nobody waits for, with what GitHub's limits leave to it. */
  readonly inBackground: <Result>(act: () => Promise<Result>) => Promise<Result>;
}

/** What came of a delivery. */
export interface Outcome {
  /** In one line, for the inbox and the log. */
  readonly line: string;
  readonly shortfall?: Shortfall;
}

/**
 * The life of one delivery, from payload to effects: read this first. Returns what happened.
 * Rejects when it has to be tried again; the inbox keeps the plans that were stored and the steps that were done.
 */
export async function handle(delivery: ClaimedDelivery, deps: HandleDeps): Promise<Outcome> {
  const event = await withoutForgotten(toSupportEvent(delivery), deps.people);
  if (!event) return { line: "nothing: this event means nothing to us" };
  return isBackground(event)
    ? deps.inBackground(() => carryOut(event, delivery, deps))
    : carryOut(event, delivery, deps);
}

async function carryOut(event: SupportEvent, delivery: ClaimedDelivery, deps: HandleDeps): Promise<Outcome> {
  const { config, plan, isShadow = false } = await deps.configs.inForceFor(event);
  const stages = [configStage(plan), ...stagesOf(event, config, { ...deps, isShadow, now: deps.clock() })];
  const completed: CompletedStage[] = [];
  for (const stage of stages) completed.push(await runStage(stage, delivery, deps));
  return toOutcome(event, completed);
}

/** A webhook about something old names whoever wrote it, and so does one that comes late. */
async function withoutForgotten(
  event: SupportEvent | undefined,
  people: ForgottenPeople,
): Promise<SupportEvent | undefined> {
  if (event === undefined || !("comment" in event || "answer" in event)) return event;
  const since = await people.forgottenSince();
  return since ? withoutPeople(event, since) : event;
}

function configStage(plan: Plan): Stage {
  return { name: "config", plan: async () => plan };
}

/** What was done and why, or why nothing was. A refusal weighs more than what was gone. */
function toOutcome(event: SupportEvent, completed: readonly CompletedStage[]): Outcome {
  const shortfalls = completed.flatMap(({ shortfall }) => shortfall ?? []);
  const shortfall = shortfalls.includes("refused") ? "refused" : shortfalls[0];
  return { line: outcomeLine(event, completed), ...(shortfall && { shortfall }) };
}

function outcomeLine(event: SupportEvent, completed: readonly CompletedStage[]): string {
  const listed = completed.filter(({ stage, plan }) => stage !== "config" || plan.actions.length > 0);
  if (listed.length === 0) return `nothing: ${event.kind} concerns no feature`;
  return listed
    .map(({ stage, plan }) => {
      const name = stage.replace(/^(feature|command:\d+):/, (_, kind: string) => (kind === "feature" ? "" : "/"));
      const did = plan.actions.map(describe).join(", ") || "nothing";
      return `${name}: ${did}, because ${plan.because}`;
    })
    .join("; ");
}
