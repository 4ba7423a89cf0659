import type { Plan } from "../core/plan.ts";
import { actionSet, type ActionSet, type Writes } from "./action-set.ts";
import {
  changeIssue,
  closeThread,
  label,
  reopenThread,
  type ChangeIssue,
  type CloseThread,
  type Label,
  type ReopenThread,
} from "./issues-and-threads.ts";
import { followUp, type FollowUp } from "./follow-up.ts";
import { forgetIssue, keepIssues, type ForgetIssue, type KeepIssues } from "./known-issues.ts";
import { markAnswer, type MarkAnswer } from "./mark-answer.ts";
import { removeFromProject, setProjectFields, type RemoveFromProject, type SetProjectFields } from "./projects.ts";
import {
  commentOnIssue,
  minimize,
  react,
  reply,
  say,
  type CommentOnIssue,
  type Minimize,
  type React,
  type Reply,
  type Say,
} from "./comments.ts";

/** What any feature may plan; what only one needs is declared in its own folder. */
export type SharedAction =
  | Say
  | Reply
  | CommentOnIssue
  | React
  | Minimize
  | Label
  | ChangeIssue
  | SetProjectFields
  | RemoveFromProject
  | CloseThread
  | ReopenThread
  | MarkAnswer
  | KeepIssues
  | ForgetIssue
  | FollowUp;

export type SharedPlan = Plan<SharedAction>;

export const sharedActions: ActionSet<SharedAction, Writes> = actionSet({
  say,
  reply,
  "comment-on-issue": commentOnIssue,
  react,
  fold: minimize,
  label,
  "change-issue": changeIssue,
  "set-project-fields": setProjectFields,
  "take-off-board": removeFromProject,
  "close-thread": closeThread,
  "reopen-thread": reopenThread,
  "mark-answer": markAnswer,
  "keep-issues": keepIssues,
  "forget-issue": forgetIssue,
  "follow-up": followUp,
});
