import { unreachable } from "../core/errors.ts";
import type { SupportEvent } from "../core/event.ts";

/** Deliveries with the same key are handled one after the other: one thread, one repository's docs, one installation. */
export function orderKey(id: string, event: SupportEvent | undefined): string {
  if (!event) return `alone:${id}`;
  if ("number" in event) return `thread:${event.repository.id}:${event.number}`;
  switch (event.kind) {
    case "import-threads":
      return `import:${event.repository.id}`;
    // Of its own: without its permission it fails, and must not hold up the threads.
    case "import-issues":
      return `import-issues:${event.repository.id}`;
    case "milestone-changed":
      return `milestone:${event.repository.id}:${event.milestone}`;
    case "read-reactions":
      return `reactions:${event.repository.id}`;
    case "review-faq":
      return `faq-review:${event.repository.id}`;
    case "sweep-requests":
    case "import-requests":
      return `requests:${event.repository.id}`;
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
