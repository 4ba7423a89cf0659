import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  changeRequestIssue,
  labelRequestIssue,
  type ChangeRequestIssue,
  type LabelRequestIssue,
} from "./change-issue.ts";
import {
  adoptIssue,
  forgetRequest,
  importRequest,
  keepRequest,
  noteNotSet,
  recordVotes,
  type AdoptIssue,
  type ForgetRequest,
  type ImportRequest,
  type KeepRequest,
  type NoteNotSet,
  type RecordVotes,
  type RequestWrites,
} from "./record-request.ts";
import {
  findMadeIssue,
  makeIssue,
  makeSubIssue,
  type FindMadeIssue,
  type MakeIssue,
  type MakeSubIssue,
} from "./make-issue.ts";
import { fillChecklistOfIssue, type FillChecklist } from "./fill-checklist.ts";
import { addToProject, type AddToProject } from "./add-to-project.ts";

/** The changes that only feature requests plan. */
type OwnAction =
  | KeepRequest
  | ImportRequest
  | ForgetRequest
  | RecordVotes
  | AdoptIssue
  | NoteNotSet
  | MakeIssue
  | FindMadeIssue
  | MakeSubIssue
  | ChangeRequestIssue
  | LabelRequestIssue
  | AddToProject
  | FillChecklist;

export type RequestAction = SharedAction | OwnAction;
export type RequestPlan = Plan<RequestAction>;

export const requestActions: ActionSet<OwnAction, RequestWrites> = actionSet({
  "keep-request": keepRequest,
  "import-request": importRequest,
  "forget-request": forgetRequest,
  "record-votes": recordVotes,
  "adopt-issue": adoptIssue,
  "note-not-set": noteNotSet,
  "make-issue": makeIssue,
  "find-made-issue": findMadeIssue,
  "make-sub-issue": makeSubIssue,
  "change-request-issue": changeRequestIssue,
  "label-request-issue": labelRequestIssue,
  "set-on-board": addToProject,
  "fill-checklist": fillChecklistOfIssue,
});
