import type { Hono } from "hono";
import {
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  unmarkAnswer,
} from "../../world/discussion-comments.ts";
import { closeDiscussion, deleteDiscussion, editDiscussion, reopenDiscussion } from "../../world/discussions.ts";
import { deleteIssueComment, editIssueComment } from "../../world/issue-comments.ts";
import { closeIssue, editIssue, reopenIssue } from "../../world/issues.ts";
import { addLabels, removeLabels } from "../../world/labels.ts";
import { lock, minimize, removeUpvote, unlock, unminimize, upvote } from "../../world/moderation.ts";
import type { ObjectOf, Typename, User } from "../../world/objects.ts";
import { closePullRequest, editPullRequest, mergePullRequest, reopenPullRequest } from "../../world/pull-requests.ts";
import { react, reactionContents, unreact } from "../../world/reactions.ts";
import { chosen } from "../chosen.ts";
import { minimizedReasons } from "../views/minimize-form.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import { formFields, localPath, mustBeSomebody, notFound, type PageEnv, type Visit } from "../visit.ts";

/** One press of a button: who did it, to what, with which choices. */
interface Press {
  readonly visit: Visit;
  readonly person: User;
  readonly fields: ReadonlyMap<string, string>;
}

/** Does it. Answers a path to go to when the page it was pressed on is no more. */
type Act = (press: Press) => void | string | Promise<void>;

/** Every button of the pages by name. Rules are those of the world's acts, which the API uses too. */
const acts: Readonly<Record<string, Act>> = {
  react: toggleReaction,
  vote: (press) => upvote(press.person, subject(press, "Discussion", "DiscussionComment")),
  "take-vote-back": (press) => removeUpvote(press.person, subject(press, "Discussion", "DiscussionComment")),
  edit,
  retitle,
  delete: remove,
  label: setLabels,
  recategorize: (press) => {
    const category = press.visit.world.node(field(press, "category"), "DiscussionCategory");
    editDiscussion(press.visit.world, press.person, subject(press, "Discussion"), { category });
  },
  "mark-answer": (press) => void markAnswer(press.visit.world, press.person, subject(press, "DiscussionComment")),
  "unmark-answer": (press) => void unmarkAnswer(press.visit.world, press.person, subject(press, "DiscussionComment")),
  minimize: (press) => {
    const reason = chosen(minimizedReasons, field(press, "reason"));
    minimize(press.visit.world, press.person, subject(press, "DiscussionComment", "IssueComment"), reason);
  },
  unminimize: (press) =>
    unminimize(press.visit.world, press.person, subject(press, "DiscussionComment", "IssueComment")),
  lock: (press) => {
    const given = field(press, "reason");
    const reason = given === "" ? null : chosen(["OFF_TOPIC", "RESOLVED", "SPAM", "TOO_HEATED"], given);
    lock(press.visit.world, press.person, subject(press, ...threads), reason);
  },
  unlock: (press) => unlock(press.visit.world, press.person, subject(press, ...threads)),
  close,
  reopen,
  merge: async (press) => {
    await mergePullRequest(press.visit.world, press.person, subject(press, "PullRequest"));
  },
};

const threads = ["Discussion", "Issue", "PullRequest"] as const;

/** `POST /-/<act>` with the node id of the subject, then back to where the visitor was. */
export function routeActs(app: Hono<PageEnv>): void {
  app.post("/-/:act", async (c) => {
    const act = Object.hasOwn(acts, c.req.param("act")) ? acts[c.req.param("act")] : undefined;
    if (act === undefined) throw notFound("act");
    const { visit } = c.var;
    const fields = await formFields(c);
    const elsewhere = await act({ visit, person: mustBeSomebody(visit), fields });
    return c.redirect(typeof elsewhere === "string" ? elsewhere : localPath(fields.get("back")), 303);
  });
}

function subject<Name extends Typename>(press: Press, ...types: readonly Name[]): ObjectOf<Name> {
  return press.visit.world.node(field(press, "subject"), ...types);
}

function field(press: Press, name: string): string {
  return press.fields.get(name) ?? "";
}

function toggleReaction(press: Press): void {
  const { world } = press.visit;
  const target = subject(press, ...threads, "DiscussionComment", "IssueComment");
  const content = chosen(reactionContents, field(press, "content"));
  const took = unreact(world, press.person, target, content);
  if (took === undefined) react(world, press.person, target, content);
}

async function edit(press: Press): Promise<void> {
  const { visit, person } = press;
  const target = subject(press, ...threads, "DiscussionComment", "IssueComment");
  const body = field(press, "body");
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

async function retitle(press: Press): Promise<void> {
  const { visit, person } = press;
  const target = subject(press, ...threads);
  const title = field(press, "title");
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

function remove(press: Press): string | undefined {
  const { visit, person } = press;
  const target = subject(press, "Discussion", "DiscussionComment", "IssueComment");
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

function setLabels(press: Press): void {
  const { visit, person, fields } = press;
  const target = subject(press, ...threads);
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

function close(press: Press): void {
  const { visit, person } = press;
  const target = subject(press, ...threads);
  switch (target.__typename) {
    case "Discussion":
      closeDiscussion(
        visit.world,
        person,
        target,
        chosen(["RESOLVED", "OUTDATED", "DUPLICATE"], field(press, "reason")),
      );
      break;
    case "Issue":
      closeIssue(visit.world, person, target, chosen(["COMPLETED", "NOT_PLANNED"], field(press, "reason")));
      break;
    case "PullRequest":
      closePullRequest(visit.world, person, target);
  }
}

async function reopen(press: Press): Promise<void> {
  const { visit, person } = press;
  const target = subject(press, ...threads);
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
