import type { RepositoryRef, Role } from "../../core/discussion.ts";
import { UserError } from "../../core/errors.ts";
import type { PlannedIssue } from "../../core/planning.ts";
import type { Reads } from "../../core/ports.ts";
import type { Projects } from "../../core/project.ts";
import type { CommandLine } from "../../text/find-commands.ts";
import { isSameName } from "../../text/is-same-name.ts";
import type { Config } from "../../config/schema.ts";

/** What triage reads: beside what everybody may, which issues belong to which threads. */
export interface ReadsWithTracking extends Reads {
  readonly requests: {
    /** By the discussion's number; undefined where it asks for no feature. */
    findRequest(
      repository: RepositoryRef,
      number: number,
    ): Promise<{ readonly issue?: { readonly number: number } } | undefined>;
    /** Numbers of the threads that are worked on in this issue. */
    requestsOfIssue(repository: RepositoryRef, issue: number): Promise<readonly number[]>;
  };
}

/** Where triage commands may stand: in the thread of an accepted request, or in an issue. */
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
 * Whether a triage command is ours to follow: in an issue that tracks a request (any, if so configured), and in the
 * thread of a request. Elsewhere it may be another bot's, which knows the same names.
 */
export async function isOursToTriage(
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
): Promise<PlannedIssue> {
  const { place, repository, line } = context;
  const link =
    place === "issue" ? { number: context.number } : (await requests.findRequest(repository, context.number))?.issue;
  if (!link) {
    throw new UserError(
      `\`/${line.name}\` works on an issue, and this discussion has none. \`/accept\` makes one, and takes the same as options.`,
    );
  }
  const issue = await github.findPlannedIssue(repository, link.number);
  if (!issue || issue.convertedTo !== undefined) {
    throw new UserError(
      `Issue ${link.number} was deleted or converted. \`/accept\` in the discussion makes a new one.`,
    );
  }
  if (!isSameName(issue.repository, `${repository.owner}/${repository.name}`)) {
    throw new UserError(`Issue ${link.number} was transferred to another repository, where I cannot change it.`);
  }
  return issue;
}

/** The issue a command is about, and the boards it may stand on. Throws as `mustFindIssue` does. */
export async function mustFindIssueAndBoards(
  context: TriageContext,
  reads: ReadsWithTracking,
): Promise<{ readonly issue: PlannedIssue; readonly projects: Projects }> {
  return { issue: await mustFindIssue(context, reads), projects: await reads.github.projects(context.repository) };
}
