import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LocalGitHub, WorkflowRun } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import { announcePush, createOrganization, createRepository, createUser } from "local-github-server/world";
import {
  addDiscussionComment,
  openDiscussion,
  type Discussion,
  type DiscussionComment,
  type Repository,
  type User,
  type World,
} from "local-github-server/world";

import type { RunAction } from "../../src/cli/action/action-report.ts";
import { act } from "../../src/cli/action.ts";
import { runAction } from "../../src/compose-action.ts";
import { noLimits } from "../../src/github/budget/limits.ts";
import { hurriedStopwatch } from "./hurried-stopwatch.ts";
import { noThreads } from "./no-threads.ts";

/** What the example workflow gives its job. */
export const usualPermissions = {
  contents: "write",
  discussions: "write",
  issues: "write",
  pull_requests: "write",
} as const;

/** How a run of the action ended. */
export interface JobEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly seconds: number;
}

interface JobOptions {
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly dry?: boolean;
  /** As a process of its own, as action.yml starts it; it has the machine's clock. */
  readonly asProcess?: boolean;
  /** Told the number of that process. */
  readonly onStart?: (pid: number) => void;
}

/** A repository whose workflow runs the action: on a GitHub without any app of ours. */
export interface WorkflowDesk {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly dataFolder: string;
  person(login: string): User;
  ask(title: string, body?: string, slug?: string): Discussion;
  comment(discussion: Discussion, body: string, by: string): DiscussionComment;
  push(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs the action for each event since the last call, in order, as a workflow on all of them does. */
  runAll(options?: JobOptions): Promise<readonly JobEnd[]>;
  /** The events since the last call, without running anything. */
  events(): Promise<readonly WorkflowRun[]>;
  run(event: Pick<WorkflowRun, "event" | "payload"> & { readonly id?: number }, options?: JobOptions): Promise<JobEnd>;
  /** What becomes of a cache that GitHub has thrown away. */
  loseData(): Promise<void>;
  botComments(discussion: Discussion): DiscussionComment[];
  /** All that a bot has left on GitHub, in words that are the same when nothing was done twice. */
  traces(): readonly string[];
  close(): Promise<void>;
}

const roles = { ann: "read", hana: "triage", mia: "maintain" } as const;

/** Opens a repository with docs, and Actions turned on. `docs` are files besides those; `startAt`: what time it is. */
export async function openWorkflow(
  options: {
    readonly files?: Readonly<Record<string, string>>;
    readonly isPrivate?: boolean;
    /** What time it is in the world when it begins, instead of the machine's. */
    readonly startAt?: Date;
  } = {},
): Promise<WorkflowDesk> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-action-"));
  const dataFolder = join(folder, "data");
  const { startAt } = options;
  const begun = performance.now();
  const github = await startCheckedGitHub({
    folder: join(folder, "github"),
    ...(startAt && {
      now: () => new Date(startAt.getTime() + performance.now() - begun),
      tokenNow: () => new Date(),
    }),
  });
  const { world } = github;
  const people = new Map(Object.keys(roles).map((login) => [login, createUser(world, login)]));
  const person = (login: string) => {
    const known = people.get(login) ?? createUser(world, login);
    people.set(login, known);
    return known;
  };
  const acme = createOrganization(world, "acme", { owners: [person("mia")] });
  const repository = createRepository(world, acme, "widgets", {
    collaborators: roles,
    isPrivate: options.isPrivate ?? false,
  });
  repository.letsWorkflowsOpenPullRequests = true;
  let head: string | undefined;
  const push = async (files: Readonly<Record<string, string>>) => {
    const written = Object.entries(files).map(([path, content]) => ({ path, content }));
    const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
    const before = head ?? "0".repeat(40);
    head = await github.git(repository).importFiles("main", written, { message: "Change\n", author, keep: true });
    announcePush(world, person("mia"), repository, { ref: "refs/heads/main", before, after: head, forced: false });
  };
  await push({
    "README.md": "# Widgets\n\nMake widgets from the command line.\n",
    "docs/logging.md":
      "# Logging\n\n## Change the log level\n\nPass `--log-level debug` to see every request and its answer.\n",
    ...options.files,
  });
  github.workflows.enable(repository);

