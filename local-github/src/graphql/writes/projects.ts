import type {
  AddProjectV2DraftIssueInput,
  AddProjectV2ItemByIdInput,
  ArchiveProjectV2ItemInput,
  ClearProjectV2ItemFieldValueInput,
  DeleteProjectV2ItemInput,
  UnarchiveProjectV2ItemInput,
  UpdateProjectV2ItemFieldValueInput,
} from "@octokit/graphql-schema";
import { refusal } from "../../world/error-texts.ts";
import type {
  ProjectV2,
  ProjectV2FieldConfiguration,
  ProjectV2FieldValue,
  ProjectV2Item,
} from "../../world/objects.ts";
import {
  addDraftIssue,
  addItem,
  clearFieldValue,
  deleteItem,
  setFieldValue,
  setItemArchived,
} from "../../world/project-items.ts";
import { mayInOrganization } from "../context.ts";
import type { Fields, GraphQLContext } from "../context.ts";
import { mutation } from "./mutation.ts";

function mustFindProject(context: GraphQLContext, id: string): ProjectV2 {
  const project = context.world.node(id, "ProjectV2");
  if (!mayInOrganization(context, project.owner, "organization_projects", "write")) {
    throw refusal("notAccessibleByIntegration");
  }
  return project;
}

function mustFindItem(context: GraphQLContext, projectId: string, itemId: string): ProjectV2Item {
  const project = mustFindProject(context, projectId);
  const item = context.world.node(itemId, "ProjectV2Item");
  if (item.project !== project) throw refusal("nodeNotFound", { id: itemId });
  return item;
}

function mustFindField({ world }: GraphQLContext, id: string): ProjectV2FieldConfiguration {
  return world.node(id, "ProjectV2Field", "ProjectV2SingleSelectField", "ProjectV2IterationField");
}

/** Inputs hold nulls for what was not given; exactly one value is left. */
function toValue(value: UpdateProjectV2ItemFieldValueInput["value"]): ProjectV2FieldValue {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined));
}

export const projectMutations: Fields = {
  addProjectV2ItemById: mutation((input: AddProjectV2ItemByIdInput, context) => {
    const project = mustFindProject(context, input.projectId);
    const content = context.world.byId.get(input.contentId);
    if (content?.__typename !== "Issue" && content?.__typename !== "PullRequest") {
      throw refusal("projectContentNotFound", { id: input.contentId });
    }
    return { item: addItem(context.world, context.viewer.actor, project, content) };
  }),
  addProjectV2DraftIssue: mutation((input: AddProjectV2DraftIssueInput, context) => {
    const project = mustFindProject(context, input.projectId);
    const draft = { title: input.title, body: input.body ?? "" };
    return { projectItem: addDraftIssue(context.world, context.viewer.actor, project, draft) };
  }),
  updateProjectV2ItemFieldValue: mutation((input: UpdateProjectV2ItemFieldValueInput, context) => {
    const item = mustFindItem(context, input.projectId, input.itemId);
    const field = mustFindField(context, input.fieldId);
    return { projectV2Item: setFieldValue(context.world, context.viewer.actor, item, field, toValue(input.value)) };
  }),
  clearProjectV2ItemFieldValue: mutation((input: ClearProjectV2ItemFieldValueInput, context) => {
    const item = mustFindItem(context, input.projectId, input.itemId);
    const field = mustFindField(context, input.fieldId);
    return { projectV2Item: clearFieldValue(context.world, context.viewer.actor, item, field) };
  }),
  archiveProjectV2Item: mutation((input: ArchiveProjectV2ItemInput, context) => ({
    item: setItemArchived(
      context.world,
      context.viewer.actor,
      mustFindItem(context, input.projectId, input.itemId),
      true,
    ),
  })),
  unarchiveProjectV2Item: mutation((input: UnarchiveProjectV2ItemInput, context) => ({
    item: setItemArchived(
      context.world,
      context.viewer.actor,
      mustFindItem(context, input.projectId, input.itemId),
      false,
    ),
  })),
  deleteProjectV2Item: mutation((input: DeleteProjectV2ItemInput, context) => {
    deleteItem(context.world, context.viewer.actor, mustFindItem(context, input.projectId, input.itemId));
    return { deletedItemId: input.itemId };
  }),
};
