import { z } from "zod";
import { defaultThreshold } from "../../search/feedback/threshold.ts";

/** The `related-answers:` section: the first answer to a new discussion. */
export const RelatedAnswersConfig = z.strictObject({
  mode: z
    .enum(["live", "shadow", "off"])
    .default("live")
    .describe(
      "`live` posts what was found when it is good enough. `shadow` posts nothing and records what it would have posted, for `frontdesk shadow`. `off` does neither.",
    ),
  categories: z
    .array(z.string().min(1).max(100))
    .max(25)
    .optional()
    .describe("Slugs of the categories that are watched. Without it: every category whose format is Q&A."),
  threshold: z
    .union([z.enum(["auto"]), z.number().min(0).max(1)], { error: "must be `auto` or a number from 0 to 1" })
    .default("auto")
    .describe(
      `How sure Frontdesk must be that its links help before it posts them, from 0 to 1. \`auto\` takes what \`frontdesk backtest --apply\` has stored for the repository, or else ${defaultThreshold}, and moves it in steps of 0.02, at most 0.14 either way, by what people think of the posts. A number is taken as it is.`,
    ),
  limit: z.number().int().min(1).max(3).default(3).describe("How many links one comment may hold."),
});
export type RelatedAnswersConfig = z.infer<typeof RelatedAnswersConfig>;
