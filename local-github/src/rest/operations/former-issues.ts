import type { RestAnswer } from "../../request-context.ts";
import { mustHold } from "../../access/viewer.ts";
import { refusal } from "../../world/error-texts.ts";
import { GitHubError } from "../../world/errors.ts";
import type { Issue, Repository } from "../../world/objects.ts";
import { notFound, numberIn, type RestRequest } from "../rest-operation.ts";

/**
 * What GitHub answers for an issue that was here: 301 to where it was transferred, 404 where the asker may not see that, 410
 * when it was deleted. Undefined for all others. What belongs to an issue does not follow it: its comments are 404
 * (Systemorph/MeshWeaver#4629).
 * https://docs.github.com/en/rest/issues/issues#get-an-issue
 */
export function answerForFormerIssue(
  request: RestRequest & { readonly repository: Repository },
): RestAnswer | undefined {
  let gone = request.repository.goneIssues?.get(numberIn(request, "issue_number"));
  let at: Issue | undefined;
  while (gone !== undefined && gone !== "deleted") {
    at = gone;
    gone = at.repository.goneIssues?.get(at.number);
  }
  if (gone === "deleted") throw refusal("issueDeleted");
  return at && redirectTo(request, at);
}

function redirectTo({ world, viewer }: RestRequest, { repository, number }: Issue): RestAnswer {
  try {
    mustHold(viewer, repository, ["issues", "pull_requests"], "read");
  } catch (error) {
    if (error instanceof GitHubError) throw notFound();
    throw error;
  }
  const url = `${world.origin}/repositories/${repository.databaseId}/issues/${number}`;
  const documentation = "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects";
  return {
    status: 301,
    headers: { location: url },
    body: { message: "Moved Permanently", url, documentation_url: documentation },
  };
}
