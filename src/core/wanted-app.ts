/** What the app has to be registered with: the same as in app.yml, which a test holds against this. */
export const wantedApp = {
  permissions: {
    metadata: "read",
    contents: "write",
    discussions: "write",
    issues: "write",
    pull_requests: "write",
    checks: "write",
  },
  events: [
    "discussion",
    "discussion_comment",
    "issues",
    "issue_comment",
    "pull_request",
    "check_run",
    "check_suite",
    "milestone",
    "push",
    "repository",
  ],
} as const;

/** Of these, what an installation may leave out: without it configs are not checked in pull requests, and all else works. */
export const optionalForApp: readonly string[] = ["checks", "check_run", "check_suite"];

/** What it has to be allowed beside, to plan on the boards of an organization. */
export const boardPermission = { organization_projects: "write" } as const;
