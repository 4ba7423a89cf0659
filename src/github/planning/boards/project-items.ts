import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import type { FieldValue } from "../../../core/project.ts";
import {
  AddToProject,
  ClearProjectField,
  PlacesOf,
  RemoveFromProject,
  SetProjectField,
  type ProjectV2FieldValue,
} from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { present } from "../../to-discussion.ts";
import { isTaken } from "../is-taken.ts";

const needs = "organization_projects: write";

/**
 * Puts an issue on a board. 5 points. One that is there is answered with its item, or refused with "Content already
 * exists in this project" (gr2m/github-project#89); then its item is read, for 1 point.
 */
export async function addToProject(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  issue: string,
): Promise<string> {
  const asked = { doing: `add an issue to a project of ${owner}`, needs };
  try {
    const answer = await clients.graphql(installation, AddToProject, { project, issue }, asked);
    const item = answer.addProjectV2ItemById?.item?.id;
    if (item === undefined) throw new Error(`Could not ${asked.doing}; whether it was done is unknown: no item came`);
    return item;
  } catch (error) {
    if (!isTaken(error)) throw error;
    const places = { doing: `read the boards of an issue of ${owner}`, needs: "organization_projects: read" };
    const { node } = await clients.graphql(installation, PlacesOf, { issue }, places);
    const item = present(node?.projectItems.nodes).find((it) => it.project.id === project);
    if (!item) throw error;
    return item.id;
  }
}

/** Takes an item off a board. One that is off already is no harm. 5 points. */
export async function removeFromProject(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  item: string,
): Promise<void> {
  const asked = { doing: `take an issue off a project of ${owner}`, needs };
  try {
    await clients.graphql(installation, RemoveFromProject, { project, item }, asked);
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
  const asked = { doing: `set a field in a project of ${owner}`, needs };
  await clients.graphql(installation, SetProjectField, { project, item, field, value: toInput(value) }, asked);
}

/** Empties one field of an item; an empty one stays so. 5 points. */
export async function clearProjectField(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  project: string,
  item: string,
  field: string,
): Promise<void> {
  const asked = { doing: `empty a field in a project of ${owner}`, needs };
  await clients.graphql(installation, ClearProjectField, { project, item, field }, asked);
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
