import { z } from "zod";

export const SurveyConfig = z
  .strictObject({
    mode: z
      .enum(["on", "off"])
      .default("on")
      .describe(
        "Whether askers are asked how content they are, by an edit of my comment when their question is resolved.",
      ),
    "once-in-days": z
      .int()
      .min(1)
      .max(3650)
      .default(90)
      .describe("Nobody is asked twice within so many days, in whatever discussion."),
  })
  .describe("How content askers are: a question to them when theirs is resolved.");
export type SurveyConfig = z.infer<typeof SurveyConfig>;
