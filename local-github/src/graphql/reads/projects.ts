import { refusal } from "../../world/error-texts.ts";
import type {
  Organization,
  ProjectV2,
  ProjectV2Item,
  ProjectV2IterationField,
  ProjectV2SingleSelectField,
  User,
} from "../../world/objects.ts";
import { sameName } from "../../world/world.ts";
import { toConnection, type PageArguments } from "../connection.ts";
import { mayInOrganization, type Fields, type GraphQLContext } from "../context.ts";
import { toFieldValues, type FieldValue } from "./project-values.ts";
import { linkFields } from "./comment-fields.ts";

/**
 * What of an owner's projects the viewer may read. Installation tokens see no project of a user at all: an empty list,
 * not an error. https://docs.github.com/en/issues/planning-and-tracking-with-projects/automating-your-project/using-the-api-to-manage-projects
 */
function projectsOf(context: GraphQLContext, owner: Organization | User): readonly ProjectV2[] {
  if (owner.__typename === "User" && context.viewer.kind !== "person") return [];
  const all = context.world.all("ProjectV2").filter((project) => project.owner === owner);
  const mayRead = mayInOrganization(context, owner, "organization_projects", "read");
  return mayRead ? all : all.filter((project) => project.public);
}

/** Fields of organizations and users about their projects. */
export const projectOwnerFields: Fields = {
  projectV2: (owner: Organization | User, { number }: { readonly number: number }, context) => {
    const found = projectsOf(context, owner).find((project) => project.number === number);
    if (found === undefined) throw refusal("numberNotFound", { type: "a ProjectV2", number });
    return found;
  },
  projectsV2: (owner: Organization | User, args: PageArguments & { readonly query?: string | null }, context) => {
    const wanted = projectsOf(context, owner).filter(
      ({ title }) => args.query == null || title.toLowerCase().includes(args.query.toLowerCase()),
    );
    return toConnection(wanted, args, "projectsV2");
  },
};

export const projectFields: Fields = {
  ...linkFields,
  fields: (project: ProjectV2, args: PageArguments) => toConnection(project.fields, args, "fields"),
  field: (project: ProjectV2, { name }: { readonly name: string }) =>
    project.fields.find((field) => sameName(field.name, name)) ?? null,
  // Archived ones are left out; an issue tells of them (`Issue.projectItems`).
  items: (project: ProjectV2, args: PageArguments) =>
    toConnection(
      project.items.filter((item) => !item.isArchived),
      args,
      "items",
    ),
};

export const singleSelectFieldFields: Fields = {
  options: ({ options }: ProjectV2SingleSelectField, { names }: { readonly names?: readonly string[] | null }) =>
    options.filter(({ name }) => names == null || names.includes(name)),
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Iterations that are over stand apart from those that run or come: EndBug/project-fields#76. Where a day ends is not
 * documented; here it does in UTC.
 */
export const iterationFieldFields: Fields = {
  configuration: ({ iterations }: ProjectV2IterationField, _args, { world }) => {
    const hasEnded = ({ startDate, duration }: (typeof iterations)[number]) =>
      Date.parse(startDate) + duration * dayMs <= world.now().getTime();
    return {
      __typename: "ProjectV2IterationFieldConfiguration",
      iterations: iterations.filter((it) => !hasEnded(it)),
      completedIterations: iterations.filter(hasEnded),
      duration: iterations[0]?.duration ?? 14,
      startDay: 1,
    };
  },
};

export const projectItemFields: Fields = {
  type: (item: ProjectV2Item) =>
    ({ Issue: "ISSUE", PullRequest: "PULL_REQUEST", DraftIssue: "DRAFT_ISSUE" })[item.content.__typename],
  fieldValues: (item: ProjectV2Item, args: PageArguments) => toConnection(toFieldValues(item), args, "fieldValues"),
  fieldValueByName: (item: ProjectV2Item, { name }: { readonly name: string }): FieldValue | null =>
    toFieldValues(item).find(({ field }) => sameName(field.name, name)) ?? null,
};
