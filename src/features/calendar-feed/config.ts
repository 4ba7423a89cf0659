import { z } from "zod";
import { isBranchName } from "../../text/branch-name.ts";

/** The `calendar-feed:` section: sessions as a calendar to subscribe to. */
export const CalendarFeedConfig = z.strictObject({
  mode: z
    .enum(["on", "off"])
    .default("on")
    .describe(
      "Whether the sessions can be subscribed to as a calendar: `/calendar/<owner>/<repository>.ics` on this server. Everybody can who may read the repository; of one that is not public, whoever knows its secret address.",
    ),
  address: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1)
    .describe("Another number makes another secret address, and the one before is none any more."),
  branch: z
    .string()
    .min(1)
    .max(100)
    .refine(isBranchName, {
      error: "must be a name that git takes for a branch, such as `office-hours`",
    })
    .optional()
    .describe(
      "A branch of its own on which the calendar is kept as `office-hours.ics`, and nothing else, for those whose calendar cannot reach this server. A branch that somebody else has made, and the default branch, are left alone. Without it: none.",
    ),
});
export type CalendarFeedConfig = z.infer<typeof CalendarFeedConfig>;
