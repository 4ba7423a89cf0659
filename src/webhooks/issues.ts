import type { SupportEvent } from "../core/event.ts";
import type { Payload, Webhook } from "./webhook.ts";
import { actorOf, isWhole, repositoryOf } from "./webhook.ts";

/**
 * Issues opened, edited, labelled, closed and removed; assignments, locks and pins tell nothing to who asks.
 * One that is transferred to us comes as `opened`. Pull requests have a webhook of their own.
 */
export const issues: Webhook = {
  name: "issues",

  toEvent(payload) {
    switch (payload.action) {
      case "deleted":
      case "transferred":
        return aboutIssue("issue-removed", payload);
      case "opened":
      case "edited":
      case "closed":
      case "reopened":
      case "labeled":
      case "unlabeled":
      case "milestoned":
      case "demilestoned":
        return aboutIssue("issue-changed", payload);
      default:
        return undefined;
    }
  },
};

/** What was said under an issue: commands, and the last words of the project, which are part of what we know of it. */
export const issueComment: Webhook = {
  name: "issue_comment",

  toEvent(payload) {
    switch (payload.action) {
      case "created":
        return commented(payload);
      case "edited":
      case "deleted":
        return aboutIssue("issue-changed", payload);
      default:
        return undefined;
    }
  },
};

function commented(payload: Payload): SupportEvent | undefined {
  const about = aboutIssue("issue-changed", payload);
  const id = payload.comment?.node_id;
  if (about?.kind !== "issue-changed" || typeof id !== "string") return about;
  const body = typeof payload.comment?.body === "string" ? payload.comment.body : "";
  return { ...about, kind: "issue-comment-added", actor: actorOf(payload), comment: { id, body } };
}

function aboutIssue(kind: "issue-changed" | "issue-removed", payload: Payload): SupportEvent | undefined {
  const repository = repositoryOf(payload);
  const { issue } = payload;
  if (!repository || !isWhole(issue?.number) || issue.pull_request) return undefined;
  return { kind, repository, number: issue.number };
}
