import { rm } from "node:fs/promises";
import type { Hono } from "hono";
import { composeStores } from "../../src/compose-stores.ts";
import type { RepositoryRef, Role } from "../../src/core/discussion.ts";
import type { GitHubReads } from "../../src/core/github-reads.ts";
import type { Plan } from "../../src/core/plan.ts";
import type { Account, UserAuthorization } from "../../src/core/user-authorization.ts";
import { endpoints } from "../../src/dashboard/api/index.ts";
import { RepositoryAccess } from "../../src/dashboard/access/repository-access.ts";
import { usualLimits, type LimitOptions } from "../../src/dashboard/access/request-limits.ts";
import { createDashboard } from "../../src/dashboard/dashboard.ts";
import type { DashboardEnv } from "../../src/dashboard/dashboard-env.ts";
import type { DashboardReads } from "../../src/dashboard/dashboard-reads.ts";
import { repositoryPages, siteActions, sitePages } from "../../src/dashboard/pages/index.ts";
import type { DeclaredPages } from "../../src/dashboard/route-pages.ts";
import { Sessions } from "../../src/dashboard/sign-in/sessions.ts";
import { createLog } from "../../src/web/create-log.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { logLines } from "../helpers/log-lines.ts";
import { MemoryNames } from "../helpers/memory-names.ts";
import { port } from "../helpers/port.ts";

export const publicUrl = "https://frontdesk.example.com";

/** `open` is public and for everybody, `shop` is public, `secret` is private. */
export const repositories = {
  open: { id: 1, owner: "acme", name: "open", installation: 70 },
  shop: { id: 2, owner: "acme", name: "shop", installation: 70 },
  secret: { id: 3, owner: "acme", name: "secret", installation: 70 },
} as const satisfies Record<string, RepositoryRef>;

/** Accounts on GitHub, and what they may do in the private repository. `olga` operates the server. */
export const people: Readonly<
  Record<string, Account & { readonly mayRead: boolean; readonly roles: readonly Role[] }>
> = {
  sam: { id: 11, login: "sam", mayRead: false, roles: [] },
  rita: { id: 12, login: "rita", mayRead: true, roles: [] },
  hana: { id: 13, login: "hana", mayRead: true, roles: ["helper"] },
  olga: { id: 14, login: "olga", mayRead: true, roles: ["helper", "maintainer"] },
};

export interface DashboardOptions {
  readonly pages?: DeclaredPages<DashboardReads>;
  readonly limits?: Partial<LimitOptions>;
  readonly deniedAfterMs?: number;
  /** Without, nobody can sign in. */
  readonly hasSignIn?: boolean;
  readonly publicUrl?: string;
}

/** A dashboard with real stores and a GitHub that is told what to say. */
export class DashboardWorld {
  readonly app: Hono<DashboardEnv>;
  readonly sessions: Sessions;
  readonly stores: Awaited<ReturnType<typeof composeStores>>;
  readonly logged: readonly string[];
  now = new Date("2026-11-29T12:00:00Z");
  /** What GitHub answers when it is asked what somebody may do; and how often it was asked. */
  github = { isDown: false, asked: 0, answersAfter: Promise.resolve() };
  /** Which repositories GitHub says are public. */
  readonly public = new Set<number>([repositories.open.id, repositories.shop.id]);
  /** What comes of somebody's return from GitHub. */
  authorization: Pick<UserAuthorization, "finish"> = { finish: async () => people["rita"] as Account };
  readonly #folder: string;

  private constructor(
    stores: Awaited<ReturnType<typeof composeStores>>,
    folder: string,
    { pages, limits, deniedAfterMs = 0, hasSignIn = true, publicUrl: url = publicUrl }: DashboardOptions,
  ) {
    this.stores = stores;
    this.#folder = folder;
    const lines = logLines();
    this.logged = lines.lines;
    const clock = () => this.now;
    const log = createLog("info", lines);
    this.sessions = new Sessions({
      secret: "a secret of the operator",
      operators: ["Olga"],
      clock,
      ended: new MemoryNames(clock),
    });
    const github = port<GitHubReads>("github.reads", {
      rightsOf: async (_, { id, login }) => {
        this.github.asked += 1;
        await this.github.answersAfter;
        if (this.github.isDown) throw new Error("GitHub is down");
        const person = Object.values(people).find((it) => it.id === id && it.login === login);
        return { mayRead: person?.mayRead ?? false, roles: person?.roles ?? [] };
      },
      configTexts: async () => [],
    });
    const { knowledge, records, inbox } = stores;
    const reads: DashboardReads = {
      ...stores.stores,
      knowledge,
      records,
      inbox,
      github,
      finder: port("finder", { find: async () => [] }),
      backtester: port("backtester", {}),
      splitter: port("splitter", {}),
      editor: port("editor", {}),
      measurer: stores.measurer,
      describePlan: ({ because }: Plan) => [`because ${because}`],
    };
    this.app = createDashboard(
      pages ?? { site: sitePages, actions: siteActions, repository: repositoryPages, api: endpoints },
      {
        reads,
        access: new RepositoryAccess({ records, github, isPublic: async ({ id }) => this.public.has(id), clock, log }),
        signIn: hasSignIn
          ? {
              sessions: this.sessions,
              usedStates: new MemoryNames(clock),
              publicUrl: url,
              authorization: {
                begin: async (callback) => ({
                  url: `https://github.example.com/authorize?to=${encodeURIComponent(callback)}`,
                  state: `state-${Math.random()}`,
                  verifier: "verifier",
                }),
                finish: (...args) => this.authorization.finish(...args),
              },
            }
          : undefined,
        publicUrl: url,
        limits: { ...usualLimits, trustedProxies: 0, ...limits },
        deniedAfterMs,
        clock,
        log,
      },
    );
  }

  static async open(options: DashboardOptions = {}): Promise<DashboardWorld> {
    const { folder } = await dataFolder();
    const stores = await composeStores({ dataFolder: folder, webUrl: "https://github.example.com" }, () => world.now);
    const world: DashboardWorld = new DashboardWorld(stores, folder, options);
    for (const it of Object.values(repositories)) await stores.records.rememberRepository(it);
    await stores.records.keepConfig(
      repositories.open,
      "acme/open:.github/frontdesk.yml",
      "dashboard: { public: true }",
    );
    return world;
  }

  async close(): Promise<void> {
    await this.stores.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The cookie of somebody who is signed in; none for nobody. */
  cookieOf(login: string | undefined): string {
    const person = login === undefined ? undefined : people[login];
    return person ? `__Host-frontdesk=${this.sessions.begin(person)}` : "";
  }

  /** Asks for a page as somebody. */
  get(path: string, as?: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return Promise.resolve(this.app.request(publicUrl + path, { headers: { cookie: this.cookieOf(as), ...headers } }));
  }

  /** Sends a form of a page of ours as somebody, with the token that the page had. */
  async post(
    path: string,
    as: string | undefined,
    { token, headers = {} }: { token?: string; headers?: Record<string, string> } = {},
  ) {
    const cookie = this.cookieOf(as);
    const session = await this.sessions.find(cookie.slice("__Host-frontdesk=".length));
    const form = new URLSearchParams({ token: token ?? (session ? this.sessions.formToken(session) : "") });
    return this.app.request(publicUrl + path, {
      method: "POST",
      body: form,
      headers: { cookie, origin: publicUrl, "sec-fetch-site": "same-origin", ...headers },
    });
  }
}
