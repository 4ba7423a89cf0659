import { randomBytes } from "node:crypto";
import { refusal } from "../world/error-texts.ts";
import { GitHubError } from "../world/errors.ts";
import type { App, Installation, Permissions, Repository } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { isJsonWebToken, verifyJsonWebToken } from "./json-web-token.ts";
import { covers, has } from "./viewer.ts";
import { AppManifests } from "./app-manifests.ts";
import { UserAuthorizations } from "./user-authorizations.ts";
import type { InstallationViewer, Viewer } from "./viewer.ts";

/** An installation token as REST hands it out. */
export interface InstallationToken {
  readonly token: string;
  /** ISO 8601 without milliseconds, one hour ahead. */
  readonly expiresAt: string;
  readonly permissions: Permissions;
  readonly installation: Installation;
  /** Undefined: all of the installation. */
  readonly repositories: readonly Repository[] | undefined;
}

const tokenLifeMs = 3_600_000;

/**
 * Who may come in: app tokens, installation tokens and people's tokens, and their end. By a clock that nobody moves: an app
 * signs its tokens by its machine's.
 */
export class Access {
  /** How people tell apps who they are. */
  readonly authorizations: UserAuthorizations;
  /** How apps come to be. */
  readonly manifests: AppManifests;
  readonly #world: World;
  readonly #now: () => Date;
  readonly #installationTokens = new Map<string, InstallationToken>();

  constructor(world: World, now: () => Date = () => world.unmovedNow()) {
    this.#world = world;
    this.#now = now;
    this.authorizations = new UserAuthorizations(world, now);
    this.manifests = new AppManifests(world, this.authorizations, now);
  }

  /**
   * Who sends this `Authorization` header (`Bearer …`, `token …`, or `Basic …` of an app's client). Throws 401 for a token
   * we do not know and 403 for a suspended installation.
   */
  authenticate(authorization: string): Viewer {
    const [, client] = /^basic\s+(\S+)$/iu.exec(authorization) ?? [];
    if (client !== undefined) return this.#clientViewer(client);
    const [, token] = /^(?:bearer|token)\s+(\S+)$/iu.exec(authorization) ?? [];
    if (token === undefined) throw badCredentials();
    if (token.startsWith("ghs_")) return this.#installationViewer(token);
    if (token.startsWith("ghu_")) return this.#userViewer(token);
    if (token.startsWith("ghp_")) return this.#personViewer(token);
    if (!isJsonWebToken(token)) throw badCredentials();
    const app = verifyJsonWebToken(token, this.#world.all("App"), this.#now());
    return { kind: "app", actor: app.bot, app, permissions: app.permissions };
  }

  /** A personal token that acts as this person; the same one each time, over restarts too. */
  tokenFor(login: string): string {
    const user = this.#world.findUser(login);
    if (user === undefined) throw new Error(`nobody is called ${login} here`);
    const secretName = `token:${user.login}`;
    const known = this.#world.secrets.get(secretName);
    if (known !== undefined) return known;
    const token = `ghp_${randomBytes(27).toString("base64url").replaceAll(/[-_]/gu, "x")}`;
    this.#world.secrets.set(secretName, token);
    return token;
  }

  /**
   * A token for one hour, narrowed to repositories and permissions where asked. Throws 422 for more than is granted.
   * Longer than forty characters, as GitHub's are since 2026: nobody should count on a length.
   */
  mint(
    app: App,
    installation: Installation,
    narrow: { readonly repositories?: readonly Repository[]; readonly permissions?: Permissions } = {},
  ): InstallationToken {
    if (installation.app !== app) throw new GitHubError("NOT_FOUND", "Not GitNodeOrNull", 404);
    if (installation.suspendedAt !== null) throw refusal("wrongInstallationState");
    const permissions = narrow.permissions ?? installation.permissions;
    for (const [name, level] of Object.entries(permissions)) {
      if (!has(installation.permissions, name, level)) {
        throw new GitHubError("UNPROCESSABLE", "The permissions requested are not granted to this installation.", 422);
      }
    }
    const { repositories } = narrow;
    const whole: InstallationViewer = {
      kind: "installation",
      actor: app.bot,
      app,
      installation,
      permissions,
      repositories: undefined,
    };
    if (repositories?.some((repository) => !covers(whole, repository)) === true) {
      const message =
        "There is at least one repository that does not exist or is not accessible to the parent installation.";
      throw new GitHubError("UNPROCESSABLE", message, 422);
    }
    const token: InstallationToken = {
      token: `ghs_${app.databaseId}_${randomBytes(48).toString("base64url")}`,
      expiresAt: new Date(this.#now().getTime() + tokenLifeMs).toISOString().replace(/\.\d+Z$/u, "Z"),
      permissions: { metadata: "read", ...permissions },
      installation,
      repositories,
    };
    this.#installationTokens.set(token.token, token);
    return token;
  }

  /** End tokens at once, as if revoked while somebody still caches them. */
  revoke(what: { readonly token: string } | { readonly login: string } | { readonly installation: number }): void {
    if ("token" in what) {
      this.#installationTokens.delete(what.token);
      for (const [name, secret] of this.#world.secrets) {
        if (secret === what.token) this.#world.secrets.delete(name);
      }
    } else if ("login" in what) {
      this.#world.secrets.delete(`token:${what.login}`);
    } else {
      for (const [key, token] of this.#installationTokens) {
        if (token.installation.databaseId === what.installation) this.#installationTokens.delete(key);
      }
    }
  }

  #installationViewer(token: string): Viewer {
    const known = this.#installationTokens.get(token);
    if (known === undefined || Date.parse(known.expiresAt) <= this.#now().getTime()) throw badCredentials();
    const { installation, permissions, repositories } = known;
    // An uninstalled app's tokens end with the installation.
    if (this.#world.byId.get(installation.id) !== installation) throw badCredentials();
    if (installation.suspendedAt !== null) throw refusal("wrongInstallationState");
    const { app } = installation;
    return { kind: "installation", actor: app.bot, app, installation, permissions, repositories };
  }

  /** By a token of an app's user. It may less than a personal one; nothing here asks for more than who it is. */
  #userViewer(token: string): Viewer {
    const actor = this.authorizations.findUser(token);
    if (actor === undefined) throw badCredentials();
    return { kind: "person", actor, permissions: {} };
  }

  /** An app by its client id and secret, as the operations about its users' tokens want it. */
  #clientViewer(encoded: string): Viewer {
    const [clientId, ...secret] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    const app = this.authorizations.findApp(clientId);
    if (!app || secret.join(":") !== this.authorizations.clientSecretOf(app)) throw badCredentials();
    return { kind: "client", actor: app.bot, app, permissions: {} };
  }

  #personViewer(token: string): Viewer {
    for (const [name, secret] of this.#world.secrets) {
      if (!name.startsWith("token:") || secret !== token) continue;
      const actor = this.#world.findUser(name.slice("token:".length));
      if (actor !== undefined) return { kind: "person", actor, permissions: {} };
    }
    throw badCredentials();
  }
}

function badCredentials(): GitHubError {
  return new GitHubError("FORBIDDEN", "Bad credentials", 401);
}
