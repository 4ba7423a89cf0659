import type { Config } from "../config/schema.ts";
import { RefusedError, UserError } from "../core/errors.ts";
import { nothing, type Plan } from "../core/plan.ts";
import { mayUse, type Command, type CommandContext, type CommandTarget } from "../features/command.ts";
import { notForYou, refusedByGitHub, tooManyCommands } from "./command-messages.ts";
import type { FeatureReads } from "../features/index.ts";
import type { CommandLine } from "../text/find-commands.ts";
import { isLimited, maxPerHour, type CommandAuthor } from "./command-author.ts";
import { findTarget, rolesIn, toContext } from "./command-context.ts";
import type { PipelinePlan } from "./pipeline-actions.ts";
import { limitRefusal, recordUse, refuse } from "./refuse-command.ts";
import type { Commented } from "./to-support-event.ts";

interface Deps {
  readonly commands: readonly Command<FeatureReads>[];
  readonly reads: FeatureReads;
  readonly now: Date;
  readonly person: CommandAuthor;
}

/** One use of a command among those of a comment. */
export interface Use {
  readonly command: Command<FeatureReads>;
  readonly line: CommandLine;
  /** From 1. */
  readonly index: number;
}

/** What one use of a command leads to: its plan and 🚀, or an answer that says what is wrong and 😕. */
export async function decideCommand(
  use: Use,
  event: Commented,
  config: Config,
  { commands, reads, now, person }: Deps,
): Promise<Plan> {
  const { command, line, index } = use;
  const target = await findTarget(event, reads);
  if ("gone" in target) return nothing(target.gone);
  const roles = await rolesIn(target, event, person);
  const allowance = isLimited(roles) ? await person.allowance() : undefined;
  const here = await commandsFor(target, event, config, { commands, reads });
  const allowed = here.filter((it) => mayUse(it, roles));
  const context = toContext(target, event, { line, config, now, roles, allowed });
  try {
    if (allowance?.isUsedUp) throw new UserError(tooManyCommands(maxPerHour));
    if (!mayUse(command, roles)) throw new UserError(notForYou(command));
    const plan = command.decide(context, await command.gather(context, reads));
    const counted = allowance ? [recordUse(event, index, false)] : [];
    return { ...plan, actions: [...plan.actions, ...counted, ...person.reactOnce("rocket", index)] };
  } catch (error) {
    const refused = toRefusal(context, error);
    return allowance ? limitRefusal(refused, use, event, { allowance, person }) : refused;
  }
}

/** The commands that mean us here. */
async function commandsFor(
  { place }: CommandTarget,
  { repository, number }: Commented,
  config: Config,
  { commands, reads }: Pick<Deps, "commands" | "reads">,
): Promise<readonly Command<FeatureReads>[]> {
  const applies = await Promise.all(
    commands.map(async (it) => (await it.appliesTo?.({ place, repository, number }, config, reads)) ?? true),
  );
  return commands.filter((it, i) => applies[i] && it.where.includes(place));
}

/** The answer to the person; an error that is not for them is thrown on. */
function toRefusal(context: CommandContext, error: unknown): PipelinePlan {
  if (error instanceof RefusedError) return refuse(context, refusedByGitHub(error), error.message);
  if (error instanceof UserError) return refuse(context, (locale) => error.in(locale), "the answer to it says why");
  throw error;
}
