import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import type { Milestone, TrackedIssue } from "../../../core/issue-tracking.ts";
import { findMilestone, openTitles } from "../../../issues/milestones.ts";
import { unexpectedWords, unreadableDue } from "../../../issues/refusals.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { readDay } from "../../../text/read-day.ts";
import { readOptions } from "../../../text/read-options.ts";
import { command } from "../../command.ts";
import { mayNotMakeMilestones, noMilestoneNamed } from "../messages/refusals.ts";
import { appliesTo, mustFindIssue, type ReadsWithTracking, type TriageContext } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const milestone = command({
  name: "milestone",
  usage: '/milestone "<title>"',
  summary: say("command.milestone"),
  examples: ["/milestone v2.3", '/milestone "Spring release" due:2027-03-01', "/milestone none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    milestones: await reads.github.milestones(context.repository),
  }),
  decide: decideMilestone,
});

interface MilestoneFacts {
  readonly issue: TrackedIssue;
  readonly milestones: readonly Milestone[];
}

/**
 * Sets the milestone, by title or number; `none` clears it. A new one may be made, with its day, by whoever could make it
 * on GitHub: with triage rights people apply milestones, with write rights they make them
 * (https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization#permissions-for-each-role).
 */
function decideMilestone(
  { line, repository, now, config, roles }: TriageContext,
  { issue, milestones }: MilestoneFacts,
): SharedPlan {
  const { wanted, due } = readMilestone(line, milestones, now);
  const { number } = issue;
  if (wanted.toLowerCase() === "none") {
    const actions = issue.milestone
      ? [{ do: "change-issue", repository, number, change: {}, milestone: null } as const]
      : [];
    return { actions, because: "a helper takes the issue off its milestone" };
  }
  const mayCreate = config["feature-requests"]["create-milestones"];
  const found = findMilestone(milestones, wanted, { mayCreate, ...(due !== undefined && { due }) });
  if (found.number === undefined && !roles.includes("maintainer")) {
    throw new UserError(mayNotMakeMilestones(openTitles(milestones, "")));
  }
  return {
    actions: [{ do: "change-issue", repository, number, change: {}, milestone: found }],
    because: `a helper plans the issue for ${found.title}`,
  };
}

/** Title or number, and the day of a new one as `YYYY-MM-DD`. Throws a `UserError` for what cannot be read. */
function readMilestone(
  line: CommandLine,
  milestones: readonly Milestone[],
  now: Date,
): { readonly wanted: string; readonly due?: string } {
  const usage = '/milestone "<title>" due:<date>';
  const options = readOptions(line, { once: ["due"] });
  const due = options.one("due");
  const [wanted, ...others] = options.words;
  if (wanted === undefined || wanted.trim() === "") {
    throw new UserError(noMilestoneNamed(usage, openTitles(milestones, "")));
  }
  if (others.length > 0) throw new UserError(unexpectedWords(line.name, others, usage));
  const day = due === undefined ? undefined : readDay(due, now);
  if (day && "refused" in day) throw new UserError(unreadableDue(day.refused));
  return { wanted, ...(day && { due: day.day }) };
}
