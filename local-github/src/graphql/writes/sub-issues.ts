import { refusal } from "../../world/error-texts.ts";
import type { Issue } from "../../world/objects.ts";
import { addSubIssue, removeSubIssue } from "../../world/planning/sub-issues.ts";
import { mustMay } from "../context.ts";
import type { Fields, GraphQLContext } from "../context.ts";
import { mutation } from "./mutation.ts";

/** The published schema has these, its package of types does not. */
interface RemoveSubIssueInput {
  readonly issueId: string;
  readonly subIssueId: string;
}
interface AddSubIssueInput {
  readonly issueId: string;
  readonly subIssueId?: string | null;
  readonly replaceParent?: boolean | null;
}

function mustFindIssue(context: GraphQLContext, id: string): Issue {
  const issue = context.world.node(id, "Issue");
  mustMay(context, issue.repository, "issues", "write");
  return issue;
}

export const subIssueMutations: Fields = {
  addSubIssue: mutation((input: AddSubIssueInput, context) => {
    if (input.subIssueId == null) throw refusal("searchNotEmulated", { what: "sub-issues by URL" });
    const issue = mustFindIssue(context, input.issueId);
    const subIssue = mustFindIssue(context, input.subIssueId);
    addSubIssue(context.world, context.viewer.actor, issue, subIssue, input.replaceParent ?? false);
    return { issue, subIssue };
  }),
  removeSubIssue: mutation((input: RemoveSubIssueInput, context) => {
    const issue = mustFindIssue(context, input.issueId);
    const subIssue = mustFindIssue(context, input.subIssueId);
    removeSubIssue(context.world, context.viewer.actor, issue, subIssue);
    return { issue, subIssue };
  }),
};
