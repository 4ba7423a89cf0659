import { readFileSync, readdirSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";

/** A length of time in days, hours and minutes, such as `41d 6h`; negative for the other direction. Milliseconds. */
const age = z.string().transform((text, context) => {
  const parts = [...text.matchAll(/(?<!\d)(\d+)(d|h|m)/gu)];
  if (parts.length === 0) context.addIssue(`"${text}" is no length of time such as "3d 4h"`);
  const sum = parts.reduce((total, [, count, unit]) => total + Number(count) * unitMs(unit), 0);
  return text.startsWith("-") ? -sum : sum;
});

function unitMs(unit: string | undefined): number {
  return unit === "d" ? 86_400_000 : unit === "h" ? 3_600_000 : 60_000;
}

const role = z.enum(["read", "triage", "write", "maintain", "admin"]);
const part = z.enum(["asker", "helper", "maintainer", "stranger"]);
const content = z.enum(["THUMBS_UP", "THUMBS_DOWN", "LAUGH", "HOORAY", "CONFUSED", "HEART", "ROCKET", "EYES"]);
const reactions = z.partialRecord(content, z.array(z.string())).default({});

const reply = z.strictObject({
  by: z.string(),
  after: age,
  body: z.string(),
  answer: z.boolean().default(false),
  reactions,
});

const comment = reply.extend({
  replies: z.array(reply).default([]),
  minimized: z
    .strictObject({
      by: z.string(),
      after: age,
      reason: z.enum(["abuse", "duplicate", "off-topic", "outdated", "resolved", "spam"]),
    })
    .optional(),
});

const thread = z.strictObject({
  title: z.string(),
  category: z.string(),
  by: z.string(),
  openedAgo: age,
  labels: z.array(z.string()).default([]),
  upvotes: z.array(z.string()).default([]),
  body: z.string(),
  reactions,
  comments: z.array(comment).default([]),
  closed: z
    .strictObject({ by: z.string(), after: age, reason: z.enum(["RESOLVED", "OUTDATED", "DUPLICATE"]) })
    .optional(),
});

const issue = z.strictObject({
  title: z.string(),
  by: z.string(),
  openedAgo: age,
  closedAgo: age.optional(),
  closedAs: z.enum(["COMPLETED", "NOT_PLANNED", "DUPLICATE"]).default("COMPLETED"),
  labels: z.array(z.string()).default([]),
  milestone: z.string().optional(),
  assignees: z.array(z.string()).default([]),
  body: z.string(),
  comments: z.array(z.strictObject({ by: z.string(), after: age, body: z.string() })).default([]),
  board: z.strictObject({ status: z.string(), priority: z.string(), targetIn: age.optional() }).optional(),
});

const project = z.strictObject({
  organization: z.strictObject({
    login: z.string(),
    name: z.string(),
    description: z.string(),
    team: z.strictObject({ name: z.string(), members: z.array(z.string()) }),
  }),
  repository: z.strictObject({ name: z.string(), description: z.string(), createdAgo: age }),
  people: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      part: part.optional(),
      role: role.optional(),
      member: z.boolean().default(false),
      owner: z.boolean().default(false),
      bio: z.string().optional(),
      location: z.string().optional(),
    }),
  ),
  categories: z.array(
    z.strictObject({
      name: z.string(),
      slug: z.string(),
      emoji: z.string(),
      description: z.string(),
      answerable: z.boolean().default(false),
    }),
  ),
  labels: z.array(z.strictObject({ name: z.string(), color: z.string(), description: z.string() })),
  milestones: z.array(
    z.strictObject({
      title: z.string(),
      description: z.string(),
      dueIn: age,
      createdAgo: age,
      closedAgo: age.optional(),
    }),
  ),
  issues: z.array(issue),
  pullRequests: z.array(
    z.strictObject({
      title: z.string(),
      by: z.string(),
      openedAgo: age,
      branch: z.string(),
      file: z.string(),
      adds: z.string(),
      body: z.string(),
    }),
  ),
  board: z.strictObject({
    title: z.string(),
    shortDescription: z.string(),
    statuses: z.array(z.string()),
    priorities: z.array(z.string()),
  }),
});

/** The people, settings and plans of the demo's project. */
export type ProjectContent = z.infer<typeof project>;
/** A discussion of the demo, with ages instead of dates. */
export type DiscussionContent = z.infer<typeof thread>;
export type IssueContent = z.infer<typeof issue>;
/** Whom scripts can act as. */
export type Part = z.infer<typeof part>;

/** Everything the demo's world is made of, apart from the files of its repository. */
export interface Content {
  readonly project: ProjectContent;
  /** By name of the file, which other texts refer to as `{thread:name}`. */
  readonly threads: ReadonlyMap<string, DiscussionContent>;
}

const folder = new URL("../content/", import.meta.url);
/** The repository's files as they are committed. */
export const repositoryFolder = new URL("repository/", folder);

/** Reads the content that comes with the demo. Throws when it is not as it should be, naming the place. */
export function loadContent(): Content {
  const threads = new Map<string, DiscussionContent>();
  for (const name of readdirSync(new URL("threads/", folder)).toSorted()) {
    threads.set(name.replace(/\.yml$/u, ""), thread.parse(readYaml(`threads/${name}`)));
  }
  return { project: project.parse(readYaml("world.yml")), threads };
}

function readYaml(path: string): unknown {
  return load(readFileSync(new URL(path, folder), "utf8"));
}
