import type { Command } from "../commands/command.ts";
import type { Config } from "../config/schema.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import type { Feature } from "../features/feature.ts";
import { findCommands } from "../text/find-commands.ts";
import { stripMarkers } from "../text/marker.ts";
import { decideCommand } from "./decide-command.ts";

/** One part of handling an event: it is decided, stored and performed before the next one is decided. */
export interface Stage {
  /** Unique within the event; a stored plan is found again by it. */
  readonly name: string;
  plan(): Promise<Plan>;
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
  const uses =
    config && event.kind === "comment-added" && !event.actor.isBot ? commandUses(event.comment.body, deps) : [];
  const receipt = uses.length > 0 && event.kind === "comment-added" ? [receiptOf(event)] : [];
  return [
    ...receipt,
    ...deps.features.filter(({ on }) => on.includes(event.kind)).map((it) => featureStage(it, event, config, deps)),
    ...uses.map(({ command, line }, index) => ({
      name: `command:${index + 1}:${command.name}`,
      plan: () => decideCommand(command, line, event, config, deps),
    })),
  ];
}

/** Our own comments come back to us as webhooks; there is nothing to learn from them. */
function isEcho(event: SupportEvent): boolean {
  return "comment" in event && event.actor.isBot && stripMarkers(event.comment.body) !== event.comment.body;
}

/** Names we do not know are left alone: they may be another bot's. */
function commandUses(body: string, { commands }: StageDeps) {
  return findCommands(body).flatMap((line) => {
    const command = commands.find(({ name }) => name === line.name);
    return command ? [{ command, line }] : [];
  });
}

function receiptOf(event: Extract<SupportEvent, { kind: "comment-added" }>): Stage {
  const { repository, comment } = event;
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
