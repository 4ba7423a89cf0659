import { z } from "zod";

/** The `timeline:` section. */
export const TimelineConfig = z.strictObject({
  backfill: z
    .enum(["on", "off"])
    .default("on")
    .describe(
      "Whether the history of all discussions is read once, open ones first. `off`: a discussion is known from the first thing that happens in it.",
    ),
});
export type TimelineConfig = z.infer<typeof TimelineConfig>;
