import { refusal } from "../../world/error-texts.ts";
import type { Issue, ProjectV2Item, PullRequest, Repository } from "../../world/objects.ts";
import { assignableIn } from "../../world/planning/assignees.ts";
import { toConnection } from "../connection.ts";
import type { PageArguments } from "../connection.ts";
import { mayInOrganization, mustMay } from "../context.ts";
import type { Fields } from "../context.ts";

/** A repository's fields about who may work on its issues. */
export const repositoryPlanningFields: Fields = {
  assignableUsers: (repository: Repository, args: PageArguments & { readonly query?: string | null }, context) => {
    mustMay(context, repository, ["issues", "pull_requests"], "read");
    const query = args.query?.toLowerCase() ?? "";
    const found = assignableIn(context.world, repository).filter(
      ({ login, name }) => login.toLowerCase().includes(query) || (name ?? "").toLowerCase().includes(query),
    );
    return toConnection(found, args, "assignableUsers");
  },
};

/**
 * Places on boards, for issues and pull requests alike. Those on boards the viewer may not read are left out: whether
 * GitHub does so or refuses the field is not known.
 */
export const boardPlacesFields: Fields = {
  projectItems: (
    thread: Issue | PullRequest,
    args: PageArguments & { readonly includeArchived?: boolean | null },
    context,
  ) => {
    const found = context.world
      .all("ProjectV2Item")
      .filter((item) => item.content === thread && (args.includeArchived !== false || !item.isArchived))
      .filter(({ project }: ProjectV2Item) => {
        const isHidden = project.owner.__typename === "User" && context.viewer.kind !== "person";
        return (
          !isHidden && (project.public || mayInOrganization(context, project.owner, "organization_projects", "read"))
        );
      });
    return toConnection(found, args, "projectItems");
  },
};

/** An issue's fields about what became of it. */
export const issuePlanningFields: Fields = {
  subIssues: (issue: Issue, args: PageArguments) => toConnection(issue.subIssues, args, "subIssues"),
  timelineItems: (issue: Issue, args: PageArguments & { readonly itemTypes?: readonly string[] | null }) => {
    const asked = args.itemTypes ?? [];
    if (asked.length !== 1 || asked[0] !== "CONVERTED_TO_DISCUSSION_EVENT") {
      throw refusal("searchNotEmulated", { what: `timeline items but for conversions to discussions` });
    }
    const discussion = issue.convertedTo;
    const events = discussion
      ? [{ __typename: "ConvertedToDiscussionEvent", createdAt: issue.closedAt, discussion }]
      : [];
    return toConnection(events, args, "timelineItems");
  },
};
