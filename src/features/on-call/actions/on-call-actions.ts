import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  forgetCalls,
  keepNotices,
  keepPutLabels,
  type ForgetCalls,
  type KeepNotices,
  type KeepPutLabels,
  type OnCallWrites,
} from "./keep-records.ts";
import { mention, type Mention } from "./mention.ts";
import { recordAssignment, type AssignmentWrites, type RecordAssignment } from "./record-assignment.ts";
import { postToChat, type PostToChat } from "./post-to-chat.ts";

/** The changes that only on-call plans. */
type OwnAction = RecordAssignment | KeepNotices | KeepPutLabels | ForgetCalls | Mention | PostToChat;

export type OnCallPlan = Plan<SharedAction | OwnAction>;

export const onCallActions: ActionSet<OwnAction, OnCallWrites & AssignmentWrites> = actionSet({
  "keep-notices": keepNotices,
  "keep-put-labels": keepPutLabels,
  "forget-calls": forgetCalls,
  mention,
  "record-assignment": recordAssignment,
  "post-to-chat": postToChat,
});
