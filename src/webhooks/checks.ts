import type { SupportEvent } from "../core/event.ts";
import type { Payload, Webhook } from "./webhook.ts";
import { isCommitId, repositoryOf } from "./webhook.ts";

/**
 * A person asks for a check again. GitHub asks only the app that made it, and names no pull request of a fork:
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#check_run
 */
export const checkRun: Webhook = {
  name: "check_run",
  toEvent: (payload) => askedAgain(payload, payload.check_run?.head_sha),
};

/** A person asks for all checks of a commit again. */
export const checkSuite: Webhook = {
  name: "check_suite",
  toEvent: (payload) => askedAgain(payload, payload.check_suite?.head_sha),
};

function askedAgain(payload: Payload, head: unknown): SupportEvent | undefined {
  const repository = repositoryOf(payload);
  if (payload.action !== "rerequested" || !repository || !isCommitId(head)) return undefined;
  return { kind: "checks-asked-again", repository, head };
}
