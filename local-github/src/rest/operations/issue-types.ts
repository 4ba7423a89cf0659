import { ok } from "../answers.ts";
import { notFound, repositoryOperation, type RestOperation } from "../rest-operation.ts";
import { toIssueType } from "../shapes/issue.ts";

/** Issue types, which repositories have from their organization. */
export const issueTypeOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/issue-types",
    "metadata=read",
    "repos/repos#list-repository-issue-types",
    ({ repository: { owner } }) => {
      if (owner.__typename === "User") throw notFound();
      return ok(owner.issueTypes.map(toIssueType));
    },
  ),
];
