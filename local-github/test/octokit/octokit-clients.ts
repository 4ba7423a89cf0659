import { createSign } from "node:crypto";
import { graphql, GraphqlResponseError } from "@octokit/graphql";
import { Octokit } from "@octokit/rest";
import type { LocalGitHub } from "local-github-server";
import type { User } from "local-github-server/world";

/** What a plain client is told when it is refused. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly errors?: unknown;
  readonly documentation_url?: string;
}

/** Octokit prints what is refused. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Octokit as anybody would set it up, with a person's token, or none. */
export function restOf({ url, tokenFor }: LocalGitHub, login?: string): Octokit {
  return new Octokit({ baseUrl: url, log: silent, ...(login === undefined ? {} : { auth: tokenFor(login) }) });
}

/** Octokit with a token for the app's installation. */
export function restOfInstallation(github: LocalGitHub): Octokit {
  return new Octokit({ baseUrl: github.url, log: silent, auth: installationToken(github) });
}

/** Octokit with the app's own JSON web token, that lasts so many seconds. */
export function restOfApp({ url, app }: LocalGitHub, seconds = 300): Octokit {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "RS256", typ: "JWT" },
    { iss: app.id, iat: now - 30, exp: now + seconds },
  ].map((it) => Buffer.from(JSON.stringify(it)).toString("base64url"));
  const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(app.privateKey, "base64url");
  return new Octokit({ baseUrl: url, log: silent, auth: `${parts.join(".")}.${signature}` });
}

export function installationToken({ world, access }: LocalGitHub): string {
  const [installation] = world.all("Installation");
  if (!installation) throw new Error("The app is installed nowhere");
  return access.mint(installation.app, installation).token;
}

/** `@octokit/graphql` as a person, or as the app's installation. */
export function graphqlOf(github: LocalGitHub, login: string) {
  const token = login === "app" ? installationToken(github) : github.tokenFor(login);
  return graphql.defaults({ baseUrl: github.url, headers: { authorization: `token ${token}` } });
}

/** What a REST request is refused with. */
export async function refusalOf(request: Promise<unknown>): Promise<Refusal> {
  const error = await request.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !("response" in error) || !("status" in error)) throw error;
  const { response, status } = error as unknown as { status: number; response: { data: Omit<Refusal, "status"> } };
  return typeof response.data === "string" ? { status, message: response.data } : { ...response.data, status };
}

/** The errors of a GraphQL answer, with what came beside them. */
export async function errorsOf(request: Promise<unknown>) {
  const error = await request.then(
    () => new Error("It was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphqlResponseError)) throw error;
  const { errors = [], data } = error as GraphqlResponseError<unknown>;
  return { errors, data };
}

export function personOf({ world }: LocalGitHub, login: string): User {
  const found = world.findUser(login);
  if (!found) throw new Error(`nobody is called ${login}`);
  return found;
}
