import { z } from "zod";

/** The `calendar-feed:` section: sessions as a calendar to subscribe to. */
export const CalendarFeedConfig = z.strictObject({
  branch: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe(
      "A branch on which the calendar is kept as `office-hours.ics`, for those whose calendar cannot reach this server. Without it: none.",
    ),
});
export type CalendarFeedConfig = z.infer<typeof CalendarFeedConfig>;
