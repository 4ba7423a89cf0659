import { z } from "zod";
import { Duration } from "../../business-time/duration.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { unknownPlaceholders } from "./messages/fill-template.ts";

/** Priorities, the highest first. */
export const priorityNames = ["p1", "p2", "p3", "p4"] as const;
export type PriorityName = (typeof priorityNames)[number];

const PriorityKey = z.enum(priorityNames, { error: `must be one of ${priorityNames.join(", ")}` });

const target = (what: string) => Duration.optional().describe(`${what} Without it: no clock.`);

/** Durations, as written: `targetsOf` has them in seconds. */
const Targets = {
  "first-response": target("How long a question may wait for its first reply, in business time."),
  "next-response": target("How long the asker may wait for the team's reply to what they write later."),
  resolution: target("How long it may take until an answer is marked, in the time that the team has the next word."),
};

const Calendar = z.string().min(1).max(50);

const Template = z
  .string()
  .min(1)
  .max(1_000)
  .superRefine((text, context) => {
    for (const name of unknownPlaceholders(text)) {
      context.addIssue({ code: "custom", message: `there is no {${name}}; write {by} for the time, or {priority}` });
    }
  });

const PriorityConfig = (label: PriorityName) =>
  z.strictObject({
    label: z
      .string()
      .min(1)
      .max(50)
      .nullable()
      .default(label)
      .describe("Label of this priority, which counts whoever puts it on. `null`: no label."),
    ...Targets,
    calendar: Calendar.optional().describe("Business hours of this priority, instead of `watch.calendar`."),
    categories: z
      .record(z.string().min(1).max(100), z.strictObject(Targets))
      .default({})
      .describe("Targets of their own for categories, by their slugs. One that is left out there is the priority's."),
    expectation: Template.nullable()
      .optional()
      .describe(
        "What the asker is told to expect, in Markdown; `{by}` is the time of the target, and without a target nothing that says it is said. `null`: nothing. Without it: a sentence of Frontdesk's own.",
      ),
  });

const RuleConfig = z
  .strictObject({
    category: z.string().min(1).max(100).optional().describe("Slug of the category."),
    label: z.string().min(1).max(50).optional().describe("A label that the discussion has."),
    form: z
      .record(z.string().min(1).max(200), z.string().min(1).max(200))
      .optional()
      .describe("Answers of the discussion's form, by their questions; of several answers one is enough."),
    title: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(50)
      .optional()
      .describe("Words, or phrases, of which the title has one."),
    priority: PriorityKey.describe("The priority then."),
  })
  .refine(({ category, label, form, title }) => category ?? label ?? form ?? title, {
    error: "says no condition; add category, label, form or title",
  });

const ExpectationConfig = z.strictObject({
  mode: z.enum(["on", "off"]).default("on").describe("`off` tells askers nothing about when they are answered."),
  alone: z
    .boolean()
    .default(false)
    .describe(
      "Comment for the expectation alone where there is no comment of Frontdesk's yet. Without it, it is told inside of that comment only. In shadow mode of `related-answers` there is none.",
    ),
  wording: z
    .enum(["aim", "promise"])
    .default("aim")
    .describe("Whether the team aims to answer by then, or promises to."),
  meanwhile: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe("How askers can help themselves meanwhile, in Markdown. It is said with every expectation."),
});

/** The `watch:` section: who owes the next word, and by when. */
export const WatchConfig = z
  .strictObject({
    mode: z
      .enum(["on", "off"])
      .default("on")
      .describe("`off` watches nothing, and nobody is called; what happens meanwhile is reckoned when it is on again."),
    categories: z
      .array(z.string().min(1).max(100))
      .max(25)
      .optional()
      .describe("Slugs of the categories that are watched. Without it: every category whose format is Q&A."),
    calendar: Calendar.optional().describe(
      "The calendar of `calendars` in whose hours time counts. Without it the only one there is, or the one called `default`, or around the clock.",
    ),
    "first-response": z
      .enum(["anyone", "team"])
      .default("anyone")
      .describe(
        "Whose reply is the first response: any person's but the asker's, or only one by people with triage rights.",
      ),
    near: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(80)
      .describe("From which part of a target on it is near, in percent of its business time."),
    priorities: z
      .strictObject({
        p1: PriorityConfig("p1").prefault({}).describe("The highest priority."),
        p2: PriorityConfig("p2").prefault({}).describe("The second priority."),
        p3: PriorityConfig("p3").prefault({}).describe("The third priority."),
        p4: PriorityConfig("p4").prefault({}).describe("The lowest priority."),
      })
      .prefault({})
      .describe(
        "What is promised for each priority. Without targets nothing is: who waits on whom is told all the same.",
      ),
    "default-priority": PriorityKey.default("p3").describe(
      "The priority of a discussion that no label and no rule gives one.",
    ),
    rules: z
      .array(RuleConfig)
      .max(100)
      .default([])
      .describe(
        "Priorities by what a discussion is; all conditions of a rule must hold, and the first rule that fits counts.",
      ),
    "needs-info-label": z
      .string()
      .min(1)
      .max(50)
      .nullable()
      .default("needs-info")
      .describe("Label of a discussion whose asker was asked for something by `/needs-info`. `null`: no label."),
    expectation: ExpectationConfig.prefault({}).describe("What askers are told of when they are answered."),
  })
  .superRefine(({ priorities }, context) => {
    for (const [i, name] of priorityNames.entries()) {
      const { label } = priorities[name];
      const same = priorityNames.slice(0, i).find((it) => isSameLabel(priorities[it].label, label));
      if (same === undefined) continue;
      const message = `${name} and ${same} have the same label ${label}; one could not be told from the other`;
      context.addIssue({ code: "custom", path: ["priorities", name, "label"], message });
    }
  });
export type WatchConfig = z.infer<typeof WatchConfig>;
export type PriorityConfig = WatchConfig["priorities"][PriorityName];

/** Calendars that the watch names and `calendars` does not have. */
export function unknownWatchCalendars(
  { calendar, priorities }: WatchConfig,
  names: readonly string[],
): readonly { readonly path: readonly string[]; readonly message: string }[] {
  const named = [
    { path: ["calendar"], name: calendar },
    ...priorityNames.map((it) => ({ path: ["priorities", it, "calendar"], name: priorities[it].calendar })),
  ];
  return named.flatMap(({ path, name }) => {
    if (name === undefined || names.includes(name)) return [];
    const known = names.length === 0 ? "none is set" : `there are ${names.map((it) => `\`${it}\``).join(", ")}`;
    return [{ path, message: `there is no calendar \`${name}\` in \`calendars\`; ${known}` }];
  });
}

function isSameLabel(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && isSameName(one, other);
}
