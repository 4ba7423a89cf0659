import type { TrackedIssue } from "../../core/issue-tracking.ts";
import type { ProjectItem } from "../../core/project.ts";
import type { FindTrackedIssueQuery, ProjectItemFieldsFragment } from "../generated/documents.ts";
import type { IsOurs } from "../own-account.ts";
import { present } from "../discussions/to-discussion.ts";
import { toCloseReason } from "./find-issue.ts";
import { toMilestone } from "./milestones.ts";

type Found = NonNullable<NonNullable<FindTrackedIssueQuery["repository"]>["issue"]>;
type ItemValue = ProjectItem["values"][number];
type ValueNode = NonNullable<NonNullable<ProjectItemFieldsFragment["fieldValues"]["nodes"]>[number]>;

/** GitHub's issue as ours, with its items in projects where these were read. */
export function toTrackedIssue(from: Found, isOurs: IsOurs): TrackedIssue {
  const { id, number, title, body, url, closedAt } = from;
  const closed = toCloseReason(from);
  const convertedTo = present(from.timelineItems.nodes)[0]?.discussion?.number;
  return {
    id,
    repository: from.repository.nameWithOwner,
    isPublic: from.repository.visibility === "PUBLIC",
    number,
    title,
    body,
    url,
    isOurs: isOurs(from),
    ...(closed && { closed }),
    ...(closedAt !== null && { closedAt: new Date(closedAt) }),
    ...(convertedTo !== undefined && { convertedTo }),
    labels: present(from.labels?.nodes).map(({ name }) => name),
    ...(from.milestone && { milestone: toMilestone(from.milestone) }),
    assignees: present(from.assignees.nodes).map(({ login }) => login),
    items: present(from.projectItems?.nodes).map(toItem),
    subIssues: present(from.subIssues.nodes).map((it) => it.number),
  };
}

function toItem({ id, project, fieldValues }: ProjectItemFieldsFragment): ProjectItem {
  return { id, project, values: present(fieldValues.nodes).flatMap((it) => toValue(it) ?? []) };
}

/** What follows from the issue, such as its title, is left out: it cannot be set here. */
function toValue(node: ValueNode): ItemValue | undefined {
  switch (node.__typename) {
    case "ProjectV2ItemFieldTextValue":
      if (node.text === null || node.field.dataType !== "TEXT") return undefined;
      return valueOf(node, node.text, { type: "text", text: node.text });
    case "ProjectV2ItemFieldNumberValue":
      return node.number === null
        ? undefined
        : valueOf(node, String(node.number), { type: "number", number: node.number });
    case "ProjectV2ItemFieldDateValue":
      return node.date === null ? undefined : valueOf(node, node.date, { type: "date", date: node.date });
    case "ProjectV2ItemFieldSingleSelectValue":
      return node.optionId === null
        ? undefined
        : valueOf(node, node.name ?? "", { type: "single-select", option: node.optionId });
    case "ProjectV2ItemFieldIterationValue":
      return valueOf(node, node.title, { type: "iteration", iteration: node.iterationId });
    default:
      return undefined;
  }
}

function valueOf(
  { field: { id, name } }: { readonly field: ItemValue["field"] },
  shown: string,
  value: ItemValue["value"],
): ItemValue {
  return { field: { id, name }, shown, value };
}
