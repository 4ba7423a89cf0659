import { createHash, randomBytes } from "node:crypto";
import type { App, User } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/** What a browser was sent with to be asked. */
export interface AuthorizationRequest {
  readonly app: App;
  /** One of the app's callback URLs. */
  readonly redirectUri: string;
  readonly state: string | undefined;
  /** SHA-256 of the verifier, in base64url. */
  readonly challenge: string | undefined;
}

/** Why no token is given, as GitHub's answers name it. */
export type TokenProblem = "incorrect_client_credentials" | "redirect_uri_mismatch" | "bad_verification_code";

/** GitHub's codes count for ten minutes: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
const codeLifeMs = 600_000;
/** Tokens of users of an App end after eight hours, unless its owner opts out. */
export const userTokenLifeSeconds = 28_800;

interface Code extends AuthorizationRequest {
  readonly user: User;
  readonly until: number;
}

/**
 * The web application flow of an App: codes that people's browsers carry, and the tokens they are exchanged for. Both end
 * with the process.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app
 */
export class UserAuthorizations {
  readonly #world: World;
  readonly #now: () => Date;
  readonly #callbacks = new Map<string, readonly string[]>();
  readonly #codes = new Map<string, Code>();
  readonly #tokens = new Map<string, { readonly app: App; readonly user: User; readonly until: number }>();

  constructor(world: World, now: () => Date) {
    this.#world = world;
    this.#now = now;
  }

  /** A secret with which the app proves who it is; the same one each time, over restarts too. */
  clientSecretOf(app: App): string {
    const name = `client:${app.clientId}`;
    const known = this.#world.secrets.get(name);
    if (known !== undefined) return known;
    const secret = randomBytes(20).toString("hex");
    this.#world.secrets.set(name, secret);
    return secret;
  }

  /** Where the app's people may be sent back to. */
  setCallbacks(app: App, urls: readonly string[]): void {
    this.#callbacks.set(app.clientId, urls);
  }

  callbacksOf(app: App): readonly string[] {
    return this.#callbacks.get(app.clientId) ?? [];
  }

  findApp(clientId: string | undefined): App | undefined {
    return this.#world.all("App").find((it) => it.clientId === clientId);
  }

  /** Somebody said yes: the code that their browser takes to the app. */
  authorize(request: AuthorizationRequest, user: User): string {
    const code = randomBytes(10).toString("hex");
    this.#codes.set(code, { ...request, user, until: this.#now().getTime() + codeLifeMs });
    return code;
  }

  /** The token for a code, which counts once, whether it is exchanged or refused. */
  exchange(given: Readonly<Record<string, string | undefined>>): { readonly token: string } | TokenProblem {
    const app = this.findApp(given["client_id"]);
    if (!app || given["client_secret"] !== this.clientSecretOf(app)) return "incorrect_client_credentials";
    const code = this.#codes.get(given["code"] ?? "");
    this.#codes.delete(given["code"] ?? "");
    if (code?.app !== app || code.until <= this.#now().getTime()) return "bad_verification_code";
    const redirectUri = given["redirect_uri"];
    if (redirectUri !== undefined && redirectUri !== code.redirectUri) return "redirect_uri_mismatch";
    // The word for it is unverified; that it is refused is what PKCE is for (RFC 7636, 4.6):
    // https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication/
    if (code.challenge !== undefined && code.challenge !== challengeOf(given["code_verifier"])) {
      return "bad_verification_code";
    }
    const token = `ghu_${randomBytes(27).toString("base64url").replaceAll(/[-_]/gu, "x")}`;
    const until = this.#now().getTime() + userTokenLifeSeconds * 1000;
    this.#tokens.set(token, { app, user: code.user, until });
    return { token };
  }

  /** Whose token it is; undefined where it is nobody's, over or revoked. */
  findUser(token: string): User | undefined {
    const known = this.#tokens.get(token);
    return known !== undefined && known.until > this.#now().getTime() ? known.user : undefined;
  }

  /** How many tokens there are that have not been revoked. */
  get tokensLeft(): number {
    return this.#tokens.size;
  }

  /** False where the app has no such token. */
  revoke(app: App, token: string): boolean {
    if (this.#tokens.get(token)?.app !== app) return false;
    return this.#tokens.delete(token);
  }
}

function challengeOf(verifier: string | undefined): string | undefined {
  return verifier === undefined ? undefined : createHash("sha256").update(verifier).digest("base64url");
}
