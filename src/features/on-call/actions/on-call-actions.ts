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
import { postToChat, type PostToChat } from "./post-to-chat.ts";

/** The changes that only on-call plans. */
type OwnAction = KeepNotices | KeepPutLabels | ForgetCalls | Mention | PostToChat;

export type OnCallPlan = Plan<SharedAction | OwnAction>;

export const onCallActions: ActionSet<OwnAction, OnCallWrites> = actionSet({
  "keep-notices": keepNotices,
  "keep-put-labels": keepPutLabels,
  "forget-calls": forgetCalls,
  mention,
  "post-to-chat": postToChat,
});
