import { inspect } from "node:util";
import { GraphqlResponseError } from "@octokit/graphql";
import { describe, expect, it } from "vitest";
import { GoneError, RateLimitError, StaleError } from "../../src/core/errors.ts";
import { toPortError } from "../../src/github/to-port-error.ts";

const now = new Date("2026-03-02T12:00:00Z");
const inAnHour = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now.getTime() / 1000 + 3600) };
const inTwoMinutes = { "retry-after": "120" };
const tooMuch = "You have exceeded a secondary rate limit and have been";
const reading = { doing: "read discussion acme/widgets#12", needs: "discussions: read", isWrite: false };
const writing = { doing: "comment in acme/widgets", needs: "discussions: write", isWrite: true };

function graphqlError(type: string, message: string, headers: Record<string, string> = {}): Error {
  return new GraphqlResponseError({ method: "POST", url: "/graphql" }, headers, {
    data: null,
    errors: [{ type, message, path: ["repository"], locations: [{ line: 1, column: 1 }], extensions: {} }],
  });
}

function restError(status: number, message: string, headers?: Record<string, string>, errors?: object[]): Error {
  const data = errors ? { message, errors } : {};
  return Object.assign(new Error(message), { status, ...(headers && { response: { status, headers, data } }) });
}

const authorized = "Although you appear to have the correct authorization credentials,";

function workflows(refusing: string): string {
  return `${refusing} workflow \`.github/workflows/ci.yml\` without \`workflows\` permission`;
}

