import type { Command } from "../commands/command.ts";
import type { Config } from "../config/schema.ts";
import type { RefusedError } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import type { Feature } from "../features/feature.ts";
import { findCommands } from "../text/find-commands.ts";
import { stripMarkers } from "../text/marker.ts";
import { answerRefused, decideCommand, isCommented, type Commented } from "./decide-command.ts";

/** One part of handling an event: it is decided, stored and performed before the next one is decided. */
export interface Stage {
  /** Unique within the event; a stored plan is found again by it. */
  readonly name: string;
  plan(): Promise<Plan>;
  /** What is done instead when GitHub refuses part of the plan and no retry is of use; else it is for the operator. */
  readonly whenRefused?: (error: RefusedError) => Promise<Plan>;
}

export interface StageDeps {
  readonly commands: readonly Command[];
  readonly features: readonly Feature[];
  readonly reads: Reads;
  readonly now: Date;
}

/** What an event sets going, in order: the receipt of commands, the features that look at it, the commands themselves. */
export function stagesOf(event: SupportEvent, config: Config | undefined, deps: StageDeps): Stage[] {
  if (isEcho(event)) return [];
  const features = deps.features.filter(({ on }) => on.includes(event.kind));
  const stages = features.map((it) => featureStage(it, event, config, deps));
  if (!config || !isCommented(event) || event.actor.isBot) return stages;
  const uses = commandUses(event, deps).map(({ command, line }, index) => ({
    name: `command:${index + 1}:${command.name}`,
    plan: () => decideCommand(command, line, event, config, deps),
    whenRefused: (error: RefusedError) => answerRefused(line, event, config, error, deps),
  }));
  return uses.length === 0 ? stages : [receiptOf(event), ...stages, ...uses];
}

/** Our own comments come back to us as webhooks; there is nothing to learn from them. */
function isEcho(event: SupportEvent): boolean {
  return "comment" in event && event.actor.isBot && stripMarkers(event.comment.body) !== event.comment.body;
}

/** Names we do not know here are left alone: they may be another bot's. */
function commandUses({ kind, comment }: Commented, { commands }: StageDeps) {
  const place = kind === "comment-added" ? "discussion" : "issue";
  return findCommands(comment.body).flatMap((line) => {
    const command = commands.find(({ name, where }) => name === line.name && where.includes(place));
    return command ? [{ command, line }] : [];
  });
}

function receiptOf({ repository, comment }: Commented): Stage {
  return {
    name: "receipt",
    plan: async () => ({
      actions: [{ do: "react", repository, comment: comment.id, with: "eyes" }],
      because: "a command was seen",
    }),
  };
}

function featureStage(
  feature: Feature,
  event: SupportEvent,
  config: Config | undefined,
  { reads, now }: StageDeps,
): Stage {
  return {
    name: `feature:${feature.name}`,
    async plan() {
      if (feature.slice !== undefined && !config) return nothing("the config is broken and no earlier one was good");
      const slice =
        feature.slice === undefined ? undefined : (config as Readonly<Record<string, unknown>>)[feature.slice];
      const facts = await feature.gather(event, { config: slice, reads, now });
      return feature.decide(event, facts, { config: slice, now });
    },
  };
}
