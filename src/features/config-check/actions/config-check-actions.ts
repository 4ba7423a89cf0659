import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { reportCheck, type ReportCheck } from "./report-check.ts";
import {
  closeConfigIssue,
  writeConfigIssue,
  type CloseConfigIssue,
  type ConfigCheckWrites,
  type WriteConfigIssue,
} from "./write-config-issue.ts";

/** The changes that only this feature plans. */
type OwnAction = ReportCheck | WriteConfigIssue | CloseConfigIssue;

export type ConfigCheckPlan = Plan<SharedAction | OwnAction>;

export const configCheckActions: ActionSet<OwnAction, ConfigCheckWrites> = actionSet({
  "report-check": reportCheck,
  "write-config-issue": writeConfigIssue,
  "close-config-issue": closeConfigIssue,
});
