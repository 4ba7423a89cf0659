import { GitHubError, type ErrorText } from "../world/errors.ts";

const unverified = "unverified";

/** Refusals that only REST words so. */
export const restErrorTexts = {
  notFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Not GitNodeOrNull",
    source:
      "https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource",
  },
  userTokenUnknown: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Validation Failed",
    source: unverified,
  },
  notSupplied: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: 'Invalid request.\n\n"{name}" wasn\'t supplied.',
    source: "https://github.com/octokit/octokit.rb/issues/992",
  },
  wrongType: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Invalid request.\n\nFor 'properties/{name}', {value} is not {wanted}.",
    source: unverified,
  },
  referenceNotFound: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Reference does not exist",
    source: "https://github.com/suzuki-shunsuke/lock-action/pull/255",
  },
  referenceExists: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Reference already exists",
    source: "https://github.com/renovatebot/renovate/issues/20281",
  },
  checkOfAnotherApp: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Invalid app_id `{id}` - check run can only be modified by the GitHub App that created it.",
    source: "https://github.com/databricks/cli/pull/4563",
  },
  tooManyItems: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Invalid request.\n\nNo more than {max} items are allowed; {count} were supplied.",
    source: "https://github.com/graphql-hive/graphql-inspector/issues/1840",
  },
  tooManyCharacters: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Invalid request.\n\nOnly {max} characters are allowed; {count} were supplied.",
    source: "https://github.com/graphql-hive/graphql-inspector/issues/1541",
  },
  noCommitFound: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "No commit found for SHA: {sha}",
    source: "https://github.com/yegor256/rultor/issues/1344",
  },
  noCommitForRef: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "No commit found for the ref {ref}",
    source: unverified,
  },
  branchNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Branch {branch} not found",
    source: unverified,
  },
  branchGone: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Branch not found",
    source: unverified,
  },
  emptyRepository: {
    type: "UNPROCESSABLE",
    restStatus: 409,
    text: "Git Repository is empty.",
    source: "https://github.com/github/rest-api-description/issues/385",
  },
  emptyContents: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "This repository is empty.",
    source: unverified,
  },
  tooLargeForJson: {
    type: "FORBIDDEN",
    restStatus: 403,
    text:
      "This API returns blobs up to 1 MB in size. The requested blob is too large to fetch via the API, " +
      "but you can use the Git Data API to request blobs up to 100 MB in size.",
    source: "https://github.com/octokit/core.js/issues/414",
  },
  shaMismatch: {
    type: "UNPROCESSABLE",
    restStatus: 409,
    text: "{path} does not match {sha}",
    source: "https://github.com/pome-sh/digital-twins/pull/400",
  },
  shaMissing: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: 'Invalid request.\n\n"sha" wasn\'t supplied.',
    source: "https://github.com/pome-sh/digital-twins/pull/400",
  },
  contentNotBase64: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "content is not valid Base64",
    source: unverified,
  },
  treeShaMissing: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "tree.sha {sha} is not a valid object",
    source: unverified,
  },
  treePathMissing: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "GitRPC::BadObjectState",
    source: "https://github.com/mckaywrigley/buildware-ai/issues/29",
  },
  badTree: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Tree SHA does not exist",
    source: "https://github.com/osunyorg/admin/issues/3705",
  },
  treePathMalformed: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "tree.path contains a malformed path component",
    source: "https://github.com/joshcai/leetcode-sync/issues/22",
  },
  treePathWithSlash: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "tree.path cannot start with a slash",
    source: "https://github.com/hub4j/github-api/issues/1217",
  },
  badParent: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Parent SHA does not exist or is not a commit object",
    source: unverified,
  },
  noCommonAncestor: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "No common ancestor between {base} and {head}.",
    source: "https://github.com/github-changelog-generator/github-changelog-generator/issues/994",
  },
  pushNeeded: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Must have push access to view collaborator permission.",
    source: "https://github.com/yegor256/rultor/issues/1407",
  },
  pushNeededForList: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Must have push access to view repository collaborators.",
    source: "https://github.com/github/developer.github.com/pull/768",
  },
  repositoryNotCovered: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "There is at least one repository that does not exist or is not accessible to the parent installation.",
    source: unverified,
  },
  permissionNotGranted: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "The permissions requested are not granted to this installation.",
    source: unverified,
  },
  notForPeople: { type: "FORBIDDEN", restStatus: 403, text: "Resource not accessible", source: unverified },
  notForApps: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Resource not accessible by integration",
    source: "https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible",
  },
  appNeeded: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "You must authenticate via a GitHub App.",
    source: unverified,
  },
  tokenUndecodable: {
    type: "FORBIDDEN",
    restStatus: 401,
    text: "A JSON web token could not be decoded",
    source: unverified,
  },
  notAUser: { type: "NOT_FOUND", restStatus: 404, text: "{login} is not a user", source: unverified },
} as const satisfies Readonly<Record<string, ErrorText>>;

/** The error of this text with its placeholders filled in. */
export function refusalByText(error: ErrorText, values: Readonly<Record<string, string>> = {}): GitHubError {
  const message = error.text.replaceAll(/\{(\w+)\}/gu, (_whole, key: string) => values[key] ?? "");
  return new GitHubError(error.type, message, error.restStatus);
}
