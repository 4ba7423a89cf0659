import type { SupportEvent } from "../core/event.ts";
import { checkRun, checkSuite } from "./checks.ts";
import { discussionComment } from "./discussion-comment.ts";
import { discussion } from "./discussion.ts";
import { installation, installationRepositories } from "./installation.ts";
import { issueComment, issues } from "./issues.ts";
import { pullRequest } from "./pull-request.ts";
import { milestone } from "./milestone.ts";
import { push } from "./push.ts";
import { repository } from "./repository.ts";
import type { Payload, Webhook } from "./webhook.ts";

/** Every webhook we understand. A guard holds this list against `default_events` in `app.yml`. */
export const webhooks: readonly Webhook[] = [
  discussion,
  discussionComment,
  issues,
  issueComment,
  pullRequest,
  checkRun,
  checkSuite,
  milestone,
  push,
  repository,
  installation,
  installationRepositories,
];

const byName = new Map(webhooks.map((it) => [it.name, it]));

/** What a webhook means to us; undefined for the many that mean nothing. */
export function toEvent(name: string, payload: unknown): SupportEvent | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  return byName.get(name)?.toEvent(payload satisfies Payload);
}
