import { html } from "hono/html";
import type { Discussion, Issue, PullRequest } from "../../world/objects.ts";
import type { Html } from "./html.ts";

/** What became of a thread, in a word with a colour. */
export function threadState(thread: Discussion | Issue | PullRequest): Html {
  const [look, text] = stateOf(thread);
  return html`<span class="state state-${look}">${text}</span>`;
}

function stateOf(thread: Discussion | Issue | PullRequest): readonly [look: string, text: string] {
  switch (thread.__typename) {
    case "Discussion":
      if (thread.closed) return ["closed", `Closed as ${(thread.stateReason ?? "resolved").toLowerCase()}`];
      if (thread.answer !== null) return ["answered", "Answered"];
      return thread.category.isAnswerable ? ["open", "Unanswered"] : ["open", "Open"];
    case "Issue":
      if (!thread.closed) return ["open", "Open"];
      return ["done", thread.stateReason === "NOT_PLANNED" ? "Closed as not planned" : "Closed"];
    case "PullRequest":
      if (thread.merged) return ["done", "Merged"];
      return thread.closed ? ["closed", "Closed"] : ["open", thread.isDraft ? "Draft" : "Open"];
  }
}
