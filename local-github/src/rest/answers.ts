import type { RestAnswer } from "../request-context.ts";
import type { RestRequest } from "./rest-operation.ts";

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** 201 with a body and where the new thing is. */
export function created(body: Record<string, unknown>): RestAnswer {
  const { url } = body;
  return { status: 201, body, ...(typeof url === "string" ? { headers: { location: url } } : {}) };
}

/** 204. */
export const noContent: RestAnswer = { status: 204 };

/** Which page of a list is asked for. Thirty items unless asked otherwise, a hundred at most. */
export function pageOf(query: URLSearchParams): { page: number; perPage: number } {
  const number = (name: string, otherwise: number): number => {
    const value = Number(query.get(name) ?? otherwise);
    return Number.isSafeInteger(value) && value > 0 ? value : otherwise;
  };
  return { page: number("page", 1), perPage: Math.min(100, number("per_page", 30)) };
}

/**
 * One page of a list, with the `Link` header to the others.
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 * @param wrap Puts the items into the body; the body is the list itself by default.
 */
export function paged<T>(
  request: RestRequest,
  items: readonly T[],
  toItem: (item: T) => unknown,
  wrap: (items: unknown[]) => unknown = (shown) => shown,
): RestAnswer {
  const { page, perPage } = pageOf(request.query);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const shown = items.slice((page - 1) * perPage, page * perPage).map(toItem);
  const link = linkHeader(request, page, last);
  return { status: 200, body: wrap(shown), ...(link === "" ? {} : { headers: { link } }) };
}

function linkHeader(request: RestRequest, page: number, last: number): string {
  const links: [string, number][] = [];
  if (page > 1) links.push(["prev", Math.min(page - 1, last)]);
  if (page < last) links.push(["next", page + 1], ["last", last]);
  else if (page > last) links.push(["last", last]);
  if (page > 1) links.push(["first", 1]);
  return links.map(([name, number]) => `<${pageUrl(request, number)}>; rel="${name}"`).join(", ");
}

/** GitHub's links name repositories by number, so that they outlive a new name. */
function pageUrl(request: RestRequest, page: number): string {
  const { owner, repo } = request.parameters;
  const repository = owner !== undefined && repo !== undefined ? request.world.findRepository(owner, repo) : undefined;
  const path =
    repository === undefined
      ? request.path
      : request.path.replace(/^\/repos\/[^/]+\/[^/]+/u, `/repositories/${repository.databaseId}`);
  const query = new URLSearchParams(request.query);
  query.set("page", String(page));
  return `${request.world.origin}${path}?${query.toString()}`;
}
