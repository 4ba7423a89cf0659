import { GraphqlResponseError } from "@octokit/graphql";
import type { ProbotOctokit } from "probot";
import { GoneError, RefusedError } from "../core/errors.ts";
import type { Clock } from "../core/clock.ts";
import { FindViewer } from "./generated/documents.ts";
import type { GraphqlDocument } from "./graphql-document.ts";
import type { AppOctokit } from "./octokit.ts";
import { bareLogin, type OwnAccount } from "./own-account.ts";
import type { RepositoryToken, SignIn } from "./sign-in.ts";
import type { TokenCache } from "./token-cache.ts";
import { toPortError, type GitHubOperation } from "./to-port-error.ts";

export interface ClientOptions {
  readonly Octokit: AppOctokit;
  readonly tokens: TokenCache;
  /** Or a token alone, of somebody who reads and has written nothing for us. */
  readonly credentials: SignIn | { readonly token: string };
  /** Base URL of REST; GraphQL is at `/graphql` under it. */
  readonly apiUrl: string;
  readonly log: ClientLog;
  readonly clock: Clock;
}

/** The part of pino's logger that this folder uses. */
export interface ClientLog {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** One Octokit for the app and one for each installation, the ways to ask them something, and whom they write as. */
export class GitHubClients {
  readonly #options: ClientOptions;
  readonly #installations = new Map<number, ProbotOctokit>();
  readonly #app: ProbotOctokit;
  #own: Promise<OwnAccount> | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#app = this.#connect({});
  }

  now(): Date {
    return this.#options.clock();
  }

  /** Forget what we hold of an installation: it was removed or suspended, or its permissions changed. */
  evict(installation: number): void {
    this.#options.tokens.evict(installation);
    this.#installations.delete(installation);
  }

  /** The one repository of the token we sign in by; undefined for an App, and for a token that only reads. */
  get only(): RepositoryToken["repository"] | undefined {
    const { credentials } = this.#options;
    return "repository" in credentials ? credentials.repository : undefined;
  }

  /**
   * The account we write by; undefined for a token that only reads. Once in a process: two REST requests for an App,
   * since its number is asked for by an installation and the app itself may ask about itself alone; 1 point for a token.
   */
  async own(installation: number): Promise<OwnAccount | undefined> {
    const isApp = !("token" in this.#options.credentials);
    if (!isApp && !this.only) return undefined;
    this.#own ??= isApp ? this.#readOwn(installation) : this.#readViewer(installation);
    try {
      return await this.#own;
    } catch (error) {
      this.#own = undefined;
      throw error;
    }
  }

  async #readOwn(installation: number): Promise<OwnAccount> {
    const operation = { doing: "ask GitHub who we are", needs: "none", isWrite: false };
    const { data: app } = await this.asApp(operation, (octokit) => octokit.rest.apps.getAuthenticated());
    if (!app?.slug) throw new Error(`Could not ${operation.doing}: the answer names no app`);
    const { slug } = app;
    try {
      const { data } = await this.rest(installation, operation, (octokit) =>
        octokit.rest.users.getByUsername({ username: `${slug}[bot]` }),
      );
      return { slug, id: data.id };
    } catch (error) {
      if (error instanceof GoneError || error instanceof RefusedError) return { slug, id: undefined };
      throw error;
    }
  }

  /**
   * An installation may ask GraphQL who it is, and not REST: fullsend-ai/fullsend#1953. Of a workflow's token it is
   * `github-actions[bot]`.
   */
  async #readViewer(installation: number): Promise<OwnAccount> {
    const operation = { doing: "ask GitHub who we are", needs: "none" };
    const { viewer } = await this.graphql(installation, FindViewer, {}, operation);
    return { slug: bareLogin(viewer.login), id: viewer.databaseId ?? undefined };
  }

  /** Ask as the app itself. */
  async asApp<Answer>(operation: GitHubOperation, ask: (octokit: ProbotOctokit) => Promise<Answer>): Promise<Answer> {
    return this.#withPortErrors(operation, async () => ask(this.#app));
  }

  /** Ask REST as an installation. */
  async rest<Answer>(
    installation: number,
    operation: GitHubOperation,
    ask: (octokit: ProbotOctokit) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#withPortErrors(operation, async () => ask(this.#of(installation)));
  }

  /**
   * Ask GraphQL as an installation. An answer with errors is an error even where it holds data too,
   * unless nothing else went wrong than what `mayMiss` allows for.
   */
  async graphql<Answer, Variables extends Readonly<Record<string, unknown>>>(
    installation: number,
    document: GraphqlDocument<Answer, Variables>,
    variables: Variables,
    operation: Omit<GitHubOperation, "isWrite">,
    mayMiss?: MayMiss,
  ): Promise<Answer> {
    return this.#withPortErrors({ ...operation, isWrite: document.kind === "mutation" }, async () => {
      const answer = await this.#of(installation)
        .graphql<Answer | null | undefined>(document.text, variables)
        .catch((error: unknown) => {
          if (mayMiss === undefined || !misses<Answer>(error, mayMiss)) throw error;
          return error.data;
        });
      if (answer === undefined || answer === null) throw new Error(`GitHub's answer to ${document.name} has no data`);
      return answer;
    });
  }

  #of(installation: number): ProbotOctokit {
    const known = this.#installations.get(installation);
    if (known) return known;
    const made = this.#connect({ installationId: installation });
    this.#installations.set(installation, made);
    return made;
  }

  #connect(auth: { readonly installationId?: number }): ProbotOctokit {
    const { Octokit, credentials, apiUrl, log } = this.#options;
    const given = "token" in credentials ? { token: credentials.token } : { ...credentials, ...auth };
    return new Octokit({ baseUrl: apiUrl, log, auth: given });
  }

  async #withPortErrors<Answer>(operation: GitHubOperation, ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw toPortError(error, operation, this.now());
    }
  }
}

/** A part of a query without which the rest of its answer still serves. */
export interface MayMiss {
  /** Name of the part at the root of the query. */
  readonly part: string;
  /** Why it may be missing: it is not there, or we may not read it. */
  readonly because: readonly ("NOT_FOUND" | "FORBIDDEN")[];
}

function misses<Answer>(error: unknown, { part, because }: MayMiss): error is GraphqlResponseError<Answer> {
  return (
    error instanceof GraphqlResponseError &&
    (error.errors ?? []).every(({ type, path }) => because.some((it) => it === type) && path?.[0] === part)
  );
}
