import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { LocalGitHub } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import { nullOid, type GitIdentity, type GitRepository } from "local-github-server/git";
import {
  addDiscussionComment,
  announcePush,
  createOrganization,
  createRepository,
  createUser,
  openDiscussion,
  type Discussion,
  type DiscussionComment,
  type Repository,
  type RepositoryRole,
  type User,
  type World,
} from "local-github-server/world";
import type { InboxState } from "../../src/core/delivery.ts";
import { startApp, type RunningApp } from "../../src/main.ts";
import type { DatabasePlace } from "../../src/storage/open-database.ts";
import { createLog } from "../../src/web/create-log.ts";
import { webhookPath } from "../../src/web/server.ts";
import { noLimits } from "../../src/github/budget/limits.ts";
import type { PaceOptions } from "../../src/github/budget/request-pace.ts";
import { hurriedStopwatch } from "./hurried-stopwatch.ts";
import { logLines } from "./log-lines.ts";
import { noThreads } from "./no-threads.ts";
import { nowhere } from "./nowhere.ts";
import { mustBeQuiet } from "./quiet-log.ts";
import { newTestPlace } from "./test-database.ts";

/** Who there is: what each may do in the repository. */
const people: Readonly<Record<string, RepositoryRole>> = { ann: "read", hana: "triage", mia: "maintain", sam: "read" };

/** Nobody waits for another, however many write; by the world's own clock, which whoever moves it moves for this as well. */
const hurriedPace = (world: World): PaceOptions => ({
  stopwatch: hurriedStopwatch(() => world.now().getTime()),
  limits: noLimits,
  maxInLane: Number.POSITIVE_INFINITY,
});

const usualDocs: Readonly<Record<string, string>> = {
  "README.md": "# Widgets\n\nMake widgets from the command line.\n",
  "docs/logging.md":
    "# Logging\n\nWhat the program tells while it works.\n\n## Change the log level\n\nPass `--log-level debug`, or set `log.level` in `widgets.toml`, to see every request and its answer.\n\n## Write logs to a file\n\nUse `log.file` with a path. The file is rotated every day at midnight.\n",
  "docs/install.md":
    "# Install\n\n## On Linux\n\nDownload the archive and put `widgets` on your path.\n\n## Behind a proxy\n\nSet `HTTPS_PROXY` before you run the installer; a certificate of your own goes into `NODE_EXTRA_CA_CERTS`.\n",
};

/** A seed in this variable makes every desk an unlucky one: requests fail, webhooks come late, twice and out of order. */
const trouble = process.env["FRONTDESK_TROUBLE"];

export interface DeskOptions {
  /** Files of the default branch, besides or instead of the usual docs; `null` leaves one out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** Happens in the world before the app is installed. */
  readonly before?: (world: World, repository: Repository) => void;
  /** Happens in the world in the moment in which the app has been installed. */
  readonly justInstalled?: (github: LocalGitHub, repository: Repository) => void;
  /** Login of the person who owns the repository, instead of the organization `acme`. */
  readonly owner?: string;
  /** How the app paces its writes; as fast as it can when missing. */
  readonly pace?: PaceOptions;
  /** Where people reach the app, as its operator told it. */
  readonly publicUrl?: string;
  /** Logins of its operators, where people can sign in; they come back to `publicUrl`. */
  readonly operators?: readonly string[];
  /** How many proxies in front of the app tell from where a request comes. */
  readonly trustedProxies?: number;
  /** The address of the team's chat. */
  readonly chat?: string;
  /** What time it is in the world when it begins, instead of the machine's. From then on time passes as it does. */
  readonly startAt?: Date;
  /** As GitHub is described, whatever trouble other desks have. */
  readonly calm?: boolean;
  /** Whether the app has an operator's listener. */
  readonly metrics?: boolean;
  /** Where everything is kept, on a PostgreSQL server with our tables; in a file of the data folder when missing. */
  readonly databaseUrl?: string;
  /** Whether repositories are asked for a config, and silent until there is one; they are served by the defaults when missing. */
  readonly isOnboarding?: boolean;
  /** The folder of a sentence model. */
  readonly model?: string;
  /** Entries of a git tree before GitHub cuts it short. */
  readonly treeLimit?: number;
}

