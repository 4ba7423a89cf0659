import { answerRequest } from "./answer-request.ts";
import { createServer } from "node:http";
import { join } from "node:path";
import { Access } from "./access/access.ts";
import { Api } from "./api/api.ts";
import { type ExchangeListener } from "./api/http-messages.ts";
import { MovableClock } from "./clock/movable-clock.ts";
import { Faults, asDocumented, type Quirks } from "./api/faults.ts";
import { GitFolders } from "./git/git-folders.ts";
import type { GitRepository } from "./git/git-repository.ts";
import { executableSchema } from "./graphql/schema.ts";
import { Ledger } from "./api/ledger.ts";
import { Limits } from "./api/limits.ts";
import type { PageContext } from "./pages/visit.ts";
import { SavedState } from "./saved-state.ts";
import { Webhooks } from "./webhooks/webhooks.ts";
import { installApp, registerApp } from "./world/installations.ts";
import type { App, Installation, Organization, Permissions, Repository, User } from "./world/objects.ts";
import { createOrganization } from "./world/people.ts";
import { World } from "./world/world.ts";
import { Workflows } from "./workflows/workflows.ts";

/** What the app may do unless stated: all that is emulated. */
const defaultPermissions: Permissions = {
  metadata: "read",
  discussions: "write",
  issues: "write",
  contents: "write",
  pull_requests: "write",
  checks: "write",
  organization_projects: "write",
  members: "read",
};
const defaultEvents = [
  "discussion",
  "discussion_comment",
  "issues",
  "issue_comment",
  "sub_issues",
  "milestone",
  "label",
  "push",
  "pull_request",
  "check_run",
  "check_suite",
  "repository",
] as const;

export interface LocalGitHubOptions {
  /** Where git repositories and the saved world live. A world saved here is loaded. */
  readonly folder: string;
  /** 0 or missing: any free one. */
  readonly port?: number;
  /** A world made before; instead of the saved one. */
  readonly world?: World;
  /** Fills a new world: not called when a saved or given one is used. It has no address and no git yet but `git` here. */
  readonly seed?: (world: World, app: App, git: (repository: Repository) => GitRepository) => void | Promise<void>;
  /** The app to register in a new world; `my-app` with all permissions and events that are emulated, unless stated. */
  readonly app?: {
    readonly slug?: string;
    readonly permissions?: Permissions;
    readonly events?: readonly string[];
    readonly privateKey?: string;
  };
  /** Where the app's webhooks go, from the start. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** What time it is in the world, before anybody moves its clock; the machine's unless stated. */
  readonly now?: () => Date;
  /** By which clock tokens come and end, where that is not `now`: apps sign theirs by their machine's. */
  readonly tokenNow?: () => Date;
  /** Entries of a recursive git tree before it is cut; GitHub's is 100,000. */
  readonly treeLimit?: number;
}

/** A running GitHub on loopback. */
export interface LocalGitHub {
  /** Base URL of REST and of the pages; GraphQL is at `/graphql`. */
  readonly url: string;
  readonly world: World;
  /** The app, as its developer knows it. */
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly privateKey: string;
    readonly webhookSecret: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly access: Access;
  readonly ledger: Ledger;
  readonly limits: Limits;
  readonly faults: Faults;
  /** How it behaves where GitHub is not documented; may be changed at any time. */
  readonly quirks: Quirks;
  readonly webhooks: Webhooks;
  /** Send the app's webhooks to this address from now on, signed with its secret. */
  sendWebhooksTo(url: string): void;
  /** The app's people are sent back to one of these addresses after they have signed in. */
  setCallbacks(urls: readonly string[]): void;
  /** Somebody installs the app on an account: on all its repositories, or on some. */
  install(by: User, account: User | Organization, repositories?: readonly Repository[]): Installation;
  /** GitHub Actions: events for which workflows run, and the token of a run. */
  readonly workflows: Workflows;
  /** A personal token with which a client acts as this person. */
  tokenFor(login: string): string;
  /** The git side of a repository; an empty one is made where there is none. */
  git(repository: Repository): GitRepository;
  /** Calls the listener with every API request and its answer; what it returns stops that. */
  onExchange(listener: ExchangeListener): () => void;
  /** The world's clock, to be moved forward. Tokens keep to the machine's. */
  readonly clock: MovableClock;
  /** Write the world to its folder now; it also happens shortly after each change. */
  save(): Promise<void>;
  /** Stop, breaking what is under way, and save. */
  close(): Promise<void>;
}

