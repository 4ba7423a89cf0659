import type { RestAnswer } from "../../request-context.ts";
import { validationFailed } from "../../world/error-texts.ts";
import { addIssueComment, deleteIssueComment, editIssueComment } from "../../world/issue-comments.ts";
import { addLabels, findLabel, removeLabels } from "../../world/labels.ts";
import type { IssueComment, Reactable, ReactionContent } from "../../world/objects.ts";
import { react, unreact } from "../../world/reactions.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import {
  mustFind,
  numberIn,
  repositoryOperation,
  type RestOperation,
  notFound,
  type RepositoryRequest,
} from "../rest-operation.ts";
import { REACTIONS, toIssueComment, toLabel, toReaction, toIssue, toIssueType } from "../shapes/issue.ts";
import { findLabels, findThread } from "./issues.ts";
import { assign, assignableIn, unassign } from "../../world/assignees.ts";
import { sameName } from "../../world/world.ts";
import { toAccount } from "../shapes/account.ts";

const READ = "issues=read; pull_requests=read";
const WRITE = "issues=write; pull_requests=write";
const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

/** Comments, labels and reactions of issues and pull requests. */
export const issuePartOperations: readonly RestOperation[] = [
  repositoryOperation(`GET ${ISSUE}/comments`, READ, "issues/comments#list-issue-comments", (request) =>
    paged(request, findThread(request).comments, (comment) => toIssueComment(request.world, comment)),
  ),
  repositoryOperation(`POST ${ISSUE}/comments`, WRITE, "issues/comments#create-an-issue-comment", (request) => {
    const { world, viewer, input } = request;
    return created(
      toIssueComment(world, addIssueComment(world, viewer.actor, findThread(request), input.text("body"))),
    );
  }),
  repositoryOperation(`GET ${COMMENT}`, READ, "issues/comments#get-an-issue-comment", (request) =>
    ok(toIssueComment(request.world, findComment(request))),
  ),
  repositoryOperation(`PATCH ${COMMENT}`, WRITE, "issues/comments#update-an-issue-comment", (request) => {
    const { world, viewer, input } = request;
    return ok(toIssueComment(world, editIssueComment(world, viewer.actor, findComment(request), input.text("body"))));
  }),
  repositoryOperation(`DELETE ${COMMENT}`, WRITE, "issues/comments#delete-an-issue-comment", (request) => {
    deleteIssueComment(request.world, request.viewer.actor, findComment(request));
    return noContent;
  }),
  repositoryOperation(`GET ${ISSUE}/labels`, READ, "issues/labels#list-labels-for-an-issue", (request) =>
    paged(request, findThread(request).labels, (label) => toLabel(request.world, label)),
  ),
  repositoryOperation(`POST ${ISSUE}/labels`, WRITE, "issues/labels#add-labels-to-an-issue", addIssueLabels),
  repositoryOperation(
    `DELETE ${ISSUE}/labels/{name}`,
    WRITE,
    "issues/labels#remove-a-label-from-an-issue",
    removeIssueLabel,
  ),
  repositoryOperation(`GET ${ISSUE}/reactions`, READ, "reactions/reactions#list-reactions-for-an-issue", (request) =>
    listReactions(request, findThread(request)),
  ),
  repositoryOperation(`POST ${ISSUE}/reactions`, WRITE, "reactions/reactions#create-reaction-for-an-issue", (request) =>
    addReaction(request, findThread(request)),
  ),
  repositoryOperation(
    `DELETE ${ISSUE}/reactions/{reaction_id}`,
    WRITE,
    "reactions/reactions#delete-an-issue-reaction",
    (request) => removeReaction(request, findThread(request)),
  ),
  repositoryOperation(
    `GET ${COMMENT}/reactions`,
    READ,
    "reactions/reactions#list-reactions-for-an-issue-comment",
    (request) => listReactions(request, findComment(request)),
  ),
  repositoryOperation(
    `POST ${COMMENT}/reactions`,
    WRITE,
    "reactions/reactions#create-reaction-for-an-issue-comment",
    (request) => addReaction(request, findComment(request)),
  ),
];

function findComment(request: RepositoryRequest): IssueComment {
  const id = numberIn(request, "comment_id");
  const { issues, pullRequests } = request.repository;
  return mustFind(
    [...issues, ...pullRequests].flatMap((thread) => thread.comments).find((one) => one.databaseId === id),
  );
}

function addIssueLabels(request: RepositoryRequest): RestAnswer {
  const { world, viewer, input } = request;
  const thread = findThread(request);
  addLabels(world, viewer.actor, thread, findLabels(request, input.optionalTexts("labels") ?? []));
  return ok(thread.labels.map((label) => toLabel(world, label)));
}

function removeIssueLabel(request: RepositoryRequest): RestAnswer {
  const { world, viewer, repository, parameters } = request;
  const thread = findThread(request);
  const label = findLabel(repository, parameters["name"] ?? "");
  removeLabels(world, viewer.actor, thread, [mustFind(thread.labels.find((each) => each === label))]);
  return ok(thread.labels.map((each) => toLabel(world, each)));
}

function listReactions(request: RepositoryRequest, subject: Reactable): RestAnswer {
  const wanted = request.query.get("content");
  const reactions = subject.reactions.filter(({ content }) => wanted === null || REACTIONS[content] === wanted);
  return paged(request, reactions, (reaction) => toReaction(request.world, reaction));
}

/** 201 for a new reaction, 200 for one that was there. */
function addReaction({ world, viewer, input }: RepositoryRequest, subject: Reactable): RestAnswer {
  const content = toContent(input.text("content"));
  const before = subject.reactions.length;
  const reaction = react(world, viewer.actor, subject, content);
  return { status: subject.reactions.length > before ? 201 : 200, body: toReaction(world, reaction) };
}

function toContent(name: string): ReactionContent {
  const contents: readonly ReactionContent[] = [
    "THUMBS_UP",
    "THUMBS_DOWN",
    "LAUGH",
    "HOORAY",
    "CONFUSED",
    "HEART",
    "ROCKET",
    "EYES",
  ];
  const content = contents.find((each) => REACTIONS[each] === name);
  if (content === undefined) throw validationFailed({ resource: "Reaction", field: "content", code: "invalid" });
  return content;
}

function removeReaction(request: RepositoryRequest, subject: Reactable): RestAnswer {
  const id = numberIn(request, "reaction_id");
  const reaction = mustFind(subject.reactions.find(({ databaseId }) => databaseId === id));
  mustFind(unreact(request.world, request.viewer.actor, subject, reaction.content));
  return noContent;
}

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
  repositoryOperation(`POST ${ISSUE}/assignees`, WRITE, "issues/assignees#add-assignees-to-an-issue", (request) => {
    const { world, viewer, input } = request;
    const issue = findThread(request);
    assign(world, viewer.actor, issue, input.optionalTexts("assignees") ?? []);
    return created(toIssue(world, issue));
  }),
  repositoryOperation(
    `DELETE ${ISSUE}/assignees`,
    WRITE,
    "issues/assignees#remove-assignees-from-an-issue",
    (request) => {
      const { world, viewer, input } = request;
      const issue = findThread(request);
      unassign(world, viewer.actor, issue, input.optionalTexts("assignees") ?? []);
      return ok(toIssue(world, issue));
    },
  ),
];

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
