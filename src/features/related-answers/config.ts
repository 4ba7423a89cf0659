import { z } from "zod";

/** The `related-answers:` section: the first answer to a new discussion. */
export const RelatedAnswersConfig = z.strictObject({
  mode: z
    .enum(["live", "off"])
    .default("live")
    .describe("`live` posts what was found when it is good enough; `off` never posts."),
  categories: z
    .array(z.string().min(1).max(100))
    .max(25)
    .optional()
    .describe("Slugs of the categories that are watched. Without it: every category whose format is Q&A."),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .describe("How sure Frontdesk must be that its links help before it posts them, from 0 to 1."),
  limit: z.number().int().min(1).max(3).default(3).describe("How many links one comment may hold."),
});
export type RelatedAnswersConfig = z.infer<typeof RelatedAnswersConfig>;
