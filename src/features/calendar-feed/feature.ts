import { feature } from "../feature.ts";

/** Sessions as an iCalendar feed. */
export const calendarFeed = feature({
  name: "calendar-feed",
  summary: "Keeps a calendar of the sessions that calendar programs can subscribe to.",
  slice: "calendar-feed",
  on: ["publish-calendar"],
});
