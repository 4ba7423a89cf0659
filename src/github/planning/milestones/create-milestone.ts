import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Milestone } from "../../../core/planning.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { isTaken } from "../is-taken.ts";
import { isSameName } from "../labels/labels.ts";
import { milestones, toDueOn, toMilestone } from "./milestones.ts";

/**
 * A new milestone, or the one that has the title. One REST request (GraphQL has no mutation for it); where the title is
 * taken, 1 point for each hundred milestones more.
 */
export async function createMilestone(
  clients: GitHubClients,
  repository: RepositoryRef,
  { title, due }: { readonly title: string; readonly due?: string },
): Promise<Milestone> {
  const { installation, owner, name: repo } = repository;
  const asked = { doing: `make a milestone in ${owner}/${repo}`, needs: "issues: write", isWrite: true };
  const draft = { title, ...(due !== undefined && { due_on: toDueOn(due) }) };
  try {
    const { data } = await clients.rest(installation, asked, (octokit) =>
      octokit.rest.issues.createMilestone({ owner, repo, ...draft }),
    );
    return toMilestone({ ...data, closed: data.state === "closed", dueOn: data.due_on });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const known = await milestones(clients, repository);
    const same = known.find((it) => it.title === title) ?? known.find((it) => isSameName(it.title, title));
    if (!same) throw error;
    return same;
  }
}
