import type { ProblemInFile } from "../../config/problem.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { fnv1a } from "../../text/fnv.ts";
import { localeOf } from "../../words/locale-of.ts";
import { feature } from "../feature.ts";
import { configCheckActions, type ConfigCheckPlan } from "./actions/config-check-actions.ts";
import { readConfigFiles } from "./config-file.ts";
import { gatherAgain, gatherProposed, type CheckedConfig } from "./gather.ts";
import { checkReport } from "./messages/check-report.ts";
import { brokenConfig, configIssueTitle, mendedConfig } from "./messages/config-issue.ts";
import { problemsOfFile } from "./problems-of-file.ts";
import type { ReadsWithConfigIssues } from "./reads.ts";
import { ConfigIssueStore } from "./store/config-issue-store.ts";

type Facts =
  | { readonly found: "proposal"; readonly checked: CheckedConfig | undefined }
  | { readonly found: "in force"; readonly state: DefaultConfig | undefined };

/** The repository's own config on its default branch, where it is broken or was. */
interface DefaultConfig {
  readonly commit: string;
  readonly url: string;
  readonly errors: readonly ProblemInFile[];
  readonly hasLastGood: boolean;
}

/** Tells what is wrong with a config: in the pull request that changes it, and in an issue where it is broken. */
export const configCheck = feature({
  name: "config-check",
  summary:
    "Checks a config in the pull request that changes it, line by line, with what only GitHub knows; and tells in one issue, which closes itself, what is wrong with one that is broken on the default branch.",
  on: ["commits-proposed", "pull-request-changed", "checks-asked-again", "default-branch-moved", "repository-added"],
  actions: configCheckActions,
  openStores: (database) => ({ configIssues: new ConfigIssueStore(database) }),

  async gather(event, { reads }: { reads: ReadsWithConfigIssues }): Promise<Facts> {
    const { repository } = event;
    switch (event.kind) {
      case "commits-proposed":
      case "pull-request-changed": {
        const { proposed } = event;
        return { found: "proposal", checked: proposed && (await gatherProposed(repository, proposed, reads)) };
      }
      case "checks-asked-again":
        return { found: "proposal", checked: await gatherAgain(repository, event.head, reads) };
      case "default-branch-moved":
      case "repository-added":
        return { found: "in force", state: await gatherDefault(repository, reads) };
      default:
        return unreachable(event);
    }
  },

  // In the language and words of the config in force: a stranger who proposes others has no say in what we write.
  decide({ repository }, facts, { shared }): ConfigCheckPlan {
    const locale = localeOf(shared);
    if (facts.found === "proposal") {
      const { checked } = facts;
      if (!checked) return nothing("the commits do not change the config");
      const report = checkReport(checked, locale);
      return {
        actions: [{ do: "report-check", repository, head: checked.commit, report }],
        because: "the config is to be changed",
      };
    }
    const { state } = facts;
    if (!state) return nothing("the config is good, and was");
    const { errors, commit, url } = state;
    if (errors.length === 0) {
      const text = mendedConfig(commit, url)(locale);
      return { actions: [{ do: "close-config-issue", repository, text }], because: "the config is good again" };
    }
    const digest = fnv1a(errors.map(({ message }) => message).join("\n")).toString(36);
    const text = brokenConfig(errors, state)(locale);
    return {
      actions: [{ do: "write-config-issue", repository, title: configIssueTitle(locale), text, digest }],
      because: `the config is broken: ${errors.length} problems`,
    };
  },
});

/**
 * A config of the owner's is told where it lies, and not in each repository that it holds for. 2 points for each push, and
 * 2 more where it is broken.
 */
async function gatherDefault(
  repository: RepositoryRef,
  { github, records, configIssues }: ReadsWithConfigIssues,
): Promise<DefaultConfig | undefined> {
  const commit = await github.findHead(repository);
  if (commit === undefined) return undefined;
  const [file] = await readConfigFiles(repository, [commit], github);
  const errors = file ? problemsOfFile(file).problems.filter(({ severity }) => severity === "error") : [];
  if (errors.length === 0 && !(await configIssues.findConfigIssue(repository))) return undefined;
  const [url, lastGood] = await Promise.all([github.repositoryUrl(repository), records.findConfig(repository)]);
  return { commit, url, errors, hasLastGood: lastGood !== undefined };
}
