import { createHash } from "node:crypto";
import type { RestAnswer, RestContext } from "../request-context.ts";
import { refusal } from "../world/error-texts.ts";
import { GitHubError } from "../world/errors.ts";
import { operations } from "./operations/index.ts";
import { RequestBody } from "./request-body.ts";
import type { RestOperation, RestServices } from "./rest-operation.ts";
import { Routes, withRepositoryName, type Match } from "./routes.ts";
import { sees } from "../access/viewer.ts";

const DOCS = "https://docs.github.com/rest";
const routes = new Routes(operations);

/**
 * Answers a REST request. Refusals become answers, as GitHub words them; an operation that is not emulated is a loud
 * 501 "NOT_EMULATED GET /x", never a guess. Rejects only for bugs of ours.
 */
export async function handleRest(context: RestContext & RestServices): Promise<RestAnswer> {
  const path = withRepositoryName(context.world, context.path);
  const moved = answerForOldName({ ...context, path });
  if (moved) return moved;
  const match = routes.find(context.method, path);
  return match === undefined ? notEmulated(context) : answerBy(match, { ...context, path });
}

async function answerBy({ operation, parameters }: Match, context: RestContext & RestServices): Promise<RestAnswer> {
  const headers = operation.accepts === undefined ? {} : { "x-accepted-github-permissions": operation.accepts };
  try {
    // https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
    const isOpen = operation.isOpen === true || (context.method === "GET" && operation.needsToken !== true);
    if (context.viewer.kind === "anonymous" && !isOpen) throw refusal("needsToken");
    const answer = await operation.handle({ ...context, parameters, input: new RequestBody(context.body) });
    return { ...conditional(context, answer, headers), route: operation.name };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { ...refusalAnswer(error, operation), headers, route: operation.name };
  }
}

function notEmulated({ method, path }: RestContext): RestAnswer {
  return { status: 501, body: { message: `NOT_EMULATED ${method} ${path}`, documentation_url: DOCS, status: "501" } };
}

function refusalAnswer(error: GitHubError, operation: RestOperation): RestAnswer {
  const details = error.details.length > 0 ? { errors: error.details } : {};
  // With a list, the list says what is wrong; GraphQL has the message alone.
  const isList = error.restStatus === 422 && error.details.length > 0;
  const body = {
    message: isList ? "Validation Failed" : error.message,
    ...details,
    documentation_url: `${DOCS}/${operation.docs}`,
    status: String(error.restStatus),
  };
  return { status: error.restStatus, body };
}

/**
 * Adds an ETag to what was read, and answers 304 to who has it already; such an answer costs nothing.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 */
function conditional(context: RestContext, answer: RestAnswer, added: Record<string, string>): RestAnswer {
  const headers = { ...added, ...answer.headers };
  if (context.method !== "GET" || answer.status !== 200 || answer.body === undefined) return { ...answer, headers };
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const etag = `W/"${hash}"`;
  const cached = { ...headers, etag, "cache-control": "private, max-age=60, s-maxage=60" };
  // Weak comparison (RFC 9110): with or without "W/".
  const isKnown = (context.headers["if-none-match"] ?? "").includes(`"${hash}"`);
  return isKnown ? { status: 304, headers: cached } : { ...answer, headers: cached };
}

const docs = "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects";

/**
 * What GitHub answers to the old name of a repository: 301 to what reads, 307 to what writes, which is to be sent again
 * as it was; by the repository's number. Undefined for all others, and for who may not know of it.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
 */
export function answerForOldName({ world, viewer, method, path, query }: RestContext): RestAnswer | undefined {
  const [, owner, name, rest = ""] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/u.exec(path) ?? [];
  const repository = owner === undefined || name === undefined ? undefined : world.findRenamed(owner, name);
  if (repository === undefined || !sees(viewer, repository)) return undefined;
  const search = query.size === 0 ? "" : `?${query.toString()}`;
  return redirect(method, `${world.origin}/repositories/${repository.databaseId}${rest}${search}`);
}

/** A redirect as GitHub words it. */
function redirect(method: string, url: string): RestAnswer {
  const isRead = method === "GET" || method === "HEAD";
  return {
    status: isRead ? 301 : 307,
    headers: { location: url },
    body: { message: isRead ? "Moved Permanently" : "Temporary Redirect", url, documentation_url: docs },
  };
}
