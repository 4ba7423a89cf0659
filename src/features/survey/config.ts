import { z } from "zod";
import { Duration } from "../../business-time/duration.ts";

/** The `survey:` section: when askers are asked how content they are, and when not. */
export const SurveyConfig = z
  .strictObject({
    mode: z
      .enum(["on", "off"])
      .default("on")
      .describe(
        "Whether askers are asked how content they are, by an edit of my comment when their question is resolved.",
      ),
    after: Duration.default("1h").describe(
      "How long after a question is resolved, and after the last word in it, its asker is asked, by the calendar.",
    ),
    "once-in-days": z
      .int()
      .min(1)
      .max(3650)
      .default(90)
      .describe("Nobody is asked twice within so many days, in whatever discussion."),
    "open-days": z
      .int()
      .min(1)
      .max(90)
      .default(14)
      .describe("For how many days a reaction counts. Then the question is taken out where nobody has answered it."),
    "new-comment": z
      .enum(["never", "if-needed"])
      .default("never")
      .describe(
        "Whether I write a comment to ask where I have none in the discussion. GitHub notifies people of a comment, and of no edit.",
      ),
    "skip-label": z
      .string()
      .min(1)
      .max(50)
      .default("no-survey")
      .describe("The label of discussions whose askers are not asked."),
  })
  .describe("How content askers are: a question to them when theirs is resolved.");
export type SurveyConfig = z.infer<typeof SurveyConfig>;
