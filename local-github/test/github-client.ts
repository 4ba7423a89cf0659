import { createSign } from "node:crypto";
import type { LocalGitHub } from "local-github-server";

/** An answer of the API: JSON where it is JSON, else bytes. */
interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** How somebody asks: `call("GET /repos/acme/widgets")`. Paths are sent as they stand. */
export type Call = (request: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<ApiAnswer>;

/** A client that does nothing of its own: no retries, no redirects, no defaults. */
export function clientWith(url: string, token: string | undefined): Call {
  return async (request, body, headers = {}) => {
    const [method = "GET", path = "/"] = request.split(" ");
    const answer = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = (answer.headers.get("content-type") ?? "").includes("json") && bytes.length > 0;
    const parsed: unknown = isJson ? JSON.parse(bytes.toString()) : bytes;
    return { status: answer.status, headers: answer.headers, body: parsed };
  };
}

/** Someone with a personal token. */
export function personOf(github: LocalGitHub, login: string): Call {
  return clientWith(github.url, github.tokenFor(login));
}

/** The app itself, by JSON web token. */
export function appOf(github: LocalGitHub): Call {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const now = Math.floor(github.world.now().getTime() / 1000);
  const claims = { iss: String(github.app.id), iat: now - 30, exp: now + 300 };
  const unsigned = `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}`;
  const signature = createSign("RSA-SHA256").update(unsigned).sign(github.app.privateKey, "base64url");
  return clientWith(github.url, `${unsigned}.${signature}`);
}

/** The app as installed: with a token of its first installation, narrowed where asked. */
export async function installedAppOf(github: LocalGitHub, narrowed: Record<string, unknown> = {}): Promise<Call> {
  const [installation] = github.world.all("Installation");
  if (installation === undefined) throw new Error("the app is not installed");
  const answer = await appOf(github)(`POST /app/installations/${installation.databaseId}/access_tokens`, narrowed);
  return clientWith(github.url, textAt(answer.body, "token"));
}

/** What stands at a path in an answer: `at(body, "commit", "sha")`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.entries(current).find(([name]) => name === String(key))?.[1];
  }
  return current;
}

/** The text there; fails the test when it is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const text = at(value, ...path);
  if (typeof text !== "string") throw new Error(`no text at ${path.join(".")} of ${JSON.stringify(value)}`);
  return text;
}

/** The names there: `namesIn(list, "name")`. */
export function allAt(value: unknown, ...path: readonly (string | number)[]): unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value.map((item: unknown) => at(item, ...path));
}
