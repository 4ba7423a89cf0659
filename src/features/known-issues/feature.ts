import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import type { Issue } from "../../core/issue.ts";
import type { KnownIssue } from "../../core/knowledge.ts";
import { nothing } from "../../core/plan.ts";
import { issueActions, type IssueAction, type IssuePlan } from "./actions.ts";
import type { Reads } from "../../core/reads.ts";
import { feature } from "../feature.ts";
import type { IssuesConfig } from "./config.ts";
import { toKnownIssue } from "./to-known-issue.ts";

type Facts =
  | { readonly found: "nothing-to-read" }
  /** By which settings the issues we know were chosen; undefined where we know none. */
  | { readonly found: "settings"; readonly settings: string | undefined }
  | { readonly found: "page"; readonly issues: readonly Issue[]; readonly next: string | undefined }
  | { readonly found: "issue"; readonly issue: Issue | undefined };

/** Keeps issues and feature requests searchable: the latest ones at first, page by page, then each as it changes. */
export const knownIssues = feature({
  name: "known-issues",
  summary: "Learns known bugs and feature requests from the repository's issues, and what becomes of them.",
  on: [
    "repository-added",
    "default-branch-moved",
    "import-issues",
    "issue-changed",
    "issue-comment-added",
    "issue-removed",
  ],
  slice: "issues",
  actions: issueActions,

  async gather(
    event,
    { config, reads: { github, knowledge } }: { config: IssuesConfig; reads: Reads },
  ): Promise<Facts> {
    const { repository } = event;
    switch (event.kind) {
      case "repository-added":
      case "default-branch-moved":
        return { found: "settings", settings: await knowledge.findIssueSettings(repository) };
      case "import-issues": {
        if (config.mode === "off" || event.left <= 0) return { found: "nothing-to-read" };
        const { issues, next } = await github.recentIssues(repository, event.cursor);
        return { found: "page", issues, next };
      }
      case "issue-changed":
      case "issue-comment-added":
        if (config.mode === "off") return { found: "nothing-to-read" };
        return { found: "issue", issue: await github.findIssue(repository, event.number) };
      case "issue-removed":
        return { found: "nothing-to-read" };
      default:
        return unreachable(event);
    }
  },

  decide(event, facts, { config }): IssuePlan {
    const { repository } = event;
    switch (facts.found) {
      case "settings":
        return followConfig(repository, facts.settings, config);
      case "page":
        return keepPage(repository, facts, event.kind === "import-issues" ? event.left : 0, config);
      case "issue":
        return "number" in event ? keepOrForget(repository, event.number, facts.issue, config) : nothing("no issue");
      case "nothing-to-read":
        return event.kind === "issue-removed"
          ? { actions: [{ do: "forget-issue", repository, number: event.number }], because: "the issue is gone" }
          : nothing(config.mode === "off" ? "issues.mode is off" : "there are issues enough");
      default:
        return unreachable(facts);
    }
  },
});

/** Which issues are kept, and as what, depends on the config: when it changes, they are all read again. */
function followConfig(repository: RepositoryRef, known: string | undefined, config: IssuesConfig): IssuePlan {
  const settings = config.mode === "off" ? undefined : JSON.stringify(config);
  if (settings === known) return nothing("the issues are known");
  if (settings === undefined) {
    return { actions: [{ do: "reset-issues", repository, settings }], because: "issues.mode is off" };
  }
  return {
    actions: [{ do: "reset-issues", repository, settings }, importFrom(repository, undefined, config.limit)],
    because: known === undefined ? "the issues are new to us" : "the config chooses other issues than before",
  };
}

function keepPage(
  repository: RepositoryRef,
  { issues: page, next }: Extract<Facts, { readonly found: "page" }>,
  left: number,
  config: IssuesConfig,
): IssuePlan {
  const wanted = page.slice(0, left);
  const issues = wanted.map((it) => toKnownIssue(it, config)).filter(isFit);
  const keep: IssueAction[] = issues.length > 0 ? [{ do: "keep-issues", repository, issues }] : [];
  const more = next !== undefined && left > page.length ? [importFrom(repository, next, left - page.length)] : [];
  return {
    actions: [...keep, ...more],
    because: `${issues.length} of ${wanted.length} issues on this page can help`,
  };
}

function keepOrForget(
  repository: RepositoryRef,
  number: number,
  issue: Issue | undefined,
  config: IssuesConfig,
): IssuePlan {
  const known = issue ? toKnownIssue(issue, config) : { unfit: "it is gone" };
  if (isFit(known)) {
    return { actions: [{ do: "keep-issues", repository, issues: [known] }], because: "the issue can help" };
  }
  return {
    actions: [{ do: "forget-issue", repository, number }],
    because: `the issue is not suggested: ${known.unfit}`,
  };
}

function importFrom(repository: RepositoryRef, cursor: string | undefined, left: number): IssueAction {
  return {
    do: "follow-up",
    key: `import-issues:${cursor ?? "start"}`,
    event: { kind: "import-issues", repository, cursor, left },
  };
}

function isFit(issue: KnownIssue | { readonly unfit: string }): issue is KnownIssue {
  return !("unfit" in issue);
}
