import { setTimeout as sleep } from "node:timers/promises";
import type { RepositoryRef, Role } from "../../core/discussion.ts";
import { RateLimitError } from "../../core/errors.ts";
import type { Clock } from "../../core/clock.ts";
import { MemoryBudgets } from "../budget/memory-budgets.ts";
import { RequestPace } from "../budget/request-pace.ts";
import { GitHubClients, type ClientLog } from "../github-clients.ts";
import { appOctokit } from "../octokit.ts";
import type { RepositorySetup } from "../../core/repository-setup.ts";
import { readSetup } from "../read-setup.ts";
import { readContents } from "../read-contents.ts";
import { findHead, readTree } from "../read-tree.ts";
import { TokenCache } from "../token-cache.ts";
import { realTime } from "../stopwatch.ts";
import { readForExport, type ExportPage } from "./read-for-export.ts";
import { readHistory, type HistoryPage, type Patiently } from "./read-history.ts";
import { RoleReader } from "../role-reader.ts";

export interface HistoryClientOptions {
  /** Of a person or of an app, with the right to read discussions and contents. */
  readonly token: string;
  /** Base URL of REST, with GraphQL at `/graphql` under it: `https://api.github.com`. */
  readonly apiUrl: string;
  readonly clock: Clock;
  /** Told before each wait that GitHub asks for. */
  readonly onWait: (until: Date, reason: string) => void;
  readonly log: ClientLog;
}

/** Reads what a repository's people wrote, with a token and without the app. Writes nothing. */
export interface HistoryClient {
  discussions(owner: string, name: string): AsyncGenerator<HistoryPage>;
  /** The same as `frontdesk export` keeps them, from behind a cursor. */
  exported(owner: string, name: string, cursor?: string): AsyncGenerator<ExportPage>;
  /** Everybody who was given a role, by their logins in small letters; undefined where the token may not list them. */
  roles(owner: string, name: string): Promise<ReadonlyMap<string, readonly Role[]> | undefined>;
  /** How a repository is set up. */
  setup(owner: string, name: string): Promise<RepositorySetup>;
  /** The text files of the default branch that `isWanted` by their paths; none in an empty repository. */
  files(
    owner: string,
    name: string,
    isWanted: (path: string) => boolean,
  ): AsyncGenerator<{ readonly path: string; readonly bytes: Uint8Array }>;
}

/** Waits for quotas again and again: an hourly one is back within the hour. */
const maxWaits = 10;

export function createHistoryClient(options: HistoryClientOptions): HistoryClient {
  const { token, apiUrl, clock, log } = options;
  const tokens = new TokenCache(clock, realTime.elapsed);
  const pace = new RequestPace({ budgets: new MemoryBudgets(), holder: "alone", clock, log });
  const Octokit = appOctokit(tokens, pace);
  const clients = new GitHubClients({ Octokit, tokens, credentials: { token }, apiUrl, log, clock });
  const patiently = patience(options);
  const roles = new RoleReader(clients, realTime.elapsed);
  return {
    discussions: (owner, name) => readHistory(clients, refOf(owner, name), patiently),
    exported: (owner, name, cursor) => readForExport(clients, refOf(owner, name), patiently, cursor),
    roles: (owner, name) => patiently(() => roles.rolesOfCollaborators(refOf(owner, name))),
    setup: (owner, name) => patiently(() => readSetup(clients, refOf(owner, name))),
    async *files(owner, name, isWanted) {
      const repository = refOf(owner, name);
      const head = await patiently(() => findHead(clients, repository));
      if (head === undefined) return;
      const tree = await patiently(() => readTree(clients, repository, head));
      yield* readContents(
        clients,
        log,
        repository,
        head,
        tree.filter(({ path }) => isWanted(path)),
      );
    },
  };
}

/** With one token there are no installations to tell apart, and nothing is stored under the repository's id. */
function refOf(owner: string, name: string): RepositoryRef {
  return { id: 0, owner, name, installation: 0 };
}

function patience({ clock, onWait }: HistoryClientOptions): Patiently {
  return async (ask) => {
    for (let waits = 0; ; waits += 1) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof RateLimitError) || waits >= maxWaits) throw error;
        onWait(error.retryAt, error.message);
        await sleep(Math.max(0, error.retryAt.getTime() - clock().getTime()));
      }
    }
  };
}
