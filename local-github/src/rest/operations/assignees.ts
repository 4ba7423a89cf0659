import { assign, assignableIn, unassign } from "../../world/planning/assignees.ts";
import { sameName } from "../../world/world.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import { mustFind, repositoryOperation, type RestOperation } from "../rest-operation.ts";
import { toAccount } from "../shapes/account.ts";
import { toIssue } from "../shapes/issue.ts";
import { findThread } from "./issues.ts";

const READ = "issues=read; pull_requests=read";
const WRITE = "issues=write; pull_requests=write";
const ASSIGNEES = "/repos/{owner}/{repo}/issues/{issue_number}/assignees";

/** Who may be assigned, and who is. */
export const assigneeOperations: readonly RestOperation[] = [
  repositoryOperation("GET /repos/{owner}/{repo}/assignees", READ, "issues/assignees#list-assignees", (request) =>
    paged(request, assignableIn(request.world, request.repository), (user) => toAccount(request.world, user)),
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/assignees/{assignee}",
    READ,
    "issues/assignees#check-if-a-user-can-be-assigned",
    ({ world, repository, parameters }) => {
      mustFind(assignableIn(world, repository).find(({ login }) => sameName(login, parameters["assignee"] ?? "")));
      return noContent;
    },
  ),
  repositoryOperation(`POST ${ASSIGNEES}`, WRITE, "issues/assignees#add-assignees-to-an-issue", (request) => {
    const { world, viewer, input } = request;
    const issue = findThread(request);
    assign(world, viewer.actor, issue, input.optionalTexts("assignees") ?? []);
    return created(toIssue(world, issue));
  }),
  repositoryOperation(`DELETE ${ASSIGNEES}`, WRITE, "issues/assignees#remove-assignees-from-an-issue", (request) => {
    const { world, viewer, input } = request;
    const issue = findThread(request);
    unassign(world, viewer.actor, issue, input.optionalTexts("assignees") ?? []);
    return ok(toIssue(world, issue));
  }),
];