describe("toPortError", () => {
  it.each([
    ["GraphQL", graphqlError("NOT_FOUND", "Could not resolve to a Discussion with the number of 12.")],
    ["REST", restError(404, "Not Found", {})],
    ["a suspended installation", restError(403, "This installation has been suspended", {})],
    ["a repository without discussions", restError(410, "Discussions are disabled for this repo", {})],
    ["a repository that GitHub took down", restError(451, "Repository access blocked", {})],
  ])("says that a thing is gone (%s)", (_case, error) => {
    expect(toPortError(error, reading, now)).toBeInstanceOf(GoneError);
  });

  it.each([
    ["GraphQL, as documented", graphqlError("RATE_LIMITED", "API rate limit exceeded", inAnHour), 3601],
    ["GraphQL, as of late", graphqlError("RATE_LIMIT", "API rate limit already exceeded", inAnHour), 3601],
    [
      "the throttling plugin",
      Object.assign(new Error("GraphQL Rate Limit Exceeded"), {
        response: { headers: inAnHour },
        data: { errors: [{ type: "RATE_LIMITED", message: "exceeded" }] },
      }),
      3601,
    ],
    ["REST", restError(403, "API rate limit exceeded for installation ID 7.", inAnHour), 3601],
    [
      "secondary, with a time",
      restError(403, "You have exceeded a secondary rate limit.", { "retry-after": "17" }),
      17,
    ],
    ["secondary, without", restError(403, "You have exceeded a secondary rate limit.", {}), 60],
    ["secondary, GraphQL with status 200", graphqlError("", "You have exceeded a secondary rate limit."), 60],
    ["too many requests", restError(429, "Too many requests", {}), 60],
    ["too much content, GraphQL", graphqlError("UNPROCESSABLE", "was submitted too quickly"), 300],
    ["too much content, REST 403", restError(403, `${tooMuch} temporarily blocked from content creation.`, {}), 300],
    [
      "too much content, REST 422",
      restError(422, "Validation Failed", {}, [
        { resource: "Issue", code: "custom", message: "was submitted too quickly" },
      ]),
      300,
    ],
    ["too much content, with a time", graphqlError("UNPROCESSABLE", "was submitted too quickly", inTwoMinutes), 120],
    ["a reset that has passed", graphqlError("RATE_LIMITED", "x", { ...inAnHour, "x-ratelimit-reset": "1" }), 60],
  ])("says how long to wait (%s)", (_case, error, seconds) => {
    const told = toPortError(error, reading, now);
    expect(told).toBeInstanceOf(RateLimitError);
    expect(told).toMatchObject({ retryAt: new Date(now.getTime() + seconds * 1000) });
  });

  it("says that what was read has changed since", () => {
    const error = graphqlError("STALE_DATA", 'Expected branch to point to "1" but it did not.  Pull and try again.');
    expect(toPortError(error, writing, now)).toBeInstanceOf(StaleError);
  });

  it.each([
    ["GraphQL", graphqlError("FORBIDDEN", "Resource not accessible by integration")],
    ["REST 403", restError(403, "Resource not accessible by integration", {})],
    ["REST 401", restError(401, "Resource not accessible by integration", {})],
  ])("names the permission that is missing (%s)", (_case, error) => {
    expect(toPortError(error, writing, now)).toMatchObject({
      name: "RefusedError",
      reason: "permission",
      message: expect.stringContaining('the app lacks the permission "discussions: write"'),
    });
  });

  it.each([
    ["permission", graphqlError("UNPROCESSABLE", workflows("refusing to allow a GitHub App to create or update"))],
    ["permission", restError(403, workflows("refusing to allow a GitHub App to create or update"), {})],
    ["permission", restError(403, "Must have push access to view collaborator permission.", {})],
    ["permission", restError(403, "Must have admin rights to Repository.", {})],
    ["issues-disabled", restError(410, "Issues are disabled for this repo", {})],
    ["archived", restError(403, "Repository was archived so is read-only.", {})],
    ["archived", graphqlError("UNPROCESSABLE", "Repository was archived so is read-only")],
    ["locked", restError(403, "Unable to create comment because issue is locked.", {})],
    ["blocked", graphqlError("UNPROCESSABLE", "User is blocked")],
    ["blocked", graphqlError("FORBIDDEN", "An owner of this repository has limited the ability to comment to users")],
    [
      "protected",
      restError(422, "Repository rule violations found\n\nChanges must be made through a pull request.", {}),
    ],
    ["protected", graphqlError("BRANCH_PROTECTION_RULE_VIOLATION", "Cannot update this ref")],
    [
      "organization-policy",
      restError(403, `${authorized} the \`acme\` organization has an IP allow list enabled, and your IP …`, {}),
    ],
    ["organization-policy", restError(403, "Resource protected by organization SAML enforcement.", {})],
    ["forbidden", restError(403, "Repository has been locked for migration.", {})],
    ["forbidden", graphqlError("FORBIDDEN", "Something we have never heard of")],
    ["invalid", graphqlError("UNPROCESSABLE", "Body is too long (maximum is 65536 characters)")],
  ])("says why GitHub would refuse again: %s", (reason, error) => {
    expect(toPortError(error, writing, now)).toMatchObject({ name: "RefusedError", reason });
  });

  it("names the permission for workflows, whatever was to be written", () => {
    const error = graphqlError("UNPROCESSABLE", workflows("refusing to allow a GitHub App to create or update"));
    expect(toPortError(error, writing, now)).toMatchObject({
      message: expect.stringContaining('the app lacks the permission "workflows: write"'),
    });
  });

  it("is not misled by what somebody wrote, which GitHub repeats beside its refusal", () => {
    const refused = { resource: "Label", field: "name", code: "invalid", value: "was submitted too quickly" };
    const error = restError(422, "Validation Failed", {}, [refused]);
    error.message = `Validation Failed: ${JSON.stringify(refused)}`;
    expect(toPortError(error, writing, now)).toMatchObject({
      reason: "invalid",
      message: expect.stringMatching(/Validation Failed: Label\.name invalid\)$/u),
    });
  });

  it("does not blame permissions for a locked thread", () => {
    const error = graphqlError("FORBIDDEN", "Unable to create comment because discussion is locked.");
    const told = toPortError(error, writing, now);
    expect(told).toMatchObject({ message: expect.stringContaining("discussion is locked") });
    expect(told).not.toMatchObject({ message: expect.stringContaining("permission") });
  });

  it.each([
    ["a network error", restError(500, "other side closed")],
    ["a bad gateway", restError(502, "Server Error", {})],
  ])("says that the outcome of a write is unknown, and of a read only that it failed (%s)", (_case, error) => {
    expect(toPortError(error, writing, now)).toMatchObject({ message: expect.stringContaining("is unknown") });
    expect(toPortError(error, reading, now)).not.toMatchObject({ message: expect.stringContaining("is unknown") });
  });

  it("leaves errors that are ours, or a bug, as they are", () => {
    for (const error of [new GoneError("gone"), new TypeError("x is not a function"), "thrown"]) {
      expect(toPortError(error, reading, now)).toBe(error);
    }
  });

  it("keeps what was sent and what came out of the error", () => {
    const error = Object.assign(restError(422, "Validation Failed", {}), { request: { body: "a secret question" } });
    expect(inspect(toPortError(error, writing, now), { depth: null })).not.toContain("secret");
  });
});
