import { z } from "zod";
import { Duration, readDuration } from "../../business-time/duration.ts";
import { isTimeZone } from "../../business-time/zone-offsets.ts";

/** The `living-issue:` section: the one issue that shows who waits on whom. */
export const LivingIssueConfig = z.strictObject({
  mode: z
    .enum(["on", "off"])
    .default("on")
    .describe(
      "Whether one issue lists who waits on whom. It is opened when there is something new to list, edited in place, and mentions nobody. `off` closes it.",
    ),
  in: z
    .string()
    .regex(/^[\w-]+\/[\w.-]+$/u, { error: "must be a repository of the same owner, such as `acme/support`" })
    .optional()
    .describe(
      "The repository whose one issue lists this one, too: `owner/name`, of the same owner. Its own config names itself. Missing: each repository has its own issue.",
    ),
  "private-titles": z
    .boolean()
    .default(false)
    .describe(
      "Whether, listed elsewhere, titles of this repository are told though not everybody may read it: to those who may read that issue, and never in a public repository. Without it they are counted there.",
    ),
  "edit-every": Duration.refine((text) => (readDuration(text) ?? 0) >= 300, {
    error: "must be five minutes or more, such as `5m` or `1h`: nobody reads an issue that changes faster",
  })
    .default("5m")
    .describe("How much time passes between two edits at least. Nothing is edited when nothing has changed."),
  "time-zone": z
    .string()
    .refine(isTimeZone, {
      error: "must be a time zone by its name in the IANA database, such as `Europe/Berlin` or `UTC`",
    })
    .default("UTC")
    .describe("The time zone that its times are written in."),
});
export type LivingIssueConfig = z.infer<typeof LivingIssueConfig>;
