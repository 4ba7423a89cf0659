import { z } from "zod";

/** The `interviews:` section: whom to talk to. */
export const InterviewsConfig = z
  .strictObject({
    mode: z
      .enum(["on", "off"])
      .default("on")
      .describe("Whether a few askers are named each quarter, for helpers alone. Nothing is said to anybody."),
    "per-quarter": z.int().min(1).max(20).default(5).describe("How many people are named at most."),
  })
  .describe("Whom to talk to: the few askers of whom most is to be learnt.");
export type InterviewsConfig = z.infer<typeof InterviewsConfig>;
