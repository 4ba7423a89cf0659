import type { Hono } from "hono";
import { rerequestCheckRun } from "../../world/check-runs.ts";
import {
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  unmarkAnswer,
} from "../../world/discussion-comments.ts";
import { closeDiscussion, editDiscussion, reopenDiscussion } from "../../world/discussions.ts";
import { deleteDiscussion } from "../../world/discussion-removal.ts";
import { deleteIssueComment, editIssueComment } from "../../world/issue-comments.ts";
import { closeIssue, editIssue, reopenIssue } from "../../world/issues.ts";
import { addLabels, removeLabels } from "../../world/labels.ts";
import { lock, minimize, removeUpvote, unlock, unminimize, upvote } from "../../world/moderation.ts";
import type { ObjectOf, Typename, User } from "../../world/objects.ts";
import { closePullRequest, editPullRequest, reopenPullRequest } from "../../world/pull-requests.ts";
import { mergePullRequest } from "../../world/merge-pull-request.ts";
import { react, reactionContents, unreact } from "../../world/reactions.ts";
import { chosen, formFields, localPath, mustBeSomebody, notFound, type PageEnv, type Visit } from "../visit.ts";
import { minimizedReasons } from "../views/forms.ts";
import { nameWithOwner } from "../../world/repositories.ts";

/** One request of a button: who did it, to what, with which choices. */
interface ActionRequest {
  readonly visit: Visit;
  readonly person: User;
  readonly fields: ReadonlyMap<string, string>;
}

/** Carries an action out. Answers the path to go to where the page of the button is gone. */
type PageAction = (request: ActionRequest) => void | string | Promise<void>;

/** Every button of the pages by name. Rules are those of the world, which the API uses too. */
const actions: Readonly<Record<string, PageAction>> = {
  react: toggleReaction,
  vote: (request) => upvote(request.person, subject(request, "Discussion", "DiscussionComment")),
  "take-vote-back": (request) => removeUpvote(request.person, subject(request, "Discussion", "DiscussionComment")),
  edit,
  retitle,
  delete: remove,
  label: setLabels,
  recategorize: (request) => {
    const category = request.visit.world.node(field(request, "category"), "DiscussionCategory");
    editDiscussion(request.visit.world, request.person, subject(request, "Discussion"), { category });
  },
  "mark-answer": (request) =>
    void markAnswer(request.visit.world, request.person, subject(request, "DiscussionComment")),
  "unmark-answer": (request) =>
    void unmarkAnswer(request.visit.world, request.person, subject(request, "DiscussionComment")),
  minimize: (request) => {
    const reason = chosen(minimizedReasons, field(request, "reason"));
    minimize(request.visit.world, request.person, subject(request, "DiscussionComment", "IssueComment"), reason);
  },
  unminimize: (request) =>
    unminimize(request.visit.world, request.person, subject(request, "DiscussionComment", "IssueComment")),
  lock: (request) => {
    const given = field(request, "reason");
    const reason = given === "" ? null : chosen(["OFF_TOPIC", "RESOLVED", "SPAM", "TOO_HEATED"], given);
    lock(request.visit.world, request.person, subject(request, ...threads), reason);
  },
  unlock: (request) => unlock(request.visit.world, request.person, subject(request, ...threads)),
  close,
  reopen,
  rerequest: (request) => rerequestCheckRun(request.visit.world, request.person, subject(request, "CheckRun")),
  merge: async (request) => {
    await mergePullRequest(request.visit.world, request.person, subject(request, "PullRequest"));
  },
};

const threads = ["Discussion", "Issue", "PullRequest"] as const;

/** `POST /-/<action>` with the node id of the subject, then back to where the visitor was. */
export function routeActions(app: Hono<PageEnv>): void {
  app.post("/-/:action", async (c) => {
    const action = Object.hasOwn(actions, c.req.param("action")) ? actions[c.req.param("action")] : undefined;
    if (action === undefined) throw notFound("action");
    const { visit } = c.var;
    const fields = await formFields(c);
    const elsewhere = await action({ visit, person: mustBeSomebody(visit), fields });
    return c.redirect(typeof elsewhere === "string" ? elsewhere : localPath(fields.get("back")), 303);
  });
}

