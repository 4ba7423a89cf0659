import { refusal } from "../../world/error-texts.ts";
import type { Issue, ProjectV2, PullRequest, Repository } from "../../world/objects.ts";
import { assignableIn } from "../../world/assignees.ts";
import { toConnection, type PageArguments } from "../connection.ts";
import { mayInOrganization, mustMay, type Fields, type GraphQLContext } from "../context.ts";

/** A repository's fields about who may work on its issues. */
export const assignableUserFields: Fields = {
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
 * Places on boards, for issues and pull requests alike. Boards of a person are hidden from apps; an app without the
 * permission is refused the field where there is a board of the organization (cli/cli#13281 shows it for a token of a
 * person, in the words for tokens). People do not see places on boards they may not read.
 */
export const projectItemsFields: Fields = {
  projectItems: (
    thread: Issue | PullRequest,
    args: PageArguments & { readonly includeArchived?: boolean | null },
    context,
  ) => {
    const isPerson = context.viewer.kind === "person";
    const found = context.world
      .all("ProjectV2Item")
      .filter((item) => item.content === thread && (args.includeArchived !== false || !item.isArchived))
      .filter(({ project }) => isPerson || project.owner.__typename === "Organization");
    const seen = found.filter(({ project }) => mayRead(context, project));
    if (!isPerson && seen.length < found.length) throw refusal("notAccessibleByIntegration");
    return toConnection(seen, args, "projectItems");
  },
};

function mayRead(context: GraphQLContext, { owner, public: isPublic }: ProjectV2): boolean {
  return isPublic || mayInOrganization(context, owner, "organization_projects", "read");
}

/** An issue's fields about what became of it. */
export const issueHierarchyFields: Fields = {
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
