import { z } from "zod";
import { Duration } from "../../business-time/duration.ts";

const PrepareItemConfig = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z\d][a-z\d-]{0,39}$/u, "must be small letters, digits and hyphens, such as `versions`")
    .describe("A name of your own."),
  ask: z.string().trim().min(1).max(300).describe("What the asker is asked for, as it is shown."),
  "found-by": z
    .union([z.enum(["versions", "log", "tried"]), z.array(z.string().trim().min(2).max(100)).min(1).max(20)])
    .describe(
      "What shows that the asker has written it: `versions`, `log` or `tried`, which are found as they are usually written, or a list of words of which one has to stand there.",
    ),
});

/** The `office-hours:` section: who may book a slot of a session, and when. The sessions stand in `sessions:`. */
export const OfficeHoursConfig = z.strictObject({
  gate: z
    .enum(["any", "all", "none"])
    .default("any")
    .describe(
      "What an asker must have tried before: `any` of the suggestions (refused as not helpful, or by saying that something did not help) and the team (whose target for a reply has passed), `all` of them, or `none`. A helper may always book for the asker.",
    ),
  notice: Duration.default("4h").describe("How long before its start a slot can be booked at the latest."),
  "days-ahead": z.number().int().min(1).max(365).default(28).describe("How many days ahead a slot can be booked."),
  "per-person": z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe(
      "How many slots that are still to come one person may book, in all discussions together. A helper may book more.",
    ),
  prepare: z
    .array(PrepareItemConfig)
    .max(20)
    .default([
      { name: "versions", ask: "Which versions it happens with, and on which system", "found-by": "versions" },
      { name: "log", ask: "What it says: the log or the error, in full and without secrets", "found-by": "log" },
      { name: "tried", ask: "What you have tried, and what came of it", "found-by": "tried" },
    ])
    .superRefine((items, { addIssue }) => {
      for (const [i, { name }] of items.entries()) {
        if (items.findIndex((it) => it.name === name) === i) continue;
        addIssue({
          code: "custom",
          path: [i, "name"],
          message: `\`${name}\` is named twice: give this one another name`,
        });
      }
    })
    .describe("What is needed to prepare, ticked off in the discussion as the asker writes it. `[]`: nothing."),
});
export type OfficeHoursConfig = z.infer<typeof OfficeHoursConfig>;
