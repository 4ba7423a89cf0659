import { z } from "zod";

export const InterviewsConfig = z
  .strictObject({
    "per-quarter": z.int().min(1).max(20).default(5).describe("How many people are named at most."),
  })
  .describe("Whom to talk to: the few askers of whom most is to be learnt.");
export type InterviewsConfig = z.infer<typeof InterviewsConfig>;
