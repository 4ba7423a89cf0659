import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Milestone } from "../../../core/planning.ts";
import { Milestones, type MilestoneFieldsFragment } from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { readPages } from "../read-pages.ts";

/** All milestones of a repository, open and closed. 1 point for each hundred. */
export async function milestones(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly Milestone[]> {
  const asked = { doing: `read the milestones of ${owner}/${name}`, needs: "issues: read" };
  const found = await readPages(async (page) => {
    const { repository } = await clients.graphql(installation, Milestones, { owner, name, ...page }, asked);
    return repository?.milestones;
  });
  return found.map(toMilestone);
}

/** GitHub's milestone as ours. */
export function toMilestone({ number, title, closed, dueOn }: MilestoneFieldsFragment): Milestone {
  return { number, title, isOpen: !closed, ...(dueOn !== null && { due: toDay(dueOn) }) };
}

const inLosAngeles = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The day a milestone is due. GitHub stores midnight in Los Angeles, 07:00 or 08:00 UTC, whoever set it, and shows the
 * day there: microsoft/PowerShellForGitHub#133.
 */
export function toDay(dueOn: string): string {
  const parts = new Map(inLosAngeles.formatToParts(new Date(dueOn)).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

/** The time to send for a day: noon UTC is the same day in Los Angeles, summer and winter. */
export function toDueOn(day: string): string {
  return `${day}T12:00:00Z`;
}
