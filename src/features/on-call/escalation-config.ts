import { z } from "zod";

/** The name of a label; `null`: none. */
export const labelName = z.string().min(1).max(50).nullable();

const mention = z
  .enum(["none", "on-call", "team"])
  .default("none")
  .describe("Who is mentioned in a comment, and so notified by GitHub: nobody, whoever is on call, or `team`.");
const webhook = z
  .boolean()
  .default(false)
  .describe("Post to the chat whose webhook the operator has set for this repository (`CHAT_WEBHOOK_URL`).");

/** What is done when a promise is near its end, and when it is broken. Each is done once. */
export const EscalationConfig = z.strictObject({
  near: z
    .strictObject({
      label: labelName.default(null).describe("A label of the thread until it no longer waits on you. `null`: none."),
      mention,
      webhook,
    })
    .prefault({})
    .describe("When the share of a target that `watch` calls near has passed."),
  breach: z
    .strictObject({
      label: labelName
        .default("overdue")
        .describe("A label of the thread until it no longer waits on you. `null`: none."),
      mention,
      webhook,
    })
    .prefault({})
    .describe("When a target has passed."),
  "group-from": z
    .number()
    .int()
    .min(2)
    .max(100)
    .default(3)
    .describe("From so many threads at once on, one message names all of them."),
});
export type EscalationConfig = z.infer<typeof EscalationConfig>;
