import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RefusedError } from "../../core/errors.ts";
import type { TrackedIssue } from "../../core/issue-tracking.ts";
import { FindTrackedIssue, NewestIssues } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { present } from "../discussions/to-discussion.ts";
import { toTrackedIssue } from "./to-tracked-issue.ts";

/** An issue's address; names, since it may have moved to a repository we know nothing else of. */
type IssueAddress = Pick<RepositoryRef, "installation" | "owner" | "name"> & { readonly number: number };

/**
 * An issue with labels, milestone, people and projects. 1 point; 2 where we may not read the organization's projects, which
 * are then left out. One that is not there costs a REST request more, since GraphQL does not know what was transferred
 * (MarcusJellinghaus/mcp-workspace#256), and 1 point when it was.
 */
export async function findTrackedIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<TrackedIssue | undefined> {
  const address = { installation, owner, name, number };
  const here = await findAt(clients, address);
  if (here) return here;
  const moved = await findTransferred(clients, address);
  return moved && findAt(clients, moved);
}

/** Looked for among the fifty issues opened or changed last. 1 point, and what `findTrackedIssue` costs when it is there. */
export async function findIssueMadeFor(
  clients: GitHubClients,
  repository: RepositoryRef,
  matches: (body: string) => boolean,
  by: "opened" | "changed" = "opened",
): Promise<TrackedIssue | undefined> {
  const { installation, owner, name } = repository;
  const variables = { owner, name, by: by === "opened" ? "CREATED_AT" : "UPDATED_AT" } as const;
  const operation = { doing: `look for an issue of ours in ${owner}/${name}`, needs: "issues: read" };
  const answer = await clients.graphql(installation, NewestIssues, variables, operation);
  const isOurs = isOursBy(await clients.own(installation));
  const found = present(answer.repository?.issues.nodes).find((it) => isOurs(it) && matches(it.body));
  return found && findTrackedIssue(clients, repository, found.number);
}

async function findAt(clients: GitHubClients, address: IssueAddress): Promise<TrackedIssue | undefined> {
  try {
    return await readIssue(clients, address, true);
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    if (!(error instanceof RefusedError && error.reason === "permission")) throw error;
    // Boards are an optional extra; without it the rest must still be read.
    return readIssue(clients, address, false);
  }
}

async function readIssue(
  clients: GitHubClients,
  { installation, owner, name, number }: IssueAddress,
  withItems: boolean,
): Promise<TrackedIssue | undefined> {
  const operation = { doing: `read issue ${owner}/${name}#${number}`, needs: "issues: read" };
  const variables = { owner, name, number, withItems };
  const { repository } = await clients.graphql(installation, FindTrackedIssue, variables, operation);
  if (!repository?.issue) return undefined;
  return toTrackedIssue(repository.issue, isOursBy(await clients.own(installation)));
}

/**
 * Where a transferred issue is now: REST answers with a redirect to it, which is followed. 404 where the new repository
 * is out of sight, 410 where the issue was deleted:
 * https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
async function findTransferred(clients: GitHubClients, from: IssueAddress): Promise<IssueAddress | undefined> {
  const { installation, owner, name, number } = from;
  const operation = {
    doing: `find where issue ${owner}/${name}#${number} went`,
    needs: "issues: read",
    isWrite: false,
  };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.rest.issues.get({ owner, repo: name, issue_number: number }),
    );
    const [newName, newOwner] = data.repository_url.split("/").toReversed();
    const isHere = newOwner === owner && newName === name && data.number === number;
    if (isHere || data.pull_request || !newOwner || !newName) return undefined;
    return { installation, owner: newOwner, name: newName, number: data.number };
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}
