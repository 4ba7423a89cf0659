import type { Delivery } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import type { Standing } from "../core/inbox.ts";
import { causeOf } from "./cause.ts";
import { orderKey } from "./order-key.ts";

/** Where an event stands in line: behind what, whose turn it takes, and what it goes before. */
export function standingOf(delivery: Delivery, event: SupportEvent | undefined): Standing {
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

/** Somebody waits for an answer to a question first of all, then for what a comment or a change sets going. */
function priorityOf(event: SupportEvent | undefined): number {
  switch (event?.kind) {
    case "discussion-opened":
      return 0;
    case "import-threads":
    case "import-issues":
    case "import-requests":
    case "read-reactions":
    case "review-faq":
    case "sweep-requests":
      return 2;
    default:
      return 1;
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
