import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { FieldValue } from "../../core/project.ts";
import {
  AddToProject,
  ClearProjectField,
  ItemsOfIssue,
  RemoveFromProject,
  SetProjectField,
  type ProjectV2FieldValue,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { present } from "../discussions/to-discussion.ts";
import { isTaken } from "../refusal-reason.ts";

const needs = "organization_projects: write";

/**
 * Puts an issue into a project. 5 points. One that is there is answered with its item, or refused with "Content already
 * exists in this project" (gr2m/github-project#89); then its item is read, for 1 point.
 */
export async function addToProject(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  issue: string,
): Promise<string> {
  const operation = { doing: `add an issue to a project of ${owner}`, needs };
  try {
    const answer = await clients.graphql(installation, AddToProject, { project, issue }, operation);
    const item = answer.addProjectV2ItemById?.item?.id;
    if (item === undefined)
      throw new Error(`Could not ${operation.doing}; whether it was done is unknown: no item came`);
    return item;
  } catch (error) {
    if (!isTaken(error)) throw error;
    const reading = { doing: `read the boards of an issue of ${owner}`, needs: "organization_projects: read" };
    const { node } = await clients.graphql(installation, ItemsOfIssue, { issue }, reading);
    const item = present(node?.projectItems.nodes).find((it) => it.project.id === project);
    if (!item) throw error;
    return item.id;
  }
}

/** Takes an item out of a project. One that is not there is no harm. 5 points. */
export async function removeFromProject(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  item: string,
): Promise<void> {
  const operation = { doing: `take an issue off a project of ${owner}`, needs };
  try {
    await clients.graphql(installation, RemoveFromProject, { project, item }, operation);
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
  }
}

/** Sets one field of an item. 5 points. Setting and adding cannot be one request, says GitHub. */
export async function setProjectField(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  item: string,
  field: string,
  value: FieldValue,
): Promise<void> {
  const operation = { doing: `set a field in a project of ${owner}`, needs };
  await clients.graphql(installation, SetProjectField, { project, item, field, value: toInput(value) }, operation);
}

/** Empties one field of an item; an empty one stays so. 5 points. */
export async function clearProjectField(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  item: string,
  field: string,
): Promise<void> {
  const operation = { doing: `empty a field in a project of ${owner}`, needs };
  await clients.graphql(installation, ClearProjectField, { project, item, field }, operation);
}

function toInput(value: FieldValue): ProjectV2FieldValue {
  switch (value.type) {
    case "text":
      return { text: value.text };
    case "number":
      return { number: value.number };
    case "date":
      return { date: value.date };
    case "single-select":
      return { singleSelectOptionId: value.option };
    case "iteration":
      return { iterationId: value.iteration };
  }
}
