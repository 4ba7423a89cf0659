import type { SupportEvent } from "../core/event.ts";
import type { Standing } from "../core/inbox.ts";
import { orderKey } from "./order-key.ts";

/** Where an event stands in line: behind what, whose turn it takes, and what it goes before. */
export function standingOf(id: string, event: SupportEvent | undefined): Standing {
  return {
    orderKey: orderKey(id, event),
    installation: installationOf(event),
    priority: priorityOf(event),
    ...(event && "actor" in event && { actor: event.actor.login }),
  };
}

/** Ticks are about all installations, and belong to none. */
function installationOf(event: SupportEvent | undefined): number {
  if (!event || event.kind === "tick") return 0;
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
