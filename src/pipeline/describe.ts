import type { RepositoryRef } from "../core/discussion.ts";
import { unreachable } from "../core/errors.ts";
import type { Action, Plan } from "../core/plan.ts";

/** A plan in words: what a dry run prints and `frontdesk inbox show` lists. */
export function describePlan({ actions, because }: Plan): string[] {
  return actions.length === 0 ? [`nothing: ${because}`] : [...actions.map(describe), `because ${because}`];
}

/** What an action would do, in one line. */
export function describe(action: Action): string {
  switch (action.do) {
    case "say":
      return `write "${action.section}" into our comment in ${thread(action)}`;
    case "reply":
      return `reply (${action.key}) in ${thread(action)}`;
    case "react":
      return `react with ${action.with} to a comment in ${name(action.repository)}`;
    case "fold":
      return `fold our comment away as ${action.because} in ${name(action.repository)}`;
    case "publish-docs":
      return `publish ${action.pages.length} docs pages of ${name(action.repository)} at ${action.commit.slice(0, 7)}`;
    case "keep-threads":
      return `keep answered ${action.threads.map(({ number }) => `#${number}`).join(", ")} of ${name(action.repository)}`;
    case "forget-thread":
      return `forget ${thread(action)}`;
    case "record-suggestion":
      return `record what was suggested in ${thread(action)}: ${action.items.map(({ id }) => id).join(", ")}`;
    case "record-feedback":
      return `record that the suggestions ${action.helpful ? "helped" : "did not help"} in ${thread(action)}`;
    case "keep-config":
      return `keep the config of ${name(action.repository)} from ${action.source}`;
    case "remember-repository":
      return `serve ${name(action.repository)}`;
    case "forget-repository":
      return `forget all about ${name(action.repository)}`;
    case "redeliver":
      return `have GitHub send ${action.guid} again`;
    case "renew-access":
      return `ask GitHub anew what installation ${action.installation} allows`;
    case "prune-inbox":
      return `delete deliveries that ended before ${action.before}`;
    case "follow-up":
      return `go on with ${action.event.kind}${"repository" in action.event ? ` in ${name(action.event.repository)}` : ""}`;
    default:
      return unreachable(action);
  }
}

function name({ owner, name }: RepositoryRef): string {
  return `${owner}/${name}`;
}

function thread({ repository, number }: { readonly repository: RepositoryRef; readonly number: number }): string {
  return `${name(repository)}#${number}`;
}
