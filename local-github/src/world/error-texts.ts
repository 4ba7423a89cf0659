import { GitHubError, type ErrorText, type ValidationDetail } from "./errors.ts";
import { gitErrorTexts } from "./git-error-texts.ts";
import { issueErrorTexts } from "./issue-error-texts.ts";

const unverified = "unverified";

/** Every refusal the world knows, by name. A table of 200 lines, each text with the source of its wording. */
export const errorTexts = {
  ...gitErrorTexts,
  ...issueErrorTexts,
  nodeNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to a node with the global id of '{id}'",
    source: "https://github.com/github/graphql-client/pull/16",
  },
  nodeOfOtherType: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to {type} node with the global id of '{id}'.",
    source: unverified,
  },
  repositoryNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to a Repository with the name '{name}'.",
    source: "https://github.com/cli/cli/issues/3591",
  },
  numberNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to {type} with the number of {number}.",
    source: unverified,
  },
  userNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to a {type} with the login of '{login}'.",
    source: unverified,
  },
  notAccessibleByIntegration: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Resource not accessible by integration",
    source: "https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible",
  },
  notPermitted: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "{login} does not have the correct permissions to execute `{operation}`",
    source: unverified,
  },
  blank: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "{field} can't be blank",
    source: unverified,
  },
  tooLong: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "{field} is too long (maximum is {maximum} characters)",
    source: unverified,
  },
  replyToReply: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Parent comment is already in a thread, cannot reply to it",
    source: "https://github.com/github/accessibility-alt-text-bot/issues/17",
  },
  replyElsewhere: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Parent comment must belong to the same discussion",
    source: unverified,
  },
  threadLocked: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "Unable to create comment because {kind} is locked.",
    source: "https://github.com/renovatebot/renovate/issues/6215",
  },
  alreadyLocked: { type: "UNPROCESSABLE", restStatus: 422, text: "{kind} is already locked", source: unverified },
  tooManyPinned: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Maximum number of pinned discussions reached",
    source: unverified,
  },
  categoryNotAnswerable: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Category does not support answers",
    source: unverified,
  },
  minimizedAnswer: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "A minimized comment cannot be marked as the answer",
    source: unverified,
  },
  notTheAnswer: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Comment is not the answer of its discussion",
    source: unverified,
  },
  deletedComment: { type: "UNPROCESSABLE", restStatus: 422, text: "Comment has been deleted", source: unverified },
  alreadyClosed: { type: "UNPROCESSABLE", restStatus: 422, text: "{kind} is already closed", source: unverified },
  notClosed: { type: "UNPROCESSABLE", restStatus: 422, text: "{kind} is not closed", source: unverified },
  categoryElsewhere: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Category must belong to the same repository",
    source: unverified,
  },
  discussionsDisabled: {
    type: "UNPROCESSABLE",
    restStatus: 410,
    text: "Discussions are disabled for this repository",
    source: unverified,
  },
  archived: {
    type: "UNPROCESSABLE",
    restStatus: 403,
    text: "Repository was archived so is read-only.",
    source: "https://github.com/cli/cli/issues/7176",
  },
  validationFailed: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Validation Failed",
    source: "https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed",
  },
  wrongInstallationState: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "This installation has been suspended",
    source: "https://github.com/octokit/octokit.rb/pull/1307",
  },
  missingBoundaries: {
    type: "MISSING_PAGINATION_BOUNDARIES",
    restStatus: 422,
    text: "You must provide a `first` or `last` value to properly paginate the `{connection}` connection.",
    source: unverified,
  },
  excessivePagination: {
    type: "EXCESSIVE_PAGINATION",
    restStatus: 422,
    text: "Requesting {count} records on the `{connection}` connection exceeds the `{argument}` limit of 100 records.",
    source: unverified,
  },
  negativePagination: {
    type: "EXCESSIVE_PAGINATION",
    restStatus: 422,
    text: "`{argument}` on the `{connection}` connection cannot be less than zero.",
    source: unverified,
  },
  invalidCursor: {
    type: "INVALID_CURSOR_ARGUMENTS",
    restStatus: 422,
    text: "`{cursor}` does not appear to be a valid cursor.",
    source: unverified,
  },
  needsToken: {
    type: "FORBIDDEN",
    restStatus: 401,
    text: "Requires authentication",
    source: "https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api#failed-login-limit",
  },
  graphqlNeedsToken: {
    type: "FORBIDDEN",
    restStatus: 401,
    text: "This endpoint requires you to be authenticated.",
    source: "https://docs.github.com/en/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql",
  },
  orderNotEmulated: {
    type: "NOT_EMULATED",
    restStatus: 501,
    text: "the local GitHub does not order by {field}",
    source: "ours",
  },
  searchNotEmulated: {
    type: "NOT_EMULATED",
    restStatus: 501,
    text: "the local GitHub does not search {what}",
    source: "ours",
  },
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorName = keyof typeof errorTexts;

/** The error of this name with its placeholders filled in. */
export function refusal(
  name: ErrorName,
  values: Readonly<Record<string, string | number>> = {},
  details: readonly ValidationDetail[] = [],
): GitHubError {
  const { type, restStatus, text } = errorTexts[name];
  const message = text.replaceAll(/\{(\w+)\}/gu, (_whole, key: string) => String(values[key] ?? ""));
  return new GitHubError(type, message, restStatus, { details });
}

/** REST's "Validation Failed" with its list; GraphQL shows `message`. */
export function validationFailed(...details: readonly ValidationDetail[]): GitHubError {
  return refusal("validationFailed", {}, details);
}
