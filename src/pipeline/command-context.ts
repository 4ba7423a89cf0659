import type { Config } from "../config/schema.ts";
import type { Role } from "../core/discussion.ts";
import type { CommandContext, CommandInfo, CommandTarget } from "../features/command.ts";
import type { FeatureReads } from "../features/index.ts";
import type { CommandLine } from "../text/find-commands.ts";
import { localeOf } from "../words/locale-of.ts";
import type { CommandAuthor } from "./command-author.ts";
import type { Commented } from "./to-support-event.ts";

/** The thread or issue as it is now, unless it or the comment is gone. */
export async function findTarget(
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
export async function rolesIn(
  target: CommandTarget,
  { actor }: Commented,
  person: CommandAuthor,
): Promise<readonly Role[]> {
  const roles = await person.roles();
  const { author } = target.place === "discussion" ? target.thread : target.issue;
  return author?.login === actor.login ? ["asker", ...roles] : roles;
}

/** One use of a command, as its `gather` and `decide` are given it. Without `roles` and `allowed` it is for answers only. */
export function toContext(
  target: CommandTarget,
  { repository, number, comment, actor }: Commented,
  use: {
    readonly line: CommandLine;
    readonly config: Config;
    readonly now: Date;
    readonly roles?: readonly Role[];
    readonly allowed?: readonly CommandInfo[];
  },
): CommandContext {
  const locale = localeOf(use.config, target.place === "discussion" ? target.thread : undefined);
  return { roles: [], allowed: [], ...use, ...target, repository, number, comment, actor, locale };
}
