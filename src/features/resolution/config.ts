import { z } from "zod";

const maxDays = 3650;

/** The `resolution:` section: how a question comes to its end. Days are days of the calendar, of 24 hours each. */
export const ResolutionConfig = z
  .strictObject({
    propose: z
      .enum(["comment", "off"])
      .default("comment")
      .describe(
        "Whether a comment that seems to have solved it (the asker's thanks or 👍, or a link to it) is proposed to the asker for marking, once, in my comment in the discussion.",
      ),
    "remind-after": z
      .number()
      .int()
      .min(0)
      .max(maxDays)
      .default(7)
      .describe("After how many days of waiting for them an asker is reminded, once. 0: never."),
    "close-after": z
      .union([z.literal("off"), z.number().int().min(1).max(maxDays)])
      .default("off")
      .describe(
        "How many days after the reminder a discussion is closed whose asker stays silent. Any word of the asker opens it again.",
      ),
    "close-as": z.enum(["outdated", "resolved"]).default("outdated").describe("The reason that it is closed with."),
    "keep-open": z
      .string()
      .min(1)
      .max(50)
      .default("keep-open")
      .describe("The label of discussions that are neither reminded of nor closed."),
  })
  .superRefine((config, context) => {
    if (config["close-after"] === "off" || config["remind-after"] > 0) return;
    context.addIssue({
      code: "custom",
      path: ["close-after"],
      message:
        "nothing is closed without a reminder, and `remind-after: 0` sends none: write `close-after: off`, or days for `remind-after`",
    });
  });
export type ResolutionConfig = z.infer<typeof ResolutionConfig>;
