import type { RestAnswer } from "../../request-context.ts";
import { searchIssues } from "../../search/issues.ts";
import { validationFailed } from "../../world/error-texts.ts";
import { paged } from "../answers.ts";
import type { RestOperation, RestRequest } from "../rest-operation.ts";
import { toIssue } from "../shapes/issue.ts";

/** Searching, which has a budget of its own: 30 a minute. */
export const searchOperations: readonly RestOperation[] = [
  { name: "GET /search/issues", docs: "search/search#search-issues-and-pull-requests", handle: search },
];

/** There is no ranking here: all hits have the same score. */
function search(request: RestRequest): RestAnswer {
  const { world, viewer, query } = request;
  const words = query.get("q") ?? "";
  if (words === "") throw validationFailed({ resource: "Search", field: "q", code: "missing" });
  const sort = query.get("sort");
  const order = sort === null ? "" : ` sort:${sort}-${query.get("order") ?? "desc"}`;
  const found = searchIssues(world, viewer, words + order);
  return paged(
    request,
    found,
    (thread) => ({ ...toIssue(world, thread), score: 1 }),
    (items) => ({ total_count: found.length, incomplete_results: false, search_type: "lexical", items }),
  );
}
