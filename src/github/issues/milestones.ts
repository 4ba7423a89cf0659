import type { RepositoryRef } from "../../core/discussion.ts";
import type { Milestone } from "../../core/issue-tracking.ts";
import { Milestones, type MilestoneFieldsFragment } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { readPages } from "../read-pages.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { isTaken } from "../refusal-reason.ts";

/** All milestones of a repository, open and closed. 1 point for each hundred. */
export async function milestones(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly Milestone[]> {
  const operation = { doing: `read the milestones of ${owner}/${name}`, needs: "issues: read" };
  const found = await readPages(async (page) => {
    const { repository } = await clients.graphql(installation, Milestones, { owner, name, ...page }, operation);
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

/**
 * A new milestone, or the one that has the title. 1 point for each hundred milestones, and a REST request where there is
 * none (GraphQL has no mutation for it). Looked for first, since to GitHub `v2` and `V2` are two
 * (wso2/labs-agentic-engineer#313), which is never what somebody wants.
 */
export async function createMilestone(
  clients: GitHubClients,
  repository: RepositoryRef,
  { title, due }: { readonly title: string; readonly due?: string },
): Promise<Milestone> {
  const { installation, owner, name: repo } = repository;
  const there = await findByTitle(clients, repository, title);
  if (there) return there;
  const operation = { doing: `make a milestone in ${owner}/${repo}`, needs: "issues: write", isWrite: true };
  const draft = { title, ...(due !== undefined && { due_on: toDueOn(due) }) };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.rest.issues.createMilestone({ owner, repo, ...draft }),
    );
    return toMilestone({ ...data, closed: data.state === "closed", dueOn: data.due_on });
  } catch (error) {
    // Somebody was faster.
    const same = isTaken(error) ? await findByTitle(clients, repository, title) : undefined;
    if (!same) throw error;
    return same;
  }
}

async function findByTitle(
  clients: GitHubClients,
  repository: RepositoryRef,
  title: string,
): Promise<Milestone | undefined> {
  const known = await milestones(clients, repository);
  return known.find((it) => it.title === title) ?? known.find((it) => isSameName(it.title, title));
}
