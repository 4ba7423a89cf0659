import type { RepositoryRef, Role } from "../../core/discussion.ts";
import { UserError } from "../../core/errors.ts";
import type { TrackedIssue } from "../../core/issue-tracking.ts";
import type { Reads } from "../../core/reads.ts";
import type { Projects } from "../../core/project.ts";
import { fullName } from "../../core/repository-name.ts";
import type { CommandLine } from "../../text/find-commands.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { issueWasTransferred } from "../../issues/refusals.ts";
import type { Config } from "../../config/schema.ts";
import { issueIsGone, noIssue } from "./messages/refusals.ts";

/** What triage reads: beside what everybody may, which issues track which threads. */
export interface ReadsWithTracking extends Reads {
  readonly requests: {
    /** By the discussion's number; undefined where it asks for no feature. */
    findRequest(
      repository: RepositoryRef,
      number: number,
    ): Promise<{ readonly issue?: { readonly number: number } } | undefined>;
    /** Numbers of the threads that this issue tracks. */
    requestsOfIssue(repository: RepositoryRef, issue: number): Promise<readonly number[]>;
  };
}

/** The parts of a command's context that triage commands use. */
export interface TriageContext {
  readonly place: "discussion" | "issue";
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  /** Of the discussion or issue. */
  readonly number: number;
  readonly actor: { readonly login: string };
  readonly roles: readonly Role[];
  readonly config: Pick<Config, "feature-requests">;
  readonly now: Date;
}

/**
 * Whether a triage command is carried out: in an issue that tracks a request (any, if so configured), and in the thread
 * of a request. Elsewhere it may be meant for another bot, which has commands of the same names.
 */
export async function appliesTo(
  { place, repository, number }: Pick<TriageContext, "place" | "repository" | "number">,
  { "feature-requests": { mode, "triage-any-issue": any } }: TriageContext["config"],
  { requests }: ReadsWithTracking,
): Promise<boolean> {
  if (mode === "off") return false;
  if (place === "discussion") return (await requests.findRequest(repository, number)) !== undefined;
  return any || (await requests.requestsOfIssue(repository, number)).length > 0;
}

/** The issue a triage command is about, as it is now. 1 point. Throws a `UserError` where there is none. */
export async function mustFindIssue(
  context: TriageContext,
  { requests, github }: ReadsWithTracking,
): Promise<TrackedIssue> {
  const { place, repository, line } = context;
  const link =
    place === "issue" ? { number: context.number } : (await requests.findRequest(repository, context.number))?.issue;
  if (!link) {
    throw new UserError(noIssue(line.name));
  }
  const issue = await github.findTrackedIssue(repository, link.number);
  if (!issue || issue.convertedTo !== undefined) {
    throw new UserError(issueIsGone(link.number));
  }
  if (!isSameName(issue.repository, fullName(repository))) {
    throw new UserError(issueWasTransferred(link.number));
  }
  return issue;
}

/** The issue a command is about, and the projects it may be in. Throws as `mustFindIssue` does. */
export async function mustFindIssueAndProjects(
  context: TriageContext,
  reads: ReadsWithTracking,
): Promise<{ readonly issue: TrackedIssue; readonly projects: Projects }> {
  return { issue: await mustFindIssue(context, reads), projects: await reads.github.projects(context.repository) };
}
