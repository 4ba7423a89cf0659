import { refusal } from "./error-texts.ts";
import type { Actor, Discussion, Issue, PullRequest, Repository } from "./objects.ts";
import { roleOf } from "./people.ts";

/** Longest body of a discussion, issue, pull request or comment, in characters. https://github.com/dead-claudia/github-limits */
export const maxBodyLength = 65_536;
/** Longest title. */
export const maxTitleLength = 256;

/** Throws unless a title is there and fits. */
export function mustBeTitle(title: string): void {
  mustHaveText(title, "Title");
  mustFit(title, "Title", maxTitleLength);
}

/** Throws unless a body is there and fits. */
export function mustBeBody(body: string): void {
  mustHaveText(body, "Body");
  mustFit(body, "Body", maxBodyLength);
}

/** Throws when an optional text is too long. */
export function mustFit(text: string, field: string, maximum: number): void {
  // Characters, not UTF-16 units; the cheap test spares counting for nearly all.
  if (text.length > maximum && Array.from(text).length > maximum) throw refusal("tooLong", { field, maximum });
}

function mustHaveText(text: string, field: string): void {
  if (text.trim() === "") throw refusal("blank", { field });
}

/** Throws when a repository takes no writes. */
export function mustBeWritable(repository: Repository): void {
  if (repository.isArchived) throw refusal("archived");
}

/**
 * Locked threads take comments of people with a role in the repository only: of no app, whatever its permissions, as
 * probot/stale#25 and renovatebot/renovate#6215 found out.
 */
export function mustAcceptComments(thread: Discussion | Issue | PullRequest, actor: Actor): void {
  mustBeWritable(thread.repository);
  if (!thread.locked) return;
  const role = actor.__typename === "Bot" ? undefined : roleOf(thread.repository, actor.login);
  if (role === undefined || role === "read") throw refusal("threadLocked", { kind: kindOf(thread) });
}

/** `discussion`, `issue` or `pull request`, for messages. */
export function kindOf(thread: Discussion | Issue | PullRequest): string {
  return { Discussion: "discussion", Issue: "issue", PullRequest: "pull request" }[thread.__typename];
}
