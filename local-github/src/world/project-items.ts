import { refusal } from "./error-texts.ts";
import type {
  Actor,
  DraftIssue,
  Issue,
  ProjectV2,
  ProjectV2FieldConfiguration,
  ProjectV2FieldValue,
  ProjectV2Item,
  ProjectV2IterationField,
  ProjectV2SingleSelectField,
  PullRequest,
} from "./objects.ts";
import type { World } from "./world.ts";

/** Put an issue or pull request on a board; what is there already is answered as it is. */
export function addItem(world: World, actor: Actor, project: ProjectV2, content: Issue | PullRequest): ProjectV2Item {
  const there = project.items.find((item) => item.content === content);
  return there ?? createItem(world, actor, project, content);
}

/** Put a note on a board that is no issue yet. */
export function addDraftIssue(
  world: World,
  actor: Actor,
  project: ProjectV2,
  input: { readonly title: string; readonly body?: string },
): ProjectV2Item {
  if (input.title.trim() === "") throw refusal("blank", { field: "Title" });
  const draft = world.register<DraftIssue>({
    ...world.stamp("DraftIssue"),
    title: input.title,
    body: input.body ?? "",
    creator: actor,
  });
  return createItem(world, actor, project, draft);
}

function createItem(world: World, actor: Actor, project: ProjectV2, content: ProjectV2Item["content"]): ProjectV2Item {
  const item = world.register<ProjectV2Item>({
    ...world.stamp("ProjectV2Item"),
    project,
    content,
    creator: actor,
    isArchived: false,
    values: new Map(),
  });
  project.items.push(item);
  world.touch(project);
  emitItem(world, actor, item, "created");
  return item;
}

/** Set one field of an item. Throws where the field takes no such value or follows from the issue. */
export function setFieldValue(
  world: World,
  actor: Actor,
  item: ProjectV2Item,
  field: ProjectV2FieldConfiguration,
  value: ProjectV2FieldValue,
): ProjectV2Item {
  if (field.project !== item.project) throw refusal("nodeNotFound", { id: field.id });
  item.values.set(field.id, checkValue(field, value));
  world.touch(item);
  emitItem(world, actor, item, "edited", field);
  return item;
}

/** Empty one field of an item. */
export function clearFieldValue(
  world: World,
  actor: Actor,
  item: ProjectV2Item,
  field: ProjectV2FieldConfiguration,
): ProjectV2Item {
  if (field.project !== item.project) throw refusal("nodeNotFound", { id: field.id });
  if (item.values.delete(field.id)) emitItem(world, actor, item, "edited", field);
  world.touch(item);
  return item;
}

/** Hide an item from its board, or show it again. */
export function setItemArchived(world: World, actor: Actor, item: ProjectV2Item, isArchived: boolean): ProjectV2Item {
  if (item.isArchived === isArchived) return item;
  item.isArchived = isArchived;
  world.touch(item);
  emitItem(world, actor, item, isArchived ? "archived" : "restored");
  return item;
}

/** Take an item off its board. The issue itself stays. */
export function deleteItem(world: World, actor: Actor, item: ProjectV2Item): void {
  item.project.items.splice(item.project.items.indexOf(item), 1);
  world.forget(item);
  emitItem(world, actor, item, "deleted");
}

function checkValue(field: ProjectV2FieldConfiguration, value: ProjectV2FieldValue): ProjectV2FieldValue {
  const keys = Object.keys(value);
  if (keys.length !== 1) throw refusal("projectValueInvalid", { problem: "Exactly one value must be given" });
  const fits = ((): boolean => {
    switch (field.dataType) {
      case "TEXT":
        return value.text !== undefined;
      case "NUMBER":
        return value.number !== undefined;
      case "DATE":
        return value.date !== undefined && !Number.isNaN(Date.parse(value.date));
      case "SINGLE_SELECT":
        return hasOption(field, value);
      case "ITERATION":
        return hasIteration(field, value);
      default:
        throw refusal("projectFieldReadOnly", { dataType: field.dataType.toLowerCase() });
    }
  })();
  if (!fits) throw refusal("projectValueInvalid", { problem: `The value does not fit the field ${field.name}` });
  return value;
}

function hasOption({ options }: ProjectV2SingleSelectField, { singleSelectOptionId }: ProjectV2FieldValue): boolean {
  if (singleSelectOptionId === undefined) return false;
  if (options.some(({ id }) => id === singleSelectOptionId)) return true;
  throw refusal("projectOptionInvalid");
}

function hasIteration({ iterations }: ProjectV2IterationField, { iterationId }: ProjectV2FieldValue): boolean {
  if (iterationId === undefined) return false;
  if (iterations.some(({ id }) => id === iterationId)) return true;
  throw refusal("projectValueInvalid", { problem: "The iteration Id does not belong to the field" });
}

function emitItem(
  world: World,
  actor: Actor,
  item: ProjectV2Item,
  action: "created" | "edited" | "deleted" | "archived" | "restored",
  field?: ProjectV2FieldConfiguration,
): void {
  const organization = item.project.owner;
  // Webhooks of projects belong to organizations; a user's projects send none.
  if (organization.__typename === "User") return;
  const changed = field === undefined ? {} : { fieldNodeId: field.id, fieldType: field.dataType.toLowerCase() };
  world.emit({ event: "projects_v2_item", action, organization, item, actor, ...changed });
}
