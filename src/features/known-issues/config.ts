import { z } from "zod";

const label = z.string().min(1).max(50);
const labels = z.array(label).max(50);

/** The `issues:` section: known bugs and feature requests as answers. */
export const IssuesConfig = z.strictObject({
  mode: z
    .enum(["on", "off"])
    .default("on")
    .describe("`on` suggests issues that help who asks; `off` forgets them and reads no more."),
  "feature-labels": labels
    .default(["enhancement", "feature", "feature-request", "idea"])
    .describe(
      "Labels of feature requests; an issue without one is an issue. Case and spaces do not matter, nor what stands before a colon or slash: `Kind/Feature` is `feature`.",
    ),
  "bug-labels": labels
    .default(["bug", "confirmed-bug", "defect", "regression"])
    .describe("Labels of bugs. Only what bears one is called a known bug."),
  "exclude-labels": labels
    .default(["chore", "dependencies", "documentation", "invalid", "question", "spam"])
    .describe("Labels of issues that are never suggested: they tell what is to be done, not what is known."),
  limit: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(2000)
    .describe(
      "How many issues are read at first, those changed last before all others. Later changes are all followed.",
    ),
});
export type IssuesConfig = z.infer<typeof IssuesConfig>;
