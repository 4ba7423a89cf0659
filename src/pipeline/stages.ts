import type { Command } from "../features/command.ts";
import { defaultConfig, type Config } from "../config/schema.ts";
import type { GoneError, RefusedError } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { PipelineAction, PipelinePlan } from "./pipeline-actions.ts";
import type { FeatureReads } from "../features/index.ts";
import type { EventOf, Feature } from "../features/feature.ts";
import { stripMarkers } from "../text/marker.ts";
import { CommandAuthor, isLimited } from "./command-author.ts";
import { isCommented, type Commented } from "./to-support-event.ts";
import { commandUses, findMeant, quotedUses, type Named } from "./command-uses.ts";
import { decideCommand } from "./decide-command.ts";
import { decideQuoted } from "./decide-quoted.ts";
import { answerRefused } from "./refuse-command.ts";

/** One part of handling an event: it is decided, stored and performed before the next one is decided. */
export interface Stage {
  /** Unique within the event; a stored plan is found again by it. */
  readonly name: string;
  plan(): Promise<Plan>;
  /** What is done instead when GitHub refuses part of the plan and no retry is of use; else it is for the operator. */
  readonly whenRefused?: (error: RefusedError) => Promise<Plan>;
  /** The same when something that the plan needs is gone. */
  readonly whenGone?: (error: GoneError) => Promise<Plan>;
}

export interface StageDeps {
  readonly commands: readonly Command<FeatureReads>[];
  readonly features: readonly Feature<FeatureReads>[];
  readonly reads: FeatureReads;
  /** Nobody in the repository has agreed to us yet, so that we do not answer everybody. */
  readonly isShadow: boolean;
  readonly now: Date;
}

/** What an event sets going, in order: the receipt of commands, the features that look at it, the commands themselves. */
export function stagesOf(event: SupportEvent, config: Config | undefined, deps: StageDeps): Stage[] {
  if (isEcho(event)) return [];
  const features = deps.features.filter(({ on }) => on.includes(event.kind));
  const stages = [
    ...features.map((it) => featureStage(it, event, config, deps)),
    ...(event.kind === "tick" ? scheduledStages(event, deps) : []),
  ];
  if (!config || !isCommented(event) || event.actor.isBot) return stages;
  const uses = commandUses(event, deps.commands);
  const quoted = quotedUses(event, deps.commands);
  if (uses.length === 0 && quoted.length === 0) return stages;
  const person = new CommandAuthor(event, deps.reads, deps.now);
  const mayBeAnswered = async () => !deps.isShadow || !isLimited(await person.roles());
  const meantBy = async ({ candidates }: Named) =>
    (await mayBeAnswered()) ? findMeant(candidates, event, config, deps.reads) : undefined;
  const notMeant = deps.isShadow ? inShadow : ofAnotherBot;
  const receipt = receiptOf(
    event,
    person,
    async () => (await Promise.all(uses.map(meantBy))).filter((it) => it !== undefined),
    notMeant,
  );
  return [
    ...(uses.length === 0 ? [] : [receipt]),
    ...stages,
    ...uses.map((use) => ({
      name: `command:${use.index}:${use.line.name}`,
      plan: async () => {
        const command = await meantBy(use);
        return command ? decideCommand({ ...use, command }, event, config, { ...deps, person }) : nothing(notMeant);
      },
      whenRefused: (error: RefusedError) => answerRefused(use.line, event, config, error, deps),
      whenGone: (error: GoneError) => answerRefused(use.line, event, config, error, deps),
    })),
    ...quoted.map((use) => ({
      ...quotedStage,
      name: `quoted:${use.found.line.name}`,
      plan: async () =>
        (await meantBy(use)) ? decideQuoted(use.found, event, config, { ...deps, person }) : nothing(notMeant),
    })),
  ];
}

const ofAnotherBot = "it may mean another bot";
const inShadow = "it may mean another bot, or whoever wrote it has no role here, where nobody has agreed to us yet";

/** Nothing was done, so that it could not be told is not worth another answer. */
const quotedStage: Pick<Stage, "whenRefused" | "whenGone"> = {
  whenRefused: async ({ message }) => nothing(message),
  whenGone: async ({ message }) => nothing(message),
};

/** Our own comments come back to us as webhooks; there is nothing to learn from them. */
function isEcho(event: SupportEvent): boolean {
  return "comment" in event && event.actor.isBot && stripMarkers(event.comment.body) !== event.comment.body;
}

/** 👀, unless all there will be is a refusal: that is a reaction of its own. */
function receiptOf(
  { repository, comment }: Commented,
  person: CommandAuthor,
  meant: () => Promise<readonly Command<FeatureReads>[]>,
  notMeant: string,
): Stage {
  return {
    name: "receipt",
    async plan() {
      const commands = await meant();
      if (commands.length === 0) return nothing(notMeant);
      if (!(await person.mayUseOneOf(commands))) return nothing("none of the commands may be used by this person");
      return {
        actions: [{ do: "react", repository, comment: comment.id, with: "eyes" }],
        because: "a command was seen",
      };
    },
  };
}

/** The events that the clock causes, one for each repository that is due. */
function scheduledStages({ every }: EventOf<"tick">, { features, reads, now }: StageDeps): Stage[] {
  const scheduled = features.filter(({ schedules }) => schedules.some((it) => it.every.includes(every)));
  return scheduled.map(({ name, schedules }) => ({
    name: `schedule:${name}`,
    async plan(): Promise<PipelinePlan> {
      const actions: PipelineAction[] = [];
      for (const repository of await reads.records.repositories()) {
        for (const schedule of schedules.filter((it) => it.every.includes(every))) {
          if (schedule.isDue && !(await schedule.isDue(repository, { every, reads, now }))) continue;
          const event = schedule.event(repository, { every, now });
          actions.push({ do: "follow-up", key: `${event.kind}:${repository.id}`, event });
        }
      }
      return actions.length === 0
        ? nothing("no repository is due")
        : { actions, because: `${actions.length} repositories are due by the clock (${every})` };
    },
  }));
}

function featureStage(
  feature: Feature<FeatureReads>,
  event: SupportEvent,
  config: Config | undefined,
  { reads, now }: StageDeps,
): Stage {
  return {
    name: `feature:${feature.name}`,
    // The stages behind it, such as a person's command, go on.
    whenRefused: async ({ message }) => nothing(message),
    whenGone: async ({ message }) => nothing(message),
    async plan() {
      if (feature.slice !== undefined && !config) return nothing("the config is broken and no earlier one was good");
      const slice =
        feature.slice === undefined ? undefined : (config as Readonly<Record<string, unknown>>)[feature.slice];
      const shared = config ?? defaultConfig;
      const facts = await feature.gather(event, { config: slice, shared, reads, now });
      return feature.decide(event, facts, { config: slice, shared, now });
    },
  };
}
