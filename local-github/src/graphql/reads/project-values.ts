import type { ProjectV2FieldConfiguration, ProjectV2FieldValue, ProjectV2Item } from "../../world/objects.ts";

/** The value of one field of an item, as GraphQL's union has it. */
export type FieldValue = { readonly __typename: string; readonly field: ProjectV2FieldConfiguration } & Readonly<
  Record<string, unknown>
>;

/** All values an item has: the title first, then those set by somebody, in the order of the project's fields. */
export function toFieldValues(item: ProjectV2Item): FieldValue[] {
  return item.project.fields.flatMap((field) => {
    const value = toFieldValue(item, field);
    return value === undefined ? [] : [value];
  });
}

function toFieldValue(item: ProjectV2Item, field: ProjectV2FieldConfiguration): FieldValue | undefined {
  const value = item.values.get(field.id);
  const { content } = item;
  const isDraft = content.__typename === "DraftIssue";
  switch (field.dataType) {
    case "TITLE":
      return text(field, content.title);
    case "TEXT":
      return value?.text === undefined ? undefined : text(field, value.text);
    case "NUMBER":
      return value?.number === undefined
        ? undefined
        : { __typename: "ProjectV2ItemFieldNumberValue", field, number: value.number };
    case "DATE":
      return value?.date === undefined
        ? undefined
        : { __typename: "ProjectV2ItemFieldDateValue", field, date: value.date };
    case "SINGLE_SELECT":
      return toSelected(field, value);
    case "ITERATION":
      return toIteration(field, value);
    case "MILESTONE":
      return isDraft || content.milestone === null
        ? undefined
        : { __typename: "ProjectV2ItemFieldMilestoneValue", field, milestone: content.milestone };
    case "REPOSITORY":
      return isDraft
        ? undefined
        : { __typename: "ProjectV2ItemFieldRepositoryValue", field, repository: content.repository };
    default:
      // Labels and assignees are connections of their own, which are read from the issue.
      return undefined;
  }
}

function text(field: ProjectV2FieldConfiguration, value: string): FieldValue {
  return { __typename: "ProjectV2ItemFieldTextValue", field, text: value };
}

function toSelected(
  field: Extract<ProjectV2FieldConfiguration, { dataType: "SINGLE_SELECT" }>,
  value: ProjectV2FieldValue | undefined,
): FieldValue | undefined {
  const option = field.options.find(({ id }) => id === value?.singleSelectOptionId);
  if (option === undefined) return undefined;
  const { id: optionId, name, color, description } = option;
  return { __typename: "ProjectV2ItemFieldSingleSelectValue", field, optionId, name, color, description };
}

function toIteration(
  field: Extract<ProjectV2FieldConfiguration, { dataType: "ITERATION" }>,
  value: ProjectV2FieldValue | undefined,
): FieldValue | undefined {
  const iteration = field.iterations.find(({ id }) => id === value?.iterationId);
  if (iteration === undefined) return undefined;
  const { id: iterationId, title, startDate, duration } = iteration;
  return { __typename: "ProjectV2ItemFieldIterationValue", field, iterationId, title, startDate, duration };
}
