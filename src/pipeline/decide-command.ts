import { answerTo, mayUse, type CommandContext, type Command, type CommandTarget } from "../features/command.ts";
import type { Config } from "../config/schema.ts";
import type { Role } from "../core/discussion.ts";
import { RefusedError, UserError, type GoneError } from "../core/errors.ts";
import { nothing, type Plan } from "../core/plan.ts";
import type { PipelineAction, PipelinePlan } from "./pipeline-actions.ts";
import type { FeatureReads } from "../features/index.ts";
import {
  goneMeanwhile,
  refusal,
  refusedByGitHub,
  tooManyCommands,
  underQuote,
} from "../features/help/messages/commands.ts";
import type { CommandLine, QuotedCommand } from "../text/find-commands.ts";
import type { CommandAuthor } from "./command-author.ts";
import type { Commented } from "./commented.ts";
import { isLimited, mostAnHour, type Allowance } from "./command-limits.ts";
import { holds, quotedLines, textsOf } from "./quoted-text.ts";

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
  const { command, line } = use;
  const spot = await findSpot(event, reads);
  if ("gone" in spot) return nothing(spot.gone);
  const roles = await rolesIn(spot, event, person);
  const allowance = isLimited(roles) ? await person.allowance() : undefined;
  const { repository, number, actor, comment } = event;
  const at = { place: spot.place, repository, number };
  const meant = await Promise.all(commands.map(async (it) => (await it.appliesTo?.(at, config, reads)) ?? true));
  const allowed = commands.filter((it, i) => meant[i] && it.where.includes(spot.place) && mayUse(it, roles));
  const context: CommandContext = { ...spot, line, repository, number, comment, actor, roles, config, now, allowed };
  try {
    if (allowance?.isUsedUp) throw new UserError(tooManyCommands(mostAnHour));
    if (!mayUse(command, roles)) throw new UserError(refusal(command));
    const plan = command.decide(context, await command.gather(context, reads));
    const counted = allowance ? [recordOf(use, event, false)] : [];
    return { ...plan, actions: [...plan.actions, ...counted, ...person.reactOnce("rocket", use.index)] };
  } catch (error) {
    const refusal =
      error instanceof RefusedError
        ? refuse(context, refusedByGitHub(error), error.message)
        : error instanceof UserError
          ? refuse(context, error.message, "the answer to it says why")
          : undefined;
    if (!refusal) throw error;
    return allowance ? quieten(refusal, use, event, { allowance, person }) : refusal;
  }
}

/**
 * The answer to a command that is quoted text by the line above it: what to do, and 😕. Nothing where the quote held it,
 * as in a reply by e-mail: then it was said by somebody else. No command is carried out.
 */
export async function decideQuoted(
  { line, written, above }: QuotedCommand,
  event: Commented,
  config: Config,
  { reads, now, person }: Deps,
): Promise<PipelinePlan> {
  const spot = await findSpot(event, reads);
  if ("gone" in spot) return nothing(spot.gone);
  const { repository, number, actor, comment } = event;
  const said = textsOf(spot, comment.id).some((it) => holds(it, { written, above }));
  if (said || quotedLines(comment.body).includes(written)) return nothing("the quote held the command");
  const roles = await rolesIn(spot, event, person);
  const context: CommandContext = {
    ...spot,
    line,
    repository,
    number,
    comment,
    actor,
    roles,
    config,
    now,
    allowed: [],
  };
  const refusal = refuse(context, underQuote(line.name), "it stands right under a quote");
  if (!isLimited(roles)) return refusal;
  return quieten(refusal, { index: 0 }, event, { allowance: await person.allowance(), person });
}

/**
 * The refusal of somebody who is limited: in words once in a while, else by 😕 alone, once for a comment and only while
 * the writes are not needed for answers.
 */
function quieten(
  { actions, because }: PipelinePlan,
  use: Pick<Use, "index">,
  event: Commented,
  { allowance, person }: { readonly allowance: Allowance; readonly person: CommandAuthor },
): PipelinePlan {
  const reaction = person.reactOnce("confused", use.index);
  if (!allowance.mayBeTold) return { actions: reaction.map((it) => ({ ...it, spare: true as const })), because };
  const answers = actions.filter(({ do: what }) => what !== "react");
  return { actions: [...answers, recordOf(use, event, true), ...reaction], because };
}

function recordOf(
  { index }: Pick<Use, "index">,
  { repository, number, comment, actor }: Commented,
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
  { reads, now }: Pick<Deps, "reads" | "now">,
): Promise<PipelinePlan> {
  const spot = await findSpot(event, reads);
  if ("gone" in spot) return nothing(spot.gone);
  const { repository, number, actor, comment } = event;
  const context: CommandContext = {
    ...spot,
    line,
    repository,
    number,
    comment,
    actor,
    roles: [],
    config,
    now,
    allowed: [],
  };
  return refuse(context, error instanceof RefusedError ? refusedByGitHub(error) : goneMeanwhile(error), error.message);
}

/** `why` is what the person reads and may quote them; `because` is for the log, which never does. */
function refuse(context: CommandContext, why: string, because: string): PipelinePlan {
  return {
    actions: [
      answerTo(context, `refused:${context.line.name}`, why),
      { do: "react", repository: context.repository, comment: context.comment.id, with: "confused" },
    ],
    because: `/${context.line.name} was refused: ${because}`,
  };
}

/** The thread or issue as it is now, unless it or the comment is gone. */
async function findSpot(
  event: Commented,
  { github }: FeatureReads,
): Promise<CommandTarget | { readonly gone: string }> {
  const { repository, number, comment } = event;
  if (event.kind === "comment-added") {
    const thread = await github.findThread(repository, number);
    if (!thread) return { gone: "the discussion is gone" };
    const isThere = thread.comments.some(({ id }) => id === comment.id);
    return isThere ? { place: "discussion", thread } : { gone: "the comment is gone" };
  }
  const [issue, found] = await Promise.all([
    github.findIssue(repository, number),
    github.findIssueComment(repository, comment.id),
  ]);
  if (!issue) return { gone: "the issue is gone" };
  return found ? { place: "issue", issue } : { gone: "the comment is gone" };
}

/** The only place where roles are put together; permissions are read when the command runs, not when it was written. */
async function rolesIn(spot: CommandTarget, { actor }: Commented, person: CommandAuthor): Promise<readonly Role[]> {
  const roles = await person.roles();
  const { author } = spot.place === "discussion" ? spot.thread : spot.issue;
  return author?.login === actor.login ? ["asker", ...roles] : roles;
}
