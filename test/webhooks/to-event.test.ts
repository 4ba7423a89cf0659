import { webhookExamples } from "../helpers/webhook-examples.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEvent, webhooks } from "../../src/webhooks/index.ts";

const installation = { id: 70 };
const repository = { id: 7, full_name: "acme/widgets", name: "widgets", default_branch: "main" };
const base = { installation, repository, sender: { login: "ann", type: "User" } };
const sha = (digit: string) => digit.repeat(40);
const where = { repository: { id: 7, owner: "acme", name: "widgets", installation: 70 } };
const issue = { ...where, number: 5 };
const thread = { ...where, number: 12, actor: { login: "ann", isBot: false } };

describe("a webhook", () => {
  it.each([
    ["discussion", { action: "created", discussion: { number: 12 } }, { kind: "discussion-opened", ...thread }],
    ["discussion", { action: "edited", discussion: { number: 12 } }, { kind: "discussion-edited", ...thread }],
    [
      "discussion",
      { action: "unanswered", discussion: { number: 12 } },
      { kind: "discussion-changed", change: "unanswered", ...thread },
    ],
    ["discussion", { action: "transferred", discussion: { number: 12 } }, { kind: "discussion-removed", ...thread }],
    [
      "discussion",
      { action: "pinned", discussion: { number: 12 } },
      { kind: "discussion-changed", change: "pinned", ...thread },
    ],
    [
      "discussion_comment",
      { action: "created", discussion: { number: 12 }, comment: { node_id: "DC_1", body: "/help" } },
      { kind: "comment-added", comment: { id: "DC_1", body: "/help" }, ...thread },
    ],
    [
      "discussion_comment",
      { action: "edited", discussion: { number: 12 }, comment: { node_id: "DC_1", body: null } },
      { kind: "comment-edited", comment: { id: "DC_1", body: "" }, ...thread },
    ],
    ...["opened", "edited", "closed", "reopened", "labeled", "unlabeled", "milestoned", "demilestoned"].map(
      (action): [string, object, object] => [
        "issues",
        { action, issue: { number: 5 } },
        { kind: "issue-changed", ...issue },
      ],
    ),
    ["issues", { action: "deleted", issue: { number: 5 } }, { kind: "issue-removed", ...issue }],
    ["issues", { action: "transferred", issue: { number: 5 } }, { kind: "issue-removed", ...issue }],
    ["issues", { action: "assigned", issue: { number: 5 } }, undefined],
    ["issues", { action: "pinned", issue: { number: 5 } }, undefined],
    ["issues", { action: "opened", issue: {} }, undefined],
    [
      "issue_comment",
      { action: "created", issue: { number: 5 }, comment: { node_id: "IC_1", body: "/help" } },
      { kind: "issue-comment-added", comment: { id: "IC_1", body: "/help" }, actor: thread.actor, ...issue },
    ],
    ["issue_comment", { action: "created", issue: { number: 5 } }, { kind: "issue-changed", ...issue }],
    ["issue_comment", { action: "deleted", issue: { number: 5 } }, { kind: "issue-changed", ...issue }],
    ["issue_comment", { action: "created", issue: { number: 5, pull_request: {} } }, undefined],
    [
      "pull_request",
      {
        action: "synchronize",
        pull_request: { number: 8, head: { sha: sha("a"), repo: { id: 9 } }, base: { sha: sha("b") } },
      },
      { kind: "commits-proposed", ...where, proposed: { head: sha("a"), base: sha("b"), isOwn: false } },
    ],
    [
      "pull_request",
      { action: "opened", pull_request: { head: { sha: "HEAD", repo: null }, base: { sha: sha("b") } } },
      undefined,
    ],
    [
      "check_run",
      { action: "rerequested", check_run: { head_sha: sha("a") } },
      { kind: "checks-asked-again", ...where, head: sha("a") },
    ],
    [
      "check_suite",
      { action: "rerequested", check_suite: { head_sha: sha("a") } },
      { kind: "checks-asked-again", ...where, head: sha("a") },
    ],
    ["check_suite", { action: "requested", check_suite: { head_sha: sha("a") } }, undefined],
    [
      "pull_request",
      { action: "closed", pull_request: { number: 8, head: { ref: "faq/discussion-12", repo: { id: 7 } } } },
      { kind: "pull-request-changed", ...where, number: 8, branch: "faq/discussion-12" },
    ],
    ["pull_request", { action: "closed", pull_request: { number: 8, head: { ref: "faq/discussion-12" } } }, undefined],
    [
      "pull_request",
      { action: "closed", pull_request: { number: 8, head: { ref: "faq/discussion-12", repo: { id: 8 } } } },
      undefined,
    ],
    ["pull_request", { action: "opened", pull_request: { number: 8 } }, undefined],
    ...["edited", "closed", "opened", "deleted"].map((action): [string, object, object] => [
      "milestone",
      { action, milestone: { number: 3 } },
      { kind: "milestone-changed", milestone: 3, ...where },
    ]),
    ["milestone", { action: "created", milestone: { number: 3 } }, undefined],
    ["milestone", { action: "edited" }, undefined],
    ["push", { ref: "refs/heads/main", after: "abc" }, { kind: "default-branch-moved", head: "abc", ...where }],
    ["push", { ref: "refs/heads/topic", after: "abc" }, undefined],
    ["push", { ref: "refs/heads/main", after: "000", deleted: true }, undefined],
    ["repository", { action: "renamed" }, { kind: "repository-added", ...where }],
    ["repository", { action: "privatized" }, { kind: "repository-added", ...where }],
    ["repository", { action: "publicized" }, { kind: "repository-added", ...where }],
    ["repository", { action: "deleted" }, { kind: "repository-removed", ...where }],
    [
      "installation",
      { action: "created", repositories: [{ id: 7, full_name: "acme/widgets" }] },
      { kind: "installation-changed", installation: 70, lost: false },
    ],
    ["installation", { action: "deleted" }, { kind: "installation-changed", installation: 70, lost: true }],
    ["star", { action: "created" }, undefined],
  ])("%s %j means what it means", (name, payload, event) => {
    expect(toEvent(name, { ...base, ...payload })).toEqual(event);
  });

  it("of an app names it as GraphQL does", () => {
    const payload = {
      ...base,
      sender: { login: "frontdesk[bot]", type: "Bot" },
      action: "created",
      discussion: { number: 12 },
    };
    expect(toEvent("discussion", payload)).toMatchObject({ actor: { login: "frontdesk", isBot: true } });
  });

  it("without an installation means nothing: we could not act", () => {
    expect(
      toEvent("discussion", { ...base, installation: undefined, action: "created", discussion: { number: 12 } }),
    ).toBeUndefined();
  });

  it.each([
    ["an id between two numbers", { repository: { ...repository, id: 1.5 } }],
    ["an id that other ids would be equal to", { repository: { ...repository, id: 2 ** 53 } }],
    ["an installation that is none", { installation: { id: -1 } }],
    ["a name that leads up", { repository: { ...repository, full_name: "acme/.." } }],
    ["an owner that leads nowhere", { repository: { ...repository, full_name: "./widgets" } }],
    ["a name of more parts", { repository: { ...repository, full_name: "acme/widgets/issues" } }],
    ["a name with a query", { repository: { ...repository, full_name: "acme/widgets?x=y" } }],
    ["a number that is none", { discussion: { number: 1e38 } }],
  ])("with %s means nothing", (_, over) => {
    expect(toEvent("discussion", { ...base, action: "created", discussion: { number: 12 }, ...over })).toBeUndefined();
  });

  it("of GitHub's own examples is understood or left alone, all of them", () => {
    const understood = webhookExamples.flatMap(({ name, examples: payloads }) =>
      payloads.flatMap((it) => toEvent(name, it)?.kind ?? []),
    );
    expect(new Set(understood)).toEqual(
      new Set([
        "discussion-opened",
        "discussion-edited",
        "discussion-changed",
        "discussion-removed",
        "comment-added",
        "comment-edited",
        "comment-deleted",
        "issue-changed",
        "issue-comment-added",
        "issue-removed",
        "pull-request-changed",
        "commits-proposed",
        "checks-asked-again",
        "milestone-changed",
        "default-branch-moved",
        "installation-changed",
        "repository-added",
      ]),
    );
  });

  it("never throws, whatever is in it", () => {
    const names = fc.constantFrom(...webhooks.map(({ name }) => name));
    const keys = fc.constantFrom(
      "action",
      "installation",
      "repository",
      "sender",
      "discussion",
      "issue",
      "milestone",
      "comment",
      "ref",
      "after",
      "repositories",
      "repositories_added",
      "id",
      "number",
      "full_name",
    );
    fc.assert(
      fc.property(
        names,
        fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())))),
        (name, payload) => {
          toEvent(name, payload);
        },
      ),
    );
  });
});
