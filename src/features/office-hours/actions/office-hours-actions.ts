import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  forgetBooking,
  keepBooking,
  takeSlot,
  type BookingWrites,
  type ForgetBooking,
  type KeepBooking,
  type TakeSlot,
} from "./keep-bookings.ts";
import { recordNoShow, type RecordNoShow } from "./record-no-show.ts";
import { recordSession, type RecordSession, type TimelineWrites } from "./record-session.ts";
import { showBooking, type ShowBooking } from "./show-booking.ts";
import { tellAsker, type TellAsker } from "./tell-asker.ts";

/** The changes that only this feature plans. */
type OwnAction = TakeSlot | KeepBooking | ForgetBooking | RecordSession | RecordNoShow | ShowBooking | TellAsker;

export type OfficeHoursAction = SharedAction | OwnAction;
export type OfficeHoursPlan = Plan<OfficeHoursAction>;

export const officeHoursActions: ActionSet<OwnAction, BookingWrites & TimelineWrites> = actionSet({
  "take-slot": takeSlot,
  "keep-booking": keepBooking,
  "forget-booking": forgetBooking,
  "record-session": recordSession,
  "record-no-show": recordNoShow,
  "show-booking": showBooking,
  "tell-asker": tellAsker,
});
