import { z } from "zod";
import { Duration } from "../../business-time/duration.ts";

/** The `office-hours:` section: who may book a slot of a session, and when. The sessions stand in `sessions:`. */
export const OfficeHoursConfig = z.strictObject({
  gate: z
    .enum(["any", "all", "none"])
    .default("any")
    .describe(
      "What an asker must have tried before: `any` of the suggestions (refused as not helpful, or by saying that something did not help) and the team (whose target for a reply has passed), `all` of them, or `none`. A helper may always book for the asker.",
    ),
  notice: Duration.default("4h").describe("How long before its start a slot can be booked at the latest."),
  "days-ahead": z.number().int().min(1).max(365).default(28).describe("How many days ahead a slot can be booked."),
  "per-person": z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe("How many slots that are still to come one person may have, in all threads."),
});
export type OfficeHoursConfig = z.infer<typeof OfficeHoursConfig>;
