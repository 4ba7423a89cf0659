import { answerTo, mayUse, type Ask, type Command, type Spot } from "../commands/command.ts";
import type { Config } from "../config/schema.ts";
import type { Role } from "../core/discussion.ts";
import { RefusedError, UserError, type GoneError } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type Action, type Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import { goneMeanwhile, refusal, refusedByGitHub } from "../messages/commands.ts";
import type { CommandLine } from "../text/find-commands.ts";

interface Deps {
  readonly commands: readonly Command[];
  readonly reads: Reads;
  readonly now: Date;
}

/** Events from which commands are read. */
export type Commented = Extract<SupportEvent, { readonly kind: "comment-added" | "issue-comment-added" }>;

export function isCommented(event: SupportEvent): event is Commented {
  return event.kind === "comment-added" || event.kind === "issue-comment-added";
}

/** What one use of a command leads to: its plan and 🚀, or an answer that says what is wrong and 😕. */
export async function decideCommand(
  command: Command,
  line: CommandLine,
  event: Commented,
  config: Config,
  { commands, reads, now }: Deps,
): Promise<Plan> {
  const spot = await findSpot(event, reads);
  if ("gone" in spot) return nothing(spot.gone);
  const roles = await rolesIn(spot, event, reads);
  const { repository, number, actor, comment } = event;
  const at = { place: spot.place, repository, number };
  const meant = await Promise.all(commands.map(async (it) => (await it.isMeant?.(at, config, reads)) ?? true));
  const allowed = commands.filter((it, i) => meant[i] && it.where.includes(spot.place) && mayUse(it, roles));
  const ask: Ask = { ...spot, line, repository, number, comment, actor, roles, config, now, allowed };
  try {
    if (!mayUse(command, roles)) throw new UserError(refusal(command));
    const plan = command.decide(ask, await command.gather(ask, reads));
    return { ...plan, actions: [...plan.actions, reaction(ask, "rocket")] };
  } catch (error) {
    if (error instanceof RefusedError) return refuse(ask, refusedByGitHub(error), error.message);
    if (error instanceof UserError) return refuse(ask, error.message, "the answer to it says why");
    throw error;
  }
}

/** The answer to a command that was planned, and then refused by GitHub or left without what it needs. */
export async function answerRefused(
  line: CommandLine,
  event: Commented,
  config: Config,
  error: RefusedError | GoneError,
  { reads, now }: Deps,
): Promise<Plan> {
  const spot = await findSpot(event, reads);
  if ("gone" in spot) return nothing(spot.gone);
  const { repository, number, actor, comment } = event;
  const ask: Ask = { ...spot, line, repository, number, comment, actor, roles: [], config, now, allowed: [] };
  return refuse(ask, error instanceof RefusedError ? refusedByGitHub(error) : goneMeanwhile(error), error.message);
}

/** `why` is what the person reads and may quote them; `because` is for the log, which never does. */
function refuse(ask: Ask, why: string, because: string): Plan {
  return {
    actions: [answerTo(ask, `refused:${ask.line.name}`, why), reaction(ask, "confused")],
    because: `/${ask.line.name} was refused: ${because}`,
  };
}

/** The thread or issue as it is now, unless it or the comment is gone. */
async function findSpot(event: Commented, { github }: Reads): Promise<Spot | { readonly gone: string }> {
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
async function rolesIn(spot: Spot, { repository, actor }: Commented, { github }: Reads): Promise<readonly Role[]> {
  const roles = await github.rolesOf(repository, actor.login);
  const { author } = spot.place === "discussion" ? spot.thread : spot.issue;
  return author?.login === actor.login ? ["asker", ...roles] : roles;
}

function reaction({ repository, comment }: Ask, reaction: "rocket" | "confused"): Action {
  return { do: "react", repository, comment: comment.id, with: reaction };
}
