import { mustHold } from "../access/viewer.ts";
import type { Budget, Resource } from "../api/limits.ts";
import type { RestAnswer, RestContext } from "../request-context.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import { GitHubError } from "../world/errors.ts";
import type { App, PermissionLevel, Repository } from "../world/objects.ts";
import { refusalByText, restErrorTexts } from "./error-texts.ts";
import type { RequestBody } from "./request-body.ts";

/** What REST needs beside the request and the world. */
export interface RestServices {
  readonly webhooks: Webhooks;
  /** What the viewer has left. */
  budget(resource: Resource): Budget;
  /** Entries of a recursive tree before it is cut ("truncated"); GitHub's is 100,000. Tests lower it. */
  readonly treeLimit?: number;
}

/** A request as an operation sees it. */
export interface RestRequest extends RestContext, RestServices {
  /** The parts of the path, decoded, by the names in the operation's template. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly input: RequestBody;
}

/** One operation of the REST API. */
export interface RestOperation {
  /** As GitHub's description names it: "GET /repos/{owner}/{repo}". */
  readonly name: string;
  /** For `X-Accepted-GitHub-Permissions`: "issues=read", alternatives after a semicolon. */
  readonly accepts?: string;
  /** Where the operation is documented, for `documentation_url`. */
  readonly docs: string;
  /** Also where it only reads, nobody may ask without a token. */
  readonly needsToken?: true;
  /** Also where it changes something, a token is not asked for: what the path holds is the proof. */
  readonly isOpen?: true;
  /** Real, but not in GitHub's description: codeload, and what older clients still use. */
  readonly isUndocumented?: true;
  handle(request: RestRequest): Promise<RestAnswer> | RestAnswer;
}

/** A request about one repository, which was found and may be seen. */
export type RepositoryRequest = RestRequest & { readonly repository: Repository };

type Handler<Extra> = (request: RestRequest & Extra) => Promise<RestAnswer> | RestAnswer;

/** An operation inside a repository: found and permitted before `handle` sees it. `accepts`: "issues=write; pull_requests=write". */
export function repositoryOperation(
  name: string,
  accepts: string,
  docs: string,
  handle: Handler<{ readonly repository: Repository }>,
): RestOperation {
  return {
    name,
    accepts,
    docs,
    handle: (request) => {
      const repository = findRepository(request);
      const { permissions, level } = parseAccepts(accepts);
      mustHold(request.viewer, repository, permissions, level);
      return handle({ ...request, repository });
    },
  };
}

/** An operation of the app about itself, by its JSON web token. */
export function appOperation(name: string, docs: string, handle: Handler<{ readonly app: App }>): RestOperation {
  return {
    name,
    docs,
    handle: (request) => {
      if (request.viewer.kind !== "app") throw refusalByText(restErrorTexts.tokenUndecodable);
      return handle({ ...request, app: request.viewer.app });
    },
  };
}

/** The repository that `{owner}` and `{repo}` name; 404 where it does not exist or is not to be known. */
function findRepository(request: RestRequest): Repository {
  const { owner = "", repo = "" } = request.parameters;
  const repository = request.world.findRepository(owner, repo);
  if (repository === undefined || !isVisible(request, repository)) throw notFound();
  return repository;
}

function isVisible({ viewer }: RestRequest, repository: Repository): boolean {
  try {
    mustHold(viewer, repository, "metadata", "read");
    return true;
  } catch (error) {
    if (error instanceof GitHubError && viewer.kind !== "app") return false;
    throw error;
  }
}

function parseAccepts(accepts: string): { permissions: string[]; level: PermissionLevel } {
  const pairs = accepts.split("; ").map((pair) => pair.split("="));
  const level = pairs[0]?.[1] === "write" ? "write" : "read";
  return { permissions: pairs.map(([permission = ""]) => permission), level };
}

/** GitHub's 404: also for what one may not know of. */
export function notFound(): GitHubError {
  return refusalByText(restErrorTexts.notFound);
}

/** A number in the path; 404 where it is none. */
export function numberIn(request: RestRequest, name: string): number {
  const number = Number(request.parameters[name]);
  if (!Number.isSafeInteger(number)) throw notFound();
  return number;
}

/** The value, or 404. */
export function mustFind<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}
