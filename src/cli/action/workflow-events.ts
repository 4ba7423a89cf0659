import { webhookNames } from "../../pipeline/webhook-names.ts";
import type { ActionRun } from "./action-report.ts";

/** Events that are the clock's: everything that is due by it is done then. */
export const clockEvents: ReadonlySet<string> = new Set(["schedule", "workflow_dispatch"]);

/**
 * Why nothing is done about an event, and nobody is asked anything; undefined where something may be.
 *
 * The token of a pull request from a fork may only read, and so may one of Dependabot's:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories
 * https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions#restrictions-when-dependabot-triggers-events
 */
export function whySkipped({
  event,
  payload,
  repository,
}: Pick<ActionRun, "event" | "payload" | "repository">): string | undefined {
  if (clockEvents.has(event)) return undefined;
  if (!webhookNames.has(event)) {
    return `the event ${event} means nothing to Frontdesk; docs/how-to/actions.md lists those that do. Take it out of the workflow's \`on:\` to save the minute`;
  }
  if (event !== "pull_request") return undefined;
  const { pull_request: pull, sender } = payload as PullRequestPayload;
  if (pull?.head?.repo?.id !== repository.id) {
    return "the pull request is from a fork: its workflow has a token that may only read, and Frontdesk follows its own branches alone";
  }
  if (sender?.login === "dependabot[bot]") {
    return "Dependabot did it: its workflows have a token that may only read";
  }
  return undefined;
}

interface PullRequestPayload {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly id?: number } | null } };
  readonly sender?: { readonly login?: string };
}
