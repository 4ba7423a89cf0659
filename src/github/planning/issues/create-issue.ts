import type { RepositoryRef } from "../../../core/discussion.ts";
import type { CreatedIssue, IssueDraft } from "../../../core/planning.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { partsNotSet } from "./parts-not-set.ts";

/**
 * Opens an issue. One REST request: it takes names where GraphQL takes ids, knows issue types, and its answer tells what
 * was dropped. GitHub drops labels, milestone, assignees and type without a word where we may not set them:
 * https://docs.github.com/en/rest/issues/issues#create-an-issue
 */
export async function createIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  { title, body, labels, milestone, assignees, type }: IssueDraft,
): Promise<CreatedIssue> {
  const asked = { doing: `open an issue in ${owner}/${name}`, needs: "issues: write", isWrite: true };
  const parts = {
    ...(labels && { labels: [...labels] }),
    ...(milestone !== undefined && { milestone }),
    ...(assignees && { assignees: [...assignees] }),
    ...(type !== undefined && { type }),
  };
  const { data } = await clients.rest(installation, asked, (octokit) =>
    octokit.rest.issues.create({ owner, repo: name, title, body, ...parts }),
  );
  const notSet = partsNotSet(parts, data);
  return { id: data.node_id, number: data.number, url: data.html_url, notSet };
}
