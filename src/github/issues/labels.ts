import type { RepositoryRef } from "../../core/discussion.ts";
import { Labels, AddLabels, LabelsOf, RemoveLabels } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { readPages } from "../read-pages.ts";
import type { LabelDraft } from "../../core/issue-tracking.ts";
import { isTaken } from "../refusal-reason.ts";
import { RefusedError } from "../../core/errors.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { present } from "../discussions/to-discussion.ts";

/** A label of the repository, by node id. */
interface KnownLabel {
  readonly id: string;
  readonly name: string;
}

/** All labels of a repository. 1 point for each hundred. */
export async function readLabels(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly KnownLabel[]> {
  const operation = { doing: `read the labels of ${owner}/${name}`, needs: "issues: read" };
  return readPages(async (page) => {
    const { repository } = await clients.graphql(installation, Labels, { owner, name, ...page }, operation);
    return repository?.labels;
  });
}

/** GitHub refuses longer ones. */
const maxDescriptionLength = 100;

/** A new label, or the one that has this name already. One REST request, and one more where somebody was faster. */
async function createLabel(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
  { name, color, description }: LabelDraft,
): Promise<KnownLabel> {
  const operation = { doing: `make a label in ${owner}/${repo}`, needs: "issues: write", isWrite: true };
  const draft = {
    name,
    ...(color !== undefined && { color }),
    ...(description !== undefined && { description: description.slice(0, maxDescriptionLength) }),
  };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
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

/** "Issues cannot have more than 100 labels": actions/labeler#115. */
const maxLabels = 100;

/** The permission depends on what is labelled. */
const needs = "issues: write, or discussions: write";

/**
 * Puts labels on an issue or discussion. 1 point for what it carries, 1 for each hundred labels of the repository, a
 * REST request for each that has to be made, 5 points for putting them on; no write at all when they are there.
 *
 * Only those that are missing are sent: GitHub adds up what is there and what comes before it looks whether they are
 * the same (actions/labeler#561).
 */
export async function addLabels(
  clients: GitHubClients,
  repository: RepositoryRef,
  subject: string,
  labels: readonly LabelDraft[],
): Promise<{ readonly notSet: readonly string[] }> {
  const there = await labelsOf(clients, repository, subject);
  const missing = labels.filter(
    ({ name }, index) => !isAmong(there, name) && labels.findIndex((it) => isSameName(it.name, name)) === index,
  );
  const fit = missing.slice(0, Math.max(0, maxLabels - there.length));
  const known = await mustExist(clients, repository, fit);
  if (known.length === 0) return { notSet: missing.map(({ name }) => name) };

  const operation = { doing: `set labels in ${repository.owner}/${repository.name}`, needs };
  const variables = { subject, labels: known.map(({ id }) => id) };
  const answer = await clients.graphql(repository.installation, AddLabels, variables, operation);
  const set = present(answer.addLabelsToLabelable?.labelable?.labels?.nodes);
  return { notSet: missing.map(({ name }) => name).filter((name) => !isAmong(set, name)) };
}

/** Takes labels off. 1 point for what is there, and 5 when something is to be taken off. */
export async function removeLabels(
  clients: GitHubClients,
  repository: RepositoryRef,
  subject: string,
  names: readonly string[],
): Promise<void> {
  const there = await labelsOf(clients, repository, subject);
  const labels = there.filter(({ name }) => names.some((it) => isSameName(it, name))).map(({ id }) => id);
  if (labels.length === 0) return;
  const operation = { doing: `take labels off in ${repository.owner}/${repository.name}`, needs };
  await clients.graphql(repository.installation, RemoveLabels, { subject, labels }, operation);
}

async function labelsOf(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  subject: string,
): Promise<readonly KnownLabel[]> {
  const operation = { doing: `read labels in ${owner}/${name}`, needs: "issues: read, or discussions: read" };
  const { node } = await clients.graphql(installation, LabelsOf, { subject }, operation);
  return present(node?.labels?.nodes);
}

/** The labels as the repository has them; what it has not is made. Names GitHub does not accept are left out. */
async function mustExist(
  clients: GitHubClients,
  repository: RepositoryRef,
  drafts: readonly LabelDraft[],
): Promise<readonly KnownLabel[]> {
  if (drafts.length === 0) return [];
  const known = await readLabels(clients, repository);
  const labels: KnownLabel[] = [];
  for (const draft of drafts) {
    const found = known.find(({ name }) => isSameName(name, draft.name));
    const label = found ?? (await createLabel(clients, repository, draft).catch(unlessInvalid));
    if (label) labels.push(label);
  }
  return labels;
}

function unlessInvalid(error: unknown): undefined {
  if (error instanceof RefusedError && error.reason === "invalid") return undefined;
  throw error;
}

function isAmong(labels: readonly { readonly name: string }[], name: string): boolean {
  return labels.some((it) => isSameName(it.name, name));
}
