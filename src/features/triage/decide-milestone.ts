import type { SharedPlan } from "../../actions/shared-actions.ts";
import { UserError } from "../../core/errors.ts";
import type { Milestone, PlannedIssue } from "../../core/planning.ts";
import { listOf, unexpectedWords } from "../../issues/refusals.ts";
import { nearestFirst } from "../../text/nearest-first.ts";
import { readOptions } from "../../text/read-options.ts";
import { readDay } from "../../text/read-day.ts";
import { findMilestone } from "../../issues/find-milestone.ts";
import type { TriageContext } from "./issue-facts.ts";

/**
 * SharedPlan an issue for a milestone, by title or number; `none` takes it off. A new one may be made, with its day, by whoever
 * could make it on GitHub: with triage rights people apply milestones, with write rights they make them
 * (https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization#permissions-for-each-role).
 */
export function decideMilestone(
  context: TriageContext,
  issue: PlannedIssue,
  milestones: readonly Milestone[],
): SharedPlan {
  const { line, repository, now, config, roles } = context;
  const usage = '/milestone "<title>" due:<date>';
  const options = readOptions(line, { once: ["due"] });
  const due = options.one("due");
  const [wanted, ...others] = options.words;
  if (wanted === undefined || wanted.trim() === "")
    throw new UserError(`Name a milestone: \`${usage}\`. ${openOnes(milestones)}`);
  if (others.length > 0) throw new UserError(unexpectedWords(line.name, others, usage));
  const day = due === undefined ? undefined : readDay(due, now);
  if (day && "refused" in day) throw new UserError(`\`due:\` was not understood: ${day.refused}.`);
  const { number } = issue;
  if (wanted.toLowerCase() === "none") {
    const actions = issue.milestone
      ? [{ do: "change-issue", repository, number, change: {}, milestone: null } as const]
      : [];
    return { actions, because: "a helper takes the issue off its milestone" };
  }
  const milestone = findMilestone(milestones, wanted, {
    mayCreate: config["feature-requests"]["create-milestones"],
    ...(day && { due: day.day }),
  });
  if (milestone.number === undefined && !roles.includes("maintainer")) throw new UserError(newMilestone(milestones));
  return {
    actions: [{ do: "change-issue", repository, number, change: {}, milestone }],
    because: `a helper plans the issue for ${milestone.title}`,
  };
}

function newMilestone(milestones: readonly Milestone[]): string {
  return `There is no such milestone, and making one is for people with write rights. ${openOnes(milestones)}`;
}

function openOnes(milestones: readonly Milestone[]): string {
  const open = milestones.filter(({ isOpen }) => isOpen).map(({ title }) => title);
  return open.length === 0 ? "" : listOf(nearestFirst(open, "", String));
}
