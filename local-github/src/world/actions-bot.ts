import { refusal } from "./error-texts.ts";
import type { Actor, Repository } from "./objects.ts";

/** By what login workflows write: `github-actions[bot]` in REST. */
export const actionsBot = "github-actions";

/**
 * Throws where a workflow may not open pull requests: new repositories do not let it, whatever permissions it has.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository#preventing-github-actions-from-creating-or-approving-pull-requests
 */
export function mustLetOpenPullRequests(repository: Repository, actor: Actor): void {
  const isWorkflow = actor.__typename === "Bot" && actor.login === actionsBot;
  if (isWorkflow && repository.letsWorkflowsOpenPullRequests !== true) throw refusal("workflowOpensNone");
}