function subject<Name extends Typename>(request: ActionRequest, ...types: readonly Name[]): ObjectOf<Name> {
  return request.visit.world.node(field(request, "subject"), ...types);
}

function field(request: ActionRequest, name: string): string {
  return request.fields.get(name) ?? "";
}

function toggleReaction(request: ActionRequest): void {
  const { world } = request.visit;
  const target = subject(request, ...threads, "DiscussionComment", "IssueComment");
  const content = chosen(reactionContents, field(request, "content"));
  const took = unreact(world, request.person, target, content);
  if (took === undefined) react(world, request.person, target, content);
}

async function edit(request: ActionRequest): Promise<void> {
  const { visit, person } = request;
  const target = subject(request, ...threads, "DiscussionComment", "IssueComment");
  const body = field(request, "body");
  switch (target.__typename) {
    case "Discussion":
      editDiscussion(visit.world, person, target, { body });
      break;
    case "DiscussionComment":
      editDiscussionComment(visit.world, person, target, body);
      break;
    case "IssueComment":
      editIssueComment(visit.world, person, target, body);
      break;
    case "Issue":
      editIssue(visit.world, person, target, { body });
      break;
    case "PullRequest":
      await editPullRequest(visit.world, person, target, { body });
  }
}

async function retitle(request: ActionRequest): Promise<void> {
  const { visit, person } = request;
  const target = subject(request, ...threads);
  const title = field(request, "title");
  switch (target.__typename) {
    case "Discussion":
      editDiscussion(visit.world, person, target, { title });
      break;
    case "Issue":
      editIssue(visit.world, person, target, { title });
      break;
    case "PullRequest":
      await editPullRequest(visit.world, person, target, { title });
  }
}

function remove(request: ActionRequest): string | undefined {
  const { visit, person } = request;
  const target = subject(request, "Discussion", "DiscussionComment", "IssueComment");
  switch (target.__typename) {
    case "Discussion":
      deleteDiscussion(visit.world, person, target);
      return `/${nameWithOwner(target.repository)}/discussions`;
    case "DiscussionComment":
      deleteDiscussionComment(visit.world, person, target);
      return undefined;
    case "IssueComment":
      deleteIssueComment(visit.world, person, target);
      return undefined;
  }
}

function setLabels(request: ActionRequest): void {
  const { visit, person, fields } = request;
  const target = subject(request, ...threads);
  const wanted = new Set((fields.get("label") ?? "").split("\n"));
  const { labels } = target.repository;
  const gone = target.labels.filter(({ id }) => !wanted.has(id));
  removeLabels(visit.world, person, target, gone);
  addLabels(
    visit.world,
    person,
    target,
    labels.filter(({ id }) => wanted.has(id)),
  );
}

function close(request: ActionRequest): void {
  const { visit, person } = request;
  const target = subject(request, ...threads);
  switch (target.__typename) {
    case "Discussion":
      closeDiscussion(
        visit.world,
        person,
        target,
        chosen(["RESOLVED", "OUTDATED", "DUPLICATE"], field(request, "reason")),
      );
      break;
    case "Issue":
      closeIssue(visit.world, person, target, chosen(["COMPLETED", "NOT_PLANNED"], field(request, "reason")));
      break;
    case "PullRequest":
      closePullRequest(visit.world, person, target);
  }
}

async function reopen(request: ActionRequest): Promise<void> {
  const { visit, person } = request;
  const target = subject(request, ...threads);
  switch (target.__typename) {
    case "Discussion":
      reopenDiscussion(visit.world, person, target);
      break;
    case "Issue":
      reopenIssue(visit.world, person, target);
      break;
    case "PullRequest":
      await reopenPullRequest(visit.world, person, target);
  }
}
