import { unreachable } from "../../core/errors.ts";
import type { RequestAction } from "../../core/request-actions.ts";
import { changeIssue, changeLabels } from "./change-issue.ts";
import { makeIssue, makeSubIssue } from "./make-issue.ts";
import type { RequestDeps } from "./request-deps.ts";
import { setOnBoard } from "./set-on-board.ts";

/** Carry out one action of feature requests. Each is safe to repeat. Rejects with `RefusedError` where a person has to act. */
export async function performRequestAction(action: RequestAction, deps: RequestDeps): Promise<void> {
  const { github, requests } = deps;
  const { repository } = action;
  switch (action.do) {
    case "keep-request":
      return requests.keepRequest(repository, action.request);
    case "forget-request":
      return requests.forgetRequest(repository, action.number);
    case "record-votes":
      return requests.keepVotes(repository, action.number, action.votes);
    case "make-issue":
      return makeIssue(action, deps);
    case "adopt-issue":
      return requests.linkIssue(repository, action.number, { ...action.issue, isAdopted: true, notSet: [] });
    case "make-sub-issue":
      return makeSubIssue(action, deps);
    case "set-on-board":
      return setOnBoard(action, deps);
    case "take-off-board":
      return github.writes.removeFromProject(repository, action.board.id, action.item);
    case "change-issue":
      return changeIssue(action, deps);
    case "note-not-set":
      return requests.addNotSet(repository, action.number, action.what);
    case "label":
      return changeLabels(action, deps);
    case "close-thread":
      return github.writes.closeDiscussion(repository, action.discussion, action.because);
    case "reopen-thread":
      return github.writes.reopenDiscussion(repository, action.discussion);
    default:
      return unreachable(action);
  }
}