  const run: WorkflowDesk["run"] = async (event, given = {}) => {
    const eventPath = join(folder, "event.json");
    const outputPath = join(folder, "output");
    const summaryPath = join(folder, "summary");
    await writeFile(eventPath, JSON.stringify(event.payload));
    await Promise.all([outputPath, summaryPath].map((it) => writeFile(it, "")));
    const began = performance.now();
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: event.event,
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_REPOSITORY: "acme/widgets",
      GITHUB_REPOSITORY_ID: String(repository.databaseId),
      GITHUB_REF: "refs/heads/main",
      GITHUB_RUN_ID: String(event.id ?? Date.now()),
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      GITHUB_SERVER_URL: github.url,
      GITHUB_OUTPUT: outputPath,
      GITHUB_STEP_SUMMARY: summaryPath,
      RUNNER_TEMP: folder,
      INPUT_TOKEN: given.token ?? github.workflows.token(repository, given.permissions ?? usualPermissions),
      INPUT_DATA_FOLDER: dataFolder,
      INPUT_DRY_RUN: String(given.dry ?? false),
      INPUT_MAX_MINUTES: "1",
      ...given.env,
    };
    const { code, stdout, stderr } =
      given.asProcess === true ? await runProcess(env, given.onStart) : await runHere(env, world);
    return {
      code,
      stdout,
      stderr,
      seconds: (performance.now() - began) / 1000,
      summary: await readFile(summaryPath, "utf8"),
      outputs: readOutputs(await readFile(outputPath, "utf8")),
    };
  };

  return {
    github,
    repository,
    dataFolder,
    person,
    push,
    run,
    ask(title, body = "Please help.", slug = "q-a") {
      const category = repository.discussionCategories.find((it) => it.slug === slug);
      if (!category) throw new Error(`there is no category ${slug}`);
      return openDiscussion(world, person("ann"), repository, { category, title, body });
    },
    comment: (discussion, body, by) => addDiscussionComment(world, person(by), discussion, { body }),
    events: () => github.workflows.take(repository),
    async runAll(given) {
      const ended: JobEnd[] = [];
      for (const event of await github.workflows.take(repository)) ended.push(await run(event, given));
      return ended;
    },
    loseData: () => rm(dataFolder, { recursive: true, force: true }),
    botComments: ({ comments }) => comments.filter(({ author }) => author?.__typename === "Bot"),
    traces: () => tracesIn(repository),
    async close() {
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** On the test's thread, by the world's clock. */
async function runHere(env: Environment, world: World): Promise<Pick<JobEnd, "code" | "stdout" | "stderr">> {
  let stdout = "";
  const run = (...[run, write]: Parameters<RunAction>) =>
    runAction(run, write, {
      threads: noThreads,
      clock: () => world.now(),
      readRetryMs: 20,
      backoff: (attempts) => (attempts < 3 ? 50 : undefined),
      pace: {
        stopwatch: hurriedStopwatch(() => world.now().getTime()),
        limits: noLimits,
        maxInLane: Number.POSITIVE_INFINITY,
      },
    });
  const code = await act(env, run, (text) => (stdout += text));
  return { code, stdout, stderr: "" };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** As action.yml runs it. Of the machine's environment it has the path alone. */
async function runProcess(
  env: Environment,
  onStart: JobOptions["onStart"],
): Promise<Pick<JobEnd, "code" | "stdout" | "stderr">> {
  const child = spawn(process.execPath, ["bin/frontdesk.js", "action"], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const out = { stdout: "", stderr: "" };
  child.stdout.on("data", (it: Buffer) => (out.stdout += it.toString()));
  child.stderr.on("data", (it: Buffer) => (out.stderr += it.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, ...out };
}

const isBot = ({ author }: { readonly author: { readonly __typename: string } | null }) => author?.__typename === "Bot";

function tracesIn(repository: Repository): string[] {
  const { discussions, issues, pullRequests, labels } = repository;
  const commentsOf = (it: Discussion) => it.comments.flatMap((comment) => [comment, ...comment.replies]);
  return [
    ...discussions.flatMap((it) => [
      `#${it.number} ${it.title}: ${it.closed ? "closed" : "open"}, ${it.labels.map(({ name }) => name).join(", ")}`,
      ...commentsOf(it).flatMap((comment) => [
        ...(isBot(comment) ? [`#${it.number}: ${comment.body}`] : []),
        ...comment.reactions
          .filter(({ user }) => user.__typename === "Bot")
          .map(({ content }) => `${comment.id}: ${content}`),
      ]),
    ]),
    ...issues.flatMap((it) => [
      `issue ${it.number} ${it.title}: ${it.state}, ${it.labels.map(({ name }) => name).join(", ")}: ${it.body}`,
      ...it.comments.filter(isBot).map(({ body }) => `issue ${it.number}: ${body}`),
    ]),
    ...pullRequests.map((it) => `pull request ${it.number} ${it.title}: ${it.state}, ${it.headRefOid}`),
    ...labels.map(({ name }) => `label ${name}`),
  ];
}

/** As the runner reads them: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, name, end] = /^([\w-]+)<<(.+)$/u.exec(lines[at] ?? "") ?? [];
    if (name === undefined || end === undefined) continue;
    const until = lines.indexOf(end, at + 1);
    outputs[name] = lines.slice(at + 1, until).join("\n");
    at = until;
  }
  return outputs;
}
