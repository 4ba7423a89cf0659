import type { RepositoryRef } from "../../../core/discussion.ts";
import type { LabelDraft } from "../../../core/planning.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { isTaken } from "../is-taken.ts";
import type { KnownLabel } from "./labels.ts";

/** GitHub refuses longer ones. */
const longestDescription = 100;

/** A new label, or the one that has this name already. One REST request, and one more where somebody was faster. */
export async function createLabel(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
  { name, color, description }: LabelDraft,
): Promise<KnownLabel> {
  const asked = { doing: `make a label in ${owner}/${repo}`, needs: "issues: write", isWrite: true };
  const draft = {
    name,
    ...(color !== undefined && { color }),
    ...(description !== undefined && { description: description.slice(0, longestDescription) }),
  };
  try {
    const { data } = await clients.rest(installation, asked, (octokit) =>
      octokit.rest.issues.createLabel({ owner, repo, ...draft }),
    );
    return { id: data.node_id, name: data.name };
  } catch (error) {
    if (!isTaken(error)) throw error;
    const again = { doing: `read a label of ${owner}/${repo}`, needs: "issues: read", isWrite: false };
    const { data } = await clients.rest(installation, again, (octokit) =>
      octokit.rest.issues.getLabel({ owner, repo, name }),
    );
    return { id: data.node_id, name: data.name };
  }
}
