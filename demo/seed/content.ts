import { readFileSync, readdirSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { age } from "./content-time.ts";
import { pastThread, recentThread, type PastThread, type RecentThread } from "./thread-content.ts";

const role = z.enum(["read", "triage", "write", "maintain", "admin"]);
const part = z.enum(["asker", "helper", "maintainer", "stranger"]);

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
      /** Whose account is deleted by now. */
      gone: z.boolean().default(false),
    }),
  ),
  /** Logins of other apps than the demo's own. */
  bots: z.array(z.string()),
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
export type IssueContent = z.infer<typeof issue>;
/** Whom scripts can act as. */
export type Part = z.infer<typeof part>;

/** Everything the demo's world is made of, apart from the files of its repository. */
export interface Content {
  readonly project: ProjectContent;
  /** By name of the file, which other texts refer to as `{thread:name}`. */
  readonly threads: ReadonlyMap<string, RecentThread>;
  /** The quarter before, file by file. */
  readonly history: readonly PastThread[];
}

const folder = new URL("../content/", import.meta.url);
/** The repository's files as they are committed. */
export const repositoryFolder = new URL("repository/", folder);

/** Reads the content that comes with the demo. Throws when it is not as it should be, naming the place. */
export function loadContent(): Content {
  const threads = filesIn("threads").map(([name, data]) => [name, recentThread.parse(data)] as const);
  const history = filesIn("history").flatMap(([, data]) => z.array(pastThread).parse(data));
  return { project: project.parse(readYaml("world.yml")), threads: new Map(threads), history };
}

/** Names of the files in a folder, without their ending, and what is in them. */
function filesIn(name: string): readonly (readonly [string, unknown])[] {
  const files = readdirSync(new URL(`${name}/`, folder)).toSorted();
  return files.map((file) => [file.replace(/\.yml$/u, ""), readYaml(`${name}/${file}`)]);
}

function readYaml(path: string): unknown {
  return load(readFileSync(new URL(path, folder), "utf8"));
}
