import { z } from "zod";
import { age, timeOfWeek } from "./content-time.ts";

const content = z.enum(["THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES"]);
const reactions = z.partialRecord(content, z.array(z.string())).default({});

/** `after` counts from when the thread was opened, here and below. */
const act = z.strictObject({ by: z.string(), after: age });

const reply = act.extend({
  body: z.string(),
  /** The asker marks it as the answer at once. */
  answer: z.boolean().default(false),
  /** Somebody marks it as the answer later, and takes the mark away. */
  marked: act.optional(),
  unmarked: act.optional(),
  reactions,
});

const comment = reply.extend({
  replies: z.array(reply).default([]),
  minimized: act
    .extend({ reason: z.enum(["abuse", "duplicate", "off-topic", "outdated", "resolved", "spam"]) })
    .optional(),
});

/** What people thought of what the app suggested. */
const hint = z.strictObject({
  after: age,
  helpful: z.array(z.string()).default([]),
  unhelpful: z.array(z.string()).default([]),
});

/** By whom and when a slot of the office hours was asked for, and when it was over. The first free one is taken. */
const session = act.extend({ over: age });

const request = z.strictObject({
  accepted: act.extend({ milestone: z.string() }).optional(),
  declined: act.extend({ reason: z.string() }).optional(),
  /** When its issue was completed. */
  shipped: age.optional(),
});

const discussion = z.strictObject({
  title: z.string(),
  category: z.string().default("q-a"),
  by: z.string(),
  labels: z.array(z.string()).default([]),
  upvotes: z.array(z.string()).default([]),
  body: z.string(),
  reactions,
  comments: z.array(comment).default([]),
  closed: act.extend({ reason: z.enum(["RESOLVED", "OUTDATED", "DUPLICATE"]) }).optional(),
  reopened: act.optional(),
  hint: hint.optional(),
  /** How content the asker said they were, by a reaction, when they were asked. */
  rated: z.strictObject({ after: age, by: z.enum(["HEART", "LAUGH", "CONFUSED"]) }).optional(),
  session: session.optional(),
  request: request.optional(),
  /** Its answer was promoted into the FAQ, by whom, and merged. */
  promoted: act.extend({ merged: act }).optional(),
});

/** A thread of the present, with its age. */
export const recentThread = discussion.extend({ openedAgo: age });

/** A thread of the quarter before, at its time of the week. */
export const pastThread = discussion.extend({ name: z.string().optional(), at: timeOfWeek });

/** A discussion of the demo. Times are relative: to its opening, and that to the moment the demo is first started. */
export type DiscussionContent = z.infer<typeof discussion>;
export type CommentContent = z.infer<typeof comment>;
export type ReplyContent = z.infer<typeof reply>;
export type RecentThread = z.infer<typeof recentThread>;
export type PastThread = z.infer<typeof pastThread>;
