import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { keepReports, type KeepReports, type ReportsWrites } from "./keep-reports.ts";
import { writeReport, type WriteReport } from "./write-report.ts";

/** The changes that only this feature plans. */
type OwnAction = WriteReport | KeepReports;

export type ReportsPlan = Plan<SharedAction | OwnAction>;

export const reportsActions: ActionSet<OwnAction, ReportsWrites> = actionSet({
  "write-report": writeReport,
  "keep-reports": keepReports,
});
