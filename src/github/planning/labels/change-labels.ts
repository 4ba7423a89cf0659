import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import type { LabelDraft } from "../../../core/planning.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { AddLabels, LabelsOf, RemoveLabels } from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { present } from "../../to-discussion.ts";
import { createLabel } from "./create-label.ts";
import { readLabels, type KnownLabel } from "./labels.ts";

/** "Issues cannot have more than 100 labels": actions/labeler#115. */
const mostLabels = 100;

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
  const fit = missing.slice(0, Math.max(0, mostLabels - there.length));
  const known = await mustExist(clients, repository, fit);
  if (known.length === 0) return { notSet: missing.map(({ name }) => name) };

  const asked = { doing: `set labels in ${repository.owner}/${repository.name}`, needs };
  const variables = { subject, labels: known.map(({ id }) => id) };
  const answer = await clients.graphql(repository.installation, AddLabels, variables, asked);
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
  const asked = { doing: `take labels off in ${repository.owner}/${repository.name}`, needs };
  await clients.graphql(repository.installation, RemoveLabels, { subject, labels }, asked);
}

async function labelsOf(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  subject: string,
): Promise<readonly KnownLabel[]> {
  const asked = { doing: `read labels in ${owner}/${name}`, needs: "issues: read, or discussions: read" };
  const { node } = await clients.graphql(installation, LabelsOf, { subject }, asked);
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
