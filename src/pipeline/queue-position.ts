import { dayMs } from "../core/clock.ts";
import type { Delivery } from "../core/delivery.ts";
import { unreachable } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";
import type { QueuePosition } from "../core/inbox.ts";
import { threadOrderKey } from "../core/thread-order-key.ts";
import { isCommented, toSupportEvent } from "./to-support-event.ts";

/** Deliveries are kept for fourteen days, and what they tell of is known again that long; GitHub keeps them for three. */
const maxNewsAgeMs = 13 * dayMs;

/** The order key, installation, priority and cause by which the inbox queues a delivery. */
export function toQueuePosition(delivery: Delivery, event: SupportEvent | undefined): QueuePosition {
  const { id, payload } = delivery;
  const cause = causeOf(delivery);
  return {
    orderKey: orderKey(id, event),
    installation: event ? installationOf(event) : (idIn(payload, "installation") ?? 0),
    priority: priorityOf(event),
    ...repositoryIn(payload),
    ...(cause !== undefined && { cause }),
    ...(event && "actor" in event && { actor: event.actor.login }),
  };
}

/** Ticks are about all installations, and belong to none. */
function installationOf(event: SupportEvent): number {
  if (event.kind === "tick") return 0;
  return event.kind === "installation-changed" ? event.installation : event.repository.installation;
}

/** Of imports and sweeps. */
const lastPriority = 2;

/** Somebody waits for an answer to a question first of all, then for what a comment or a change sets going. */
function priorityOf(event: SupportEvent | undefined): number {
  switch (event?.kind) {
    case "discussion-opened":
      return 0;
    case "import-threads":
    case "import-issues":
    case "import-requests":
    case "threads-imported":
    case "onboard-repository":
    case "read-reactions":
    case "review-faq":
    case "sweep-requests":
    case "backfill-threads":
    case "reconcile-threads":
    case "sweep-resolutions":
    case "sweep-bookings":
    case "publish-calendar":
    case "update-living-issue":
    case "reckon-clocks":
    case "sweep-surveys":
    case "choose-interviewees":
      return lastPriority;
    default:
      return 1;
  }
}

/**
 * Whether nobody waits for what an event sets going: sweeps and imports, and what a tick and a push have read. It may take
 * a part of GitHub's limits, and none when they run low. What is due in a thread is not among it, since somebody waits.
 */
export function isBackground(event: SupportEvent): boolean {
  switch (event.kind) {
    case "tick":
    case "default-branch-moved":
    case "repository-added":
    // Strangers propose configs as well, and each may have us ask for fifty people.
    case "commits-proposed":
    case "checks-asked-again":
      return true;
    default:
      return priorityOf(event) === lastPriority;
  }
}

/** Also of what means nothing to us: its payload is kept for a while, and forgotten with its repository. */
function repositoryIn(payload: unknown): { readonly repository?: number } {
  const repository = idIn(payload, "repository");
  return repository === undefined ? {} : { repository };
}

function idIn(payload: unknown, field: "repository" | "installation"): number | undefined {
  if (typeof payload !== "object" || payload === null || !(field in payload)) return undefined;
  const { id } = Object((payload as Readonly<Record<string, unknown>>)[field]) as { readonly id?: unknown };
  return typeof id === "number" && Number.isSafeInteger(id) ? id : undefined;
}

/** Deliveries with the same key are handled one after the other: one thread, one repository's docs, one installation. */
export function orderKey(id: string, event: SupportEvent | undefined): string {
  if (!event) return `alone:${id}`;
  if ("number" in event) return threadOrderKey(event.repository, event.number);
  switch (event.kind) {
    case "import-threads":
      return `import:${event.repository.id}`;
    // Of its own: without its permission it fails, and must not hold up the threads.
    case "import-issues":
      return `import-issues:${event.repository.id}`;
    // The one after the other, so that there is one pull request.
    case "threads-imported":
    case "onboard-repository":
      return `onboarding:${event.repository.id}`;
    case "milestone-changed":
      return `milestone:${event.repository.id}:${event.milestone}`;
    case "read-reactions":
      return `reactions:${event.repository.id}`;
    case "review-faq":
      return `faq-review:${event.repository.id}`;
    case "sweep-requests":
    case "import-requests":
      return `requests:${event.repository.id}`;
    // Reading history takes long, and must not hold up what is due.
    case "backfill-threads":
      return `backfill:${event.repository.id}`;
    case "reconcile-threads":
      return `reconcile:${event.repository.id}`;
    case "reckon-clocks":
      return `clocks:${event.repository.id}`;
    case "escalate":
      return `escalate:${event.repository.id}`;
    case "sweep-resolutions":
      return `resolutions:${event.repository.id}`;
    // A chat that does not answer holds up itself alone.
    case "post-to-chat":
      return `chat:${event.repository.id}`;
    case "sweep-bookings":
      return `bookings:${event.repository.id}`;
    case "publish-calendar":
      return `calendar:${event.repository.id}`;
    case "sweep-surveys":
      return `surveys:${event.repository.id}`;
    case "choose-interviewees":
      return `interviews:${event.repository.id}`;
    // One after the other: two pull requests may have the same head, which has one check.
    case "commits-proposed":
    case "checks-asked-again":
      return `checks:${event.repository.id}`;
    case "publish-report":
      return `report:${event.repository.id}`;
    case "update-living-issue":
      return `living-issue:${event.repository.id}`;
    case "installation-changed":
      return `installation:${event.installation}`;
    case "tick":
      return "tick";
    case "default-branch-moved":
    case "repository-added":
    case "repository-removed":
      return `repository:${event.repository.id}`;
    default:
      return unreachable(event);
  }
}

/**
 * What a webhook tells of that happens only once: a comment is written one time, and its commands are obeyed one time.
 * The same again, under another delivery id, comes from somebody who kept a signed body; GitHub itself sends again under
 * the same id: https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks
 *
 * Nothing else is told apart so. Two true deliveries can have the same body, such as a label put on, taken off and put
 * on within a second; and all others have us look at what is there now, which is the same when done twice.
 */
export function causeOf(delivery: Delivery): string | undefined {
  const event = toSupportEvent(delivery);
  return event && isCommented(event) ? `comment:${event.comment.id}` : undefined;
}

/** Whether a comment that is told as new was written so long ago that nobody would know it again. */
export function isOldNews({ payload }: Delivery, now: Date): boolean {
  const { comment } = Object(payload) as Readonly<Record<string, unknown>>;
  const { created_at: createdAt } = Object(comment) as { readonly created_at?: unknown };
  return typeof createdAt === "string" && Date.parse(createdAt) < now.getTime() - maxNewsAgeMs;
}
