import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Milestone } from "../../../core/planning.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { isTaken } from "../is-taken.ts";
import { milestones, toDueOn, toMilestone } from "./milestones.ts";

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
  const asked = { doing: `make a milestone in ${owner}/${repo}`, needs: "issues: write", isWrite: true };
  const draft = { title, ...(due !== undefined && { due_on: toDueOn(due) }) };
  try {
    const { data } = await clients.rest(installation, asked, (octokit) =>
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
