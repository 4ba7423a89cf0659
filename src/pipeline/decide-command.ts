import { mayUse, type Ask, type Command } from "../commands/command.ts";
import type { Config } from "../config/schema.ts";
import type { Role, Thread } from "../core/discussion.ts";
import { UserError } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type Action, type Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";
import { refusal } from "../messages/commands.ts";
import type { CommandLine } from "../text/find-commands.ts";

interface Deps {
  readonly commands: readonly Command[];
  readonly reads: Reads;
  readonly now: Date;
}

/** What one use of a command leads to: its plan and 🚀, or an answer that says what is wrong and 😕. */
export async function decideCommand(
  command: Command,
  line: CommandLine,
  event: SupportEvent,
  config: Config | undefined,
  { commands, reads, now }: Deps,
): Promise<Plan> {
  if (event.kind !== "comment-added" || !config) return nothing("commands are read from new comments only");
  const { repository, number, actor, comment } = event;
  const thread = await reads.github.findThread(repository, number);
  if (!thread) return nothing("the discussion is gone");
  if (!thread.comments.some(({ id }) => id === comment.id)) return nothing("the comment is gone");

  const roles = await rolesIn(thread, actor.login, () => reads.github.rolesOf(repository, actor.login));
  const allowed = commands.filter((it) => mayUse(it, roles));
  const ask: Ask = { line, repository, thread, comment, actor, roles, config, now, allowed };
  try {
    if (!mayUse(command, roles)) throw new UserError(refusal(command));
    const plan = command.decide(ask, await command.gather(ask, reads));
    return { ...plan, actions: [...plan.actions, reaction(ask, "rocket")] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      actions: [answer(ask, error.message), reaction(ask, "confused")],
      because: `/${command.name} was refused: ${error.message}`,
    };
  }
}

/** The only place where roles are put together; permissions are read when the command runs, not when it was written. */
async function rolesIn(
  thread: Thread,
  login: string,
  rolesOf: () => Promise<readonly Role[]>,
): Promise<readonly Role[]> {
  const roles = await rolesOf();
  return thread.author?.login === login ? ["asker", ...roles] : roles;
}

function answer({ repository, thread, comment, line }: Ask, body: string): Action {
  const key = `refused:${line.name}:${comment.id}`;
  return { do: "reply", repository, discussion: thread.id, number: thread.number, to: comment.id, key, body };
}

function reaction({ repository, comment }: Ask, reaction: "rocket" | "confused"): Action {
  return { do: "react", repository, comment: comment.id, with: reaction };
}