/** A repository with people in it, and the app at work on it. */
export interface Desk {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly app: RunningApp;
  readonly logLines: readonly string[];
  readonly dataFolder: string;
  /** Where its data is: in that folder, or on the PostgreSQL server of this run. */
  readonly place: DatabasePlace;
  person(login: string): User;
  /** Somebody opens a discussion. */
  ask(title: string, body?: string, by?: string, category?: string): Discussion;
  comment(discussion: Discussion, body: string, by: string, replyTo?: DiscussionComment): DiscussionComment;
  /** Somebody pushes to the default branch; `null` deletes a file. `forced` throws the history away. */
  push(files: Readonly<Record<string, string | Uint8Array | null>>, forced?: boolean): Promise<void>;
  /** Waits until all webhooks are delivered and everything that follows from them is done. */
  settle(): Promise<void>;
  /**
   * Moves the clocks of GitHub and the app forward together, in milliseconds, when nothing is in progress, and settles
   * what is due by then. However far they go, each kind of tick comes once, as after a time of which the app saw nothing.
   */
  advance(ms: number): Promise<void>;
  /** How many deliveries the app has given up. */
  givenUp(): Promise<number>;
  /** The bot's top-level comments in a thread. */
  botComments(discussion: Discussion): DiscussionComment[];
  /** The bot's replies to a comment. */
  botReplies(comment: DiscussionComment): DiscussionComment[];
  /** Stops the app and starts it again on the same data; `meanwhile` happens while it is down. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens a desk: a GitHub on loopback, checked against GitHub's own descriptions, and the app installed on `acme/widgets`. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const github = await startCheckedGitHub({
    app: { slug: "frontdesk" },
    folder: join(folder, "github"),
    ...(options.startAt && { now: clockFrom(options.startAt), tokenNow: () => new Date() }),
    ...(options.treeLimit === undefined ? {} : { treeLimit: options.treeLimit }),
  });
  const { world } = github;
  const users = Object.keys(people).map((login) => createUser(world, login));
  const person = (login: string) => {
    const known = users.find((it) => it.login === login);
    if (known) return known;
    const created = createUser(world, login);
    users.push(created);
    return created;
  };
  const owner =
    options.owner === undefined
      ? createOrganization(world, "acme", { owners: [person("mia")] })
      : person(options.owner);
  const repository = createRepository(world, owner, "widgets", { collaborators: people });

  let head: string | undefined;
  const push = async (files: Readonly<Record<string, string | Uint8Array | null>>, forced = false) => {
    const git = github.git(repository);
    const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
    const before = head;
    const after = await commitFiles(git, files, author, { before, forced });
    head = after;
    announcePush(world, person("mia"), repository, {
      ref: "refs/heads/main",
      before: before ?? nullOid,
      after,
      forced,
    });
  };
  const files = Object.entries({ ...usualDocs, ...options.files }).filter(
    (it): it is [string, string | Uint8Array] => it[1] !== null,
  );
  if (files.length > 0) await push(Object.fromEntries(files));
  options.before?.(world, repository);

  const log = logLines();
  const { place: own, remove } = await newTestPlace();
  const place = { ...own, ...(options.databaseUrl !== undefined && { databaseUrl: options.databaseUrl }) };
  const start = async () => {
    const app = await startApp(
      {
        appId: github.app.id,
        privateKey: github.app.privateKey,
        webhookSecret: github.app.webhookSecret,
        apiUrl: github.url,
        webUrl: github.url,
        host: "127.0.0.1",
        port: 0,
        ...place,
        logLevel: "trace",
        ...(options.isOnboarding === true && { isOnboarding: true }),
        ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
        ...(options.operators && {
          operators: options.operators,
          signIn: { clientId: github.app.clientId, clientSecret: github.app.clientSecret },
        }),
        ...(options.trustedProxies !== undefined && { trustedProxies: options.trustedProxies }),
        ...(options.metrics === true && { metrics: { host: "127.0.0.1", port: 0 } }),
        ...(options.model !== undefined && { embeddings: { folder: options.model } }),
        ...(options.chat !== undefined && { chat: [{ repositories: "*", url: options.chat }] }),
      },
      createLog("trace", log),
      // Trouble must not make a test last longer than the trouble itself, nor must many writes.
      {
        backoff: (attempts) => (attempts < (trouble ? 8 : 3) ? 50 : undefined),
        pace: options.pace ?? hurriedPace(world),
        readRetryMs: 20,
        threads: noThreads,
        clock: () => world.now(),
      },
    );
    github.sendWebhooksTo(app.url + webhookPath);
    return app;
  };
  let app = await start();
  github.install(person("mia"), owner);
  options.justInstalled?.(github, repository);

  const counts = async () => {
    const { inbox } = (await (await fetch(`${app.url}/readyz`)).json()) as { inbox: Record<InboxState, number> };
    return inbox;
  };
  const isQuiet = async () => {
    const { waiting, running } = await counts();
    return waiting + running === 0;
  };
  const newest = () => github.webhooks.list()[0]?.id;
  const settle = async () => {
    for (let seen: number | undefined = -1; seen !== newest() || !(await isQuiet()); await sleep(10)) {
      seen = newest();
      await github.webhooks.drain();
      await app.idle();
    }
  };
  await settle();
  if (trouble && options.calm !== true) stirUp(github, Number(trouble));

  const isBot = ({ author }: DiscussionComment) => author?.__typename === "Bot";
  return {
    github,
    repository,
    get app() {
      return app;
    },
    logLines: log.lines,
    dataFolder: place.dataFolder,
    place,
    person,
    ask: (title, body = "Please help.", by = "ann", slug = "q-a") => {
      const category = repository.discussionCategories.find((it) => it.slug === slug);
      if (!category) throw new Error(`there is no category ${slug}`);
      return openDiscussion(world, person(by), repository, { category, title, body });
    },
    comment: (discussion, body, by, replyTo) =>
      addDiscussionComment(world, person(by), discussion, { body, ...(replyTo ? { replyTo } : {}) }),
    push,
    settle,
    async advance(ms) {
      await settle();
      await github.clock.advance(ms);
      await app.tick();
      await settle();
    },
    givenUp: async () => (await counts()).dead,
    botComments: ({ comments }) => comments.filter(isBot),
    botReplies: ({ replies }) => replies.filter(isBot),
    async restart(meanwhile) {
      await app.stop();
      github.sendWebhooksTo(nowhere);
      await meanwhile?.();
      await github.webhooks.drain();
      app = await start();
      await settle();
    },
    async close() {
      await app.stop();
      github.sendWebhooksTo(nowhere);
      await github.close();
      await remove();
      await rm(folder, { recursive: true, force: true });
      mustBeQuiet(log.lines, github, options.chat === undefined ? [] : [options.chat]);
    },
  };
}

/** A clock that shows this time now, and goes on. */
function clockFrom(start: Date): () => Date {
  const begun = performance.now();
  return () => new Date(start.getTime() + performance.now() - begun);
}

/** Commits to the default branch; many files at once where none is deleted. Answers the new head. */
async function commitFiles(
  git: GitRepository,
  files: Readonly<Record<string, string | Uint8Array | null>>,
  author: GitIdentity,
  { before, forced }: { readonly before: string | undefined; readonly forced: boolean },
): Promise<string> {
  const message = "Change the docs\n";
  const written = Object.entries(files).flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
  if (!forced && written.length === Object.keys(files).length) {
    return git.importFiles("main", written, { message, author, keep: true });
  }
  const changes = await Promise.all(
    Object.entries(files).map(async ([path, it]) => ({ path, sha: it === null ? null : await git.blob(it) })),
  );
  const tree = await git.makeTree(forced ? null : (before ?? null), changes);
  const head = await git.commit({ tree, parents: forced || before === undefined ? [] : [before], message, author });
  await git.updateRef("refs/heads/main", head, before ?? null);
  return head;
}

/** A tenth of all requests goes wrong, before or after its work was done; three webhooks in ten come twice. */
function stirUp(github: LocalGitHub, seed: number): void {
  github.faults.reseed(seed);
  const on = "*";
  github.faults.add({ kind: "status", status: 502, when: "before", on, chance: 0.03 });
  github.faults.add({ kind: "status", status: 502, when: "after", on, chance: 0.03 });
  github.faults.add({ kind: "reset", when: "after", on, chance: 0.02 });
  github.faults.add({ kind: "cut", on, chance: 0.02 });
  github.faults.add({ kind: "secondary-limit", retryAfterSeconds: 1, on, chance: 0.01 });
  github.webhooks.setConduct({ seed, twice: 0.3, shuffled: true, late: 0.1, lateMs: 300 });
}
