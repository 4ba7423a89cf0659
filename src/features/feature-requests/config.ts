import { z } from "zod";

const label = z.string().min(1).max(50).nullable();

const LabelsConfig = z.strictObject({
  asked: label.default("asked").describe("A request with open questions. `null`: no label."),
  complete: label.default("complete").describe("A request with all three answers."),
  ready: label.default("ready for decision").describe("A request with votes enough, beside the label of its state."),
  meeting: label.default("meeting").describe("A request that is talked about in a meeting."),
  accepted: label.default("accepted").describe("A request that is tracked by an issue."),
  declined: label.default("declined").describe("A request that was declined."),
  shipped: label.default("shipped").describe("A request whose issue was completed."),
  dropped: label.default("dropped").describe("A request whose issue was closed as not planned."),
  duplicate: label.default("duplicate").describe("A request that is a duplicate of another."),
});

const FieldsConfig = z.strictObject({
  status: z.string().min(1).default("Status").describe("The board's field that `/status` sets."),
  priority: z.string().min(1).default("Priority").describe("The board's field that `priority:` and `/priority` set."),
  due: z.string().min(1).default("Target date").describe("The board's field that `due:` sets."),
  estimate: z.string().min(1).default("Estimate").describe("The board's field that `estimate:` sets."),
});

const PlanningConfig = z.strictObject({
  forecast: z
    .enum(["on", "off"])
    .default("on")
    .describe("Let `/accept` tell what it means for milestone, people and iteration, reckoned from the past quarter."),
  "issues-per-person": z
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(10)
    .describe("Open issues from which on a person has more than enough, and `/accept` says so. 0: never."),
  questions: z
    .enum(["on", "off"])
    .default("off")
    .describe("Put three planning questions into the issue of an accepted request; `/plan` answers them."),
});

/** The `feature-requests:` section: what becomes of ideas. */
export const FeatureRequestsConfig = z.strictObject({
  mode: z.enum(["on", "off"]).default("on").describe("`off` neither asks nor tracks; what is known is kept."),
  categories: z
    .array(z.string().min(1))
    .default(["ideas"])
    .describe("Slugs of the categories in which features are requested."),
  labels: LabelsConfig.prefault({}).describe("Labels that show the state in the thread. They are made when missing."),
  "votes-for-decision": z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(10)
    .describe("Upvotes and 👍 from which on a request is marked as ready for decision. 0: never."),
  "votes-to-reconsider": z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(10)
    .describe("Votes that must come after a decline before the request is listed again. 0: never."),
  "close-on-accept": z.boolean().default(false).describe("Close the thread as resolved when it is accepted."),
  "close-declined-as": z
    .enum(["resolved", "outdated"])
    .default("resolved")
    .describe("The reason with which the thread of a declined request is closed."),
  "issue-labels": z
    .array(z.string().min(1).max(50))
    .max(20)
    .default([])
    .describe("Labels of every issue that is made."),
  "issue-type": z
    .string()
    .min(1)
    .optional()
    .describe("Type of every issue that is made, where the organization has it. Without it: none."),
  milestone: z
    .enum(["none", "next-by-due-date"])
    .default("none")
    .describe("The milestone of an issue when `/accept` names none: the open one that is due next, or none."),
  "create-milestones": z
    .boolean()
    .default(true)
    .describe("Make a milestone that `/accept` or `/milestone` names, if `due:` gives its day."),
  "sub-issues": z
    .boolean()
    .default(false)
    .describe("Make each deliverable a sub-issue, and not a line of a task list."),
  project: z
    .string()
    .min(1)
    .optional()
    .describe("Title or number of the organization's project that accepted requests go on. Without it: none."),
  "project-status": z.string().min(1).optional().describe("The board's status of a request that was just accepted."),
  planning: PlanningConfig.prefault({}).describe("What is to be known before a request is promised."),
  fields: FieldsConfig.prefault({}).describe("What the fields of the boards are called."),
  priorities: z
    .array(z.string().min(1).max(50))
    .max(10)
    .default(["p0", "p1", "p2", "p3"])
    .describe("Labels of priorities, the highest first. An issue has one of them at most. `[]`: no labels."),
  "comment-when-shipped": z
    .boolean()
    .default(true)
    .describe("Write one short comment when the issue is completed, so that those who follow the thread hear of it."),
  "triage-any-issue": z
    .boolean()
    .default(false)
    .describe("Let the triage commands work on every issue, not only on those of accepted requests."),
});
export type FeatureRequestsConfig = z.infer<typeof FeatureRequestsConfig>;
