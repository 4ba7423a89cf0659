import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nullOid } from "local-github-server/git";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import {
  announcePush,
  createOrganization,
  createRepository,
  createUser,
  openDiscussion,
  type Discussion,
  type Repository,
} from "local-github-server/world";
import { startAppProcess, type AppProcess } from "./app-process.ts";
import type { Page } from "./generated-docs.ts";

/** A GitHub in this process, an app in another, and one repository. */
export interface Desk {
  readonly github: LocalGitHub;
  readonly repository: Repository;
  readonly app: AppProcess;
  readonly webhook: { readonly url: string; readonly secret: string };
  /** Pushes these pages to the default branch, besides what is there. */
  push(pages: readonly Page[]): Promise<void>;
  /** Installs the app on the repository. */
  install(): void;
  ask(title: string, body: string): Discussion;
  /** Waits until every webhook is answered and the app's inbox is through. */
  settle(): Promise<void>;
  /** Stops the app, and starts it again on the same data; `meanwhile` is told the folder with them. */
  restart(meanwhile?: (dataFolder: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Everything is answered when something was found, whatever the threshold. */
const config: Page = { path: ".github/frontdesk.yml", content: "related-answers: { threshold: 0 }\n" };

/** Opens a desk whose repository has these pages. The app runs with `more` in its environment, and is not installed yet. */
export async function openDesk(pages: readonly Page[], more: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  const github = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "frontdesk" } });
  const { world } = github;
  const mia = createUser(world, "mia");
  const ann = createUser(world, "ann");
  const acme = createOrganization(world, "acme", { owners: [mia] });
  const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "maintain", ann: "read" } });

  const push = async (files: readonly Page[]): Promise<void> => {
    const git = github.git(repository);
    const before = (await git.resolve("refs/heads/main")) ?? nullOid;
    const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
    const after = await git.importFiles("main", files, { message: "Change the docs", author, keep: true });
    announcePush(world, mia, repository, { ref: "refs/heads/main", before, after, forced: false });
  };
  await push([config, ...pages]);

  const environment = {
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKey,
    WEBHOOK_SECRET: github.app.webhookSecret,
    ONBOARDING: "off",
    GITHUB_API_URL: github.url,
    GITHUB_WEB_URL: github.url,
    DATA_FOLDER: join(folder, "data"),
    ...more,
  };
  let app = await startAppProcess(environment);
  const webhook = { url: `${app.url}/api/github/webhooks`, secret: github.app.webhookSecret };
  github.sendWebhooksTo(webhook.url);

  return {
    github,
    repository,
    get app() {
      return app;
    },
    webhook,
    push,
    install: () => void github.install(mia, acme),
    ask(title, body) {
      const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
      if (category === undefined) throw new Error("The repository has no Q&A.");
      return openDiscussion(world, ann, repository, { category, title, body });
    },
    async settle() {
      await github.webhooks.drain();
      for (;;) {
        const { waiting = 0, running = 0 } = await app.counts();
        if (waiting + running === 0) return;
        await sleep(20);
      }
    },
    async restart(meanwhile) {
      await app.stop();
      await meanwhile?.(join(folder, "data"));
      app = await startAppProcess(environment);
      github.sendWebhooksTo(`${app.url}/api/github/webhooks`);
    },
    async close() {
      await app.stop();
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
