import type { ErrorText } from "./errors.ts";

const unverified = "unverified";

/** Refusals of branches, commits and pull requests, by name. */
export const gitErrorTexts = {
  workflowOpensNone: {
    type: "FORBIDDEN",
    restStatus: 403,
    text: "GitHub Actions is not permitted to create or approve pull requests",
    source: "https://github.com/microsoft/AL-Go/issues/159",
  },
  refElsewhere: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Reference '{name}' is not at the expected object",
    source: unverified,
  },
  refNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "No such branch '{name}'",
    source: unverified,
  },
  refExists: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: 'A ref named "{name}" already exists in the repository.',
    source: unverified,
  },
  refNameInvalid: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: 'The given value "{name}" is not a valid Git ref name.',
    source: unverified,
  },
  objectMissing: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Object does not exist",
    source: unverified,
  },
  notFastForward: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Update is not a fast forward",
    source: unverified,
  },
  staleHead: {
    type: "STALE_DATA",
    restStatus: 409,
    // The two spaces are GitHub's.
    text: 'Expected branch to point to "{oid}" but it did not.  Pull and try again.',
    source: "https://github.com/planetscale/ghcommit/issues/153",
  },
  pathMissing: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "A path was requested for deletion which does not exist as of commit oid `{oid}`: {path}",
    source: unverified,
  },
  pathInvalid: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "A path was requested which is not valid: {path}",
    source: unverified,
  },
  pullRequestExists: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "A pull request already exists for {head}.",
    source: unverified,
  },
  noCommitsBetween: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "No commits between {base} and {head}",
    source: "https://github.com/octokit/octokit.net/issues/879",
  },
  refInvalid: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Head sha can't be blank, Base sha can't be blank, No commits between {base} and {head}, {side} ref must be a branch",
    source: "https://github.com/AndyMik90/Aperant/issues/1928",
  },
  notMergeable: {
    type: "UNPROCESSABLE",
    restStatus: 405,
    text: "Pull Request is not mergeable",
    source: "https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request",
  },
  headModified: {
    type: "UNPROCESSABLE",
    restStatus: 409,
    text: "Head branch was modified. Review and try the merge again.",
    source: "https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request",
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
