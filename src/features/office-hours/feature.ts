import { feature } from "../feature.ts";
import { officeHoursActions } from "./actions/office-hours-actions.ts";
import { outcome } from "./commands/outcome.ts";
import { BookingStore } from "./store/booking-store.ts";

/** The last resort: a slot in a session for what is too complex for a thread, whose outcome is written back. */
export const officeHours = feature({
  name: "office-hours",
  summary:
    "Books slots of office hours for threads in which docs and team did not help, and sees that what came of them is written down as the answer.",
  slice: "office-hours",
  on: ["sweep-bookings"],
  commands: [outcome],
  actions: officeHoursActions,
  openStores: (database) => ({ bookings: new BookingStore(database) }),
});
