import type { ErrorText } from "./errors.ts";

const unverified = "unverified";

/** Refusals about labels, sub-issues and boards. */
export const issueErrorTexts = {
  labelTaken: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Name has already been taken",
    source: unverified,
  },
  tooManyLabels: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Validation Failed. Issues cannot have more than 100 labels",
    source: "https://github.com/actions/labeler/issues/115",
  },
  issuesDisabled: {
    type: "UNPROCESSABLE",
    restStatus: 410,
    text: "Issues are disabled for this repo",
    source: "https://github.com/ossf/allstar/issues/64",
  },
  issueDeleted: {
    type: "NOT_FOUND",
    restStatus: 410,
    text: "This issue was deleted",
    source: unverified,
  },
  oneParent: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Sub issue may only have one parent",
    source: "https://github.com/cli/cli/pull/13413",
  },
  duplicateSubIssue: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Issue may not contain duplicate sub-issues",
    source: unverified,
  },
  circularSubIssue: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Sub-issue cannot be an ancestor of the issue",
    source: unverified,
  },
  tooManySubIssues: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Parent cannot have more than 100 sub-issues",
    source: unverified,
  },
  subIssuesTooDeep: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Sub-issues cannot be nested deeper than 8 levels",
    source: unverified,
  },
  contentInProject: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "Content already exists in this project",
    source: "https://github.com/gr2m/github-project/issues/89",
  },
  projectContentNotFound: {
    type: "NOT_FOUND",
    restStatus: 404,
    text: "Could not resolve to ProjectV2ItemContent node with the global id of '{id}'.",
    source: unverified,
  },
  projectFieldReadOnly: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "The field of type {dataType} is currently not supported.",
    source: unverified,
  },
  projectOptionInvalid: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "The single select option Id does not belong to the field",
    source: "https://github.com/leonsteinhaeuser/project-beta-automations/issues/58",
  },
  projectValueInvalid: {
    type: "UNPROCESSABLE",
    restStatus: 422,
    text: "{problem}",
    source: unverified,
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
