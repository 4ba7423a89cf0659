import { sees } from "../access/viewer.ts";
import type { RestAnswer, RestContext } from "../request-context.ts";

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