/** Start a GitHub on loopback, with the world saved in the folder or a new one. */
export async function startLocalGitHub(options: LocalGitHubOptions): Promise<LocalGitHub> {
  const state = new SavedState(options.folder);
  const folders = new GitFolders(join(options.folder, "git"));
  const git = (repository: Repository): GitRepository => folders.of(repository);
  const { world, app } = await prepareWorld(options, state, git);
  if (options.webhook !== undefined) app.webhook = options.webhook;

  // Once a process; at the first query it would look like a slow GitHub.
  executableSchema();
  const access = new Access(world, options.tokenNow);
  const limits = new Limits(() => world.now());
  const faults = new Faults();
  const ledger = new Ledger();
  const quirks = asDocumented();
  const webhooks = new Webhooks(world, git);
  const workflows = new Workflows(world, { access, limits, git });
  const limited = options.treeLimit === undefined ? {} : { treeLimit: options.treeLimit };
  const api = new Api({ world, access, limits, faults, ledger, quirks, webhooks, git, ...limited });
  const clock = new MovableClock(world, () => state.changed());
  const pages: PageContext = {
    world,
    git,
    deliveries: toPageLog(webhooks),
    clock,
    authorizations: access.authorizations,
    manifests: access.manifests,
  };

  const server = createServer((request, response) => {
    const parts = { world, access, api, pages, git, changed: () => state.changed() };
    answerRequest(request, response, parts).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end(`local GitHub failed: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  world.attach({ origin: url });
  state.keep(world);
  world.on(() => state.changed());

  return {
    url,
    world,
    app: {
      id: app.databaseId,
      slug: app.slug,
      privateKey: app.privateKey,
      webhookSecret: app.webhook.secret,
      clientId: app.clientId,
      clientSecret: access.authorizations.clientSecretOf(app),
    },
    access,
    ledger,
    limits,
    faults,
    quirks,
    webhooks,
    workflows,
    git,
    sendWebhooksTo: (to) => webhooks.setTarget(app, { url: to, secret: app.webhook.secret }),
    setCallbacks: (urls) => access.authorizations.setCallbacks(app, urls),
    install: (by, account, repositories) => installApp(world, by, app, account, repositories),
    tokenFor: (login) => access.tokenFor(login),
    onExchange: (listener) => api.onExchange(listener),
    clock,
    save: async () => state.save(),
    close: async () => {
      await clock.close();
      workflows.close();
      await webhooks.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      folders.close();
      await state.close();
    },
  };
}

async function prepareWorld(
  options: LocalGitHubOptions,
  state: SavedState,
  git: (repository: Repository) => GitRepository,
): Promise<{ readonly world: World; readonly app: App }> {
  const attached = { git, ...(options.now === undefined ? {} : { now: options.now }) };
  const known = options.world ?? (await state.load(attached));
  const world = known ?? new World(attached);
  world.attach(attached);
  const [there] = world.all("App");
  const app = there ?? registerFirstApp(world, options);
  if (known === undefined) await options.seed?.(world, app, git);
  return { world, app };
}

function registerFirstApp(world: World, { app }: LocalGitHubOptions): App {
  const developer = createOrganization(world, "my-developers");
  return registerApp(world, developer, {
    slug: app?.slug ?? "my-app",
    permissions: app?.permissions ?? defaultPermissions,
    events: app?.events ?? defaultEvents,
    ...(app?.privateKey !== undefined && { privateKey: app.privateKey }),
  });
}

function toPageLog(webhooks: Webhooks): PageContext["deliveries"] {
  return {
    list: () => webhooks.list(),
    redeliver: async (id) => {
      await webhooks.redeliver(id);
    },
  };
}
