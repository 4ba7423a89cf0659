import { z } from "zod";
import { isBranchName } from "../../text/branch-name.ts";

/** The `reports:` section. */
export const ReportsConfig = z
  .strictObject({
    every: z
      .enum(["week", "month", "never"])
      .default("never")
      .describe(
        "How often a report is written for everybody who can read the repository: after each week (Monday to Sunday), or after each month, by the clocks of the calendar that is the only one, or called `default`.",
      ),
    where: z.enum(["issue", "discussion"]).default("issue").describe("What it is written in."),
    category: z
      .string()
      .min(1)
      .max(100)
      .default("announcements")
      .describe("The slug of the category of discussions that it is written in."),
    "each-time": z
      .enum(["edit", "new"])
      .default("edit")
      .describe(
        "`edit`: one issue or discussion has the last report, and is edited in place, which notifies nobody. `new`: each report has its own.",
      ),
    charts: z
      .enum(["on", "off"])
      .default("on")
      .describe("Whether it has charts. They are kept as files on a branch of their own."),
    branch: z
      .string()
      .max(100)
      .refine(isBranchName, { error: "must be a name that git takes for a branch, such as `frontdesk-reports`" })
      .default("frontdesk-reports")
      .describe(
        "The branch that charts are kept on, and nothing else. A branch that somebody else has made, and the default branch, are left alone; the report is written without charts then.",
      ),
  })
  .describe("What is told of how support goes.");
export type ReportsConfig = z.infer<typeof ReportsConfig>;
