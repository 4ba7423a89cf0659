import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { keepFeed, type KeepFeed } from "./keep-feed.ts";
import { writeCalendarBranch, type CalendarFeedWrites, type WriteCalendarBranch } from "./write-calendar-branch.ts";

/** The changes that only this feature plans. */
type OwnAction = KeepFeed | WriteCalendarBranch;

export type CalendarFeedPlan = Plan<SharedAction | OwnAction>;

export const calendarFeedActions: ActionSet<OwnAction, CalendarFeedWrites> = actionSet({
  "keep-feed": keepFeed,
  "write-calendar-branch": writeCalendarBranch,
});
