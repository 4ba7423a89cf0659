import type { Config } from "../config/schema.ts";
import { RefusedError, type GoneError } from "../core/errors.ts";
import type { Text } from "../core/language.ts";
import { nothing } from "../core/plan.ts";
import { answerTo, type CommandContext } from "../features/command.ts";
import { goneMeanwhile, refusedByGitHub } from "./command-messages.ts";
import type { FeatureReads } from "../features/index.ts";
import type { CommandLine } from "../text/find-commands.ts";
import type { Allowance, CommandAuthor } from "./command-author.ts";
import { findTarget, toContext } from "./command-context.ts";
import type { PipelineAction, PipelinePlan } from "./pipeline-actions.ts";
import type { Commented } from "./to-support-event.ts";

/** `why` is what the person reads and may quote them; `because` is for the log, which never does. */
export function refuse(context: CommandContext, why: Text, because: string): PipelinePlan {
  return {
    actions: [
      answerTo(context, `refused:${context.line.name}`, why(context.locale)),
      { do: "react", repository: context.repository, comment: context.comment.id, with: "confused" },
    ],
    because: `/${context.line.name} was refused: ${because}`,
  };
}

/**
 * The refusal of somebody who is limited: in words once in a while, else by 😕 alone, once for a comment and only while
 * the writes are not needed for answers.
 */
export function limitRefusal(
  { actions, because }: PipelinePlan,
  { index }: { readonly index: number },
  event: Commented,
  { allowance, person }: { readonly allowance: Allowance; readonly person: CommandAuthor },
): PipelinePlan {
  const reaction = person.reactOnce("confused", index);
  if (!allowance.mayBeAnswered) return { actions: reaction.map((it) => ({ ...it, spare: true as const })), because };
  const answers = actions.filter(({ do: what }) => what !== "react");
  return { actions: [...answers, recordUse(event, index, true), ...reaction], because };
}

/** The record of one use of a command by somebody who is limited; `told`: and was told in words that it is refused. */
export function recordUse(
  { repository, number, comment, actor }: Commented,
  index: number,
  told: boolean,
): PipelineAction {
  return { do: "record-command", repository, use: { by: actor.login, number, key: `${comment.id}:${index}`, told } };
}

/** The answer to a command that was planned, and then refused by GitHub or left without what it needs. */
export async function answerRefused(
  line: CommandLine,
  event: Commented,
  config: Config,
  error: RefusedError | GoneError,
  { reads, now }: { readonly reads: FeatureReads; readonly now: Date },
): Promise<PipelinePlan> {
  const target = await findTarget(event, reads);
  if ("gone" in target) return nothing(target.gone);
  const why = error instanceof RefusedError ? refusedByGitHub(error) : goneMeanwhile(error);
  return refuse(toContext(target, event, { line, config, now }), why, error.message);
}
