import { randomBytes } from "node:crypto";
import type { Actor, Organization, ProjectV2, ProjectV2FieldConfiguration } from "./objects.ts";
import type { World } from "./world.ts";

/** A field to make in a new project. */
export interface NewProjectField {
  readonly name: string;
  readonly dataType: "TEXT" | "NUMBER" | "DATE" | "SINGLE_SELECT" | "ITERATION";
  /** Names of a single select's options. */
  readonly options?: readonly string[];
  /** Of an iteration field; `startDate` is `YYYY-MM-DD`, `duration` days. */
  readonly iterations?: readonly { readonly title: string; readonly startDate: string; readonly duration: number }[];
}

const builtIn = [
  { name: "Title", dataType: "TITLE" },
  { name: "Assignees", dataType: "ASSIGNEES" },
  { name: "Labels", dataType: "LABELS" },
  { name: "Milestone", dataType: "MILESTONE" },
  { name: "Repository", dataType: "REPOSITORY" },
] as const;

/** A new project of an organization. It has GitHub's own fields and a Status of Todo, In Progress and Done besides what is asked. */
export function createProject(
  world: World,
  creator: Actor,
  owner: Organization,
  input: { readonly title: string; readonly shortDescription?: string; readonly fields?: readonly NewProjectField[] },
): ProjectV2 {
  const project = world.register<ProjectV2>({
    ...world.stamp("ProjectV2"),
    owner,
    number: owner.projectsV2.length + 1,
    title: input.title,
    shortDescription: input.shortDescription ?? null,
    readme: null,
    closed: false,
    closedAt: null,
    public: false,
    creator,
    fields: [],
    items: [],
  });
  owner.projectsV2.push(project);
  for (const { name, dataType } of builtIn) {
    project.fields.push(world.register({ ...world.stamp("ProjectV2Field"), project, name, dataType }));
  }
  const hasStatus = input.fields?.some(({ name }) => name === "Status") ?? false;
  if (!hasStatus)
    addField(world, project, { name: "Status", dataType: "SINGLE_SELECT", options: ["Todo", "In Progress", "Done"] });
  for (const field of input.fields ?? []) addField(world, project, field);
  return project;
}

/** A new field of a project. */
function addField(world: World, project: ProjectV2, input: NewProjectField): ProjectV2FieldConfiguration {
  const field = world.register<ProjectV2FieldConfiguration>(toField(world, project, input));
  project.fields.push(field);
  return field;
}

function toField(
  world: World,
  project: ProjectV2,
  { name, dataType, ...input }: NewProjectField,
): ProjectV2FieldConfiguration {
  if (dataType === "SINGLE_SELECT") {
    const options = (input.options ?? []).map((option) => ({
      __typename: "ProjectV2SingleSelectFieldOption" as const,
      id: newOptionId(),
      name: option,
      description: "",
      color: "GRAY" as const,
    }));
    return { ...world.stamp("ProjectV2SingleSelectField"), project, name, dataType, options };
  }
  if (dataType === "ITERATION") {
    const iterations = (input.iterations ?? []).map((iteration) => ({
      __typename: "ProjectV2IterationFieldIteration" as const,
      id: newOptionId(),
      ...iteration,
    }));
    return { ...world.stamp("ProjectV2IterationField"), project, name, dataType, iterations };
  }
  return { ...world.stamp("ProjectV2Field"), project, name, dataType };
}

/** Ids of options and iterations are eight hexadecimal digits, not node ids. */
function newOptionId(): string {
  return randomBytes(4).toString("hex");
}
