import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { nullOid } from "local-github-server/git";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import {
  announcePush,
  createOrganization,
  createRepository,
  createUser,
  type Repository,
  type User,
} from "local-github-server/world";
import { noLimits } from "../src/github/budget/limits.ts";
import { startApp, type RunningApp } from "../src/main.ts";
import { webhookPath } from "../src/web/server.ts";
import type { Page } from "./generated-docs.ts";

/** A GitHub and an app in this process, which share a clock that is moved: for what takes a day, and asks for no pace. */
export interface DeskWithClock {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly app: RunningApp;
  readonly dataFolder: string;
  /** `mia` maintains; `ann` and `sam` ask. */
  readonly people: Readonly<Record<"mia" | "ann" | "sam", User>>;
  /** Pushes these pages to the default branch, besides what is there. */
  push(pages: readonly Page[]): Promise<void>;
  /** Waits until every webhook is answered and the app is idle. */
  settle(): Promise<void>;
  /** Lets so many milliseconds go by, with the tick at their end. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface DeskWithClockOptions {
  readonly pages: readonly Page[];
  /** Missing: now. Time goes on by itself from there. */
  readonly startAt?: Date;
}

/** Opens such a desk with the app installed. */
export async function openDeskWithClock({ pages, startAt }: DeskWithClockOptions): Promise<DeskWithClock> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  const begun = performance.now();
  const github = await startLocalGitHub({
    folder: join(folder, "github"),
    app: { slug: "frontdesk" },
    ...(startAt && {
      now: () => new Date(startAt.getTime() + performance.now() - begun),
      tokenNow: () => new Date(),
    }),
  });
  const { world } = github;
  const people = { mia: createUser(world, "mia"), ann: createUser(world, "ann"), sam: createUser(world, "sam") };
  const acme = createOrganization(world, "acme", { owners: [people.mia] });
  const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "maintain", ann: "read" } });

  const push = async (files: readonly Page[]): Promise<void> => {
    const git = github.git(repository);
    const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
    const before = (await git.resolve("refs/heads/main")) ?? nullOid;
    const after = await git.importFiles("main", files, { message: "Write", author, keep: true });
    announcePush(world, people.mia, repository, { ref: "refs/heads/main", before, after, forced: false });
  };
  await push(pages);

  const dataFolder = join(folder, "data");
  const { id: appId, privateKey, webhookSecret } = github.app;
  const [apiUrl, webUrl] = [github.url, github.url];
  const app = await startApp(
    { appId, privateKey, webhookSecret, apiUrl, webUrl, host: "127.0.0.1", port: 0, dataFolder, logLevel: "error" },
    pino({ level: "silent" }),
    { clock: () => world.now(), pace: { limits: noLimits, maxInLane: Number.POSITIVE_INFINITY } },
  );
  github.sendWebhooksTo(app.url + webhookPath);
  github.install(people.mia, acme);

  const settle = async (): Promise<void> => {
    for (let seen = -1; seen !== github.webhooks.list().length; await sleep(5)) {
      seen = github.webhooks.list().length;
      await github.webhooks.drain();
      await app.idle();
    }
  };
  await settle();

  return {
    github,
    repository,
    app,
    dataFolder,
    people,
    push,
    settle,
    async pass(ms) {
      await settle();
      world.advanceClock(ms);
      await app.tick();
      await settle();
    },
    async close() {
      await app.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
