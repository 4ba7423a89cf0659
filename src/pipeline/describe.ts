import type { RepositoryRef } from "../core/discussion.ts";
import type { Action, Plan } from "../core/plan.ts";
import { isRequestAction } from "../core/request-actions.ts";
import type { Suggestion } from "../core/suggestion.ts";
import { describeFaq } from "./faq/describe-faq.ts";
import { describeRequestAction } from "./requests/describe-request-action.ts";

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
    case "comment-on-issue":
      return `comment (${action.key}) on ${thread(action)}`;
    case "react":
      return `react with ${action.with} to a comment in ${name(action.repository)}${action.spare ? " if writes are to spare" : ""}`;
    case "fold":
      return `fold our comment away as ${action.because} in ${name(action.repository)}`;
    case "publish-docs":
      return `publish ${action.pages.length} docs pages of ${name(action.repository)} at ${action.commit.slice(0, 7)}`;
    case "keep-threads":
      return `keep answered ${action.threads.map(({ number }) => `#${number}`).join(", ")} of ${name(action.repository)}`;
    case "forget-thread":
      return `forget ${thread(action)}`;
    case "keep-issues":
      return `keep issues ${action.issues.map(({ number }) => `#${number}`).join(", ")} of ${name(action.repository)}`;
    case "forget-issue":
      return `forget ${thread(action)}`;
    case "reset-issues":
      return action.settings === undefined
        ? `forget the issues of ${name(action.repository)}`
        : `learn the issues of ${name(action.repository)} anew`;
    case "record-suggestion":
      return recordOf(action.suggestion, thread(action));
    case "forget-suggestion":
      return `forget what was suggested in ${thread(action)}`;
    case "record-feedback":
      return `record that the suggestions ${action.feedback.helpful ? "helped" : "did not help"} in ${thread(action)}`;
    case "withdraw-feedback":
      return `record that ${action.by} took an opinion back in ${thread(action)}`;
    case "record-command":
      return `record a command in ${name(action.repository)}#${action.use.number}`;
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
      return isRequestAction(action) ? describeRequestAction(action) : describeFaq(action);
  }
}

function recordOf({ mode, items }: Suggestion, where: string): string {
  const what = items.length === 0 ? "nothing" : items.map(({ id }) => id).join(", ");
  return `record what ${mode === "live" ? "was" : "would be"} suggested in ${where}: ${what}`;
}

function name({ owner, name }: RepositoryRef): string {
  return `${owner}/${name}`;
}

function thread({ repository, number }: { readonly repository: RepositoryRef; readonly number: number }): string {
  return `${name(repository)}#${number}`;
}
