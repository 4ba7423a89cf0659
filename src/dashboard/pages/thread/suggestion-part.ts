import { html } from "hono/html";
import type { GivenFeedback, Suggestion } from "../../../core/suggestion.ts";
import { foundItems } from "../parts/found-items.ts";
import type { Html } from "../../html.ts";
import { table } from "../parts/table.ts";
import { timeOf } from "../parts/time.ts";

/** What was considered as an answer, why it was posted or was not, and what people thought of it. */
export function suggestionPart(suggestion: Suggestion | undefined, feedback: readonly GivenFeedback[]): Html {
  if (!suggestion) {
    return html`<h2>What was considered</h2>
      <p>No suggestion is on record here, so nothing was looked for.</p>`;
  }
  const { mode, items, best, threshold, because } = suggestion;
  const posted = mode === "live" ? "posted" : "found, and not posted in shadow mode";
  const head = items.length === 0 ? "Nothing was good enough." : `${items.length} ${posted}.`;
  return html`<h2>What was considered</h2>
    <p>${head} It took a confidence of ${threshold.value} (${threshold.because}). In short: ${because}.</p>
    ${foundItems(items.length === 0 ? "The best that was found" : "What was chosen, the best first", items.length > 0 ? items : best ? [best] : [])}
    ${feedbackTable(feedback)}`;
}

function feedbackTable(feedback: readonly GivenFeedback[]): Html {
  return table(
    "What people thought of it",
    ["Who", "Helped", "By", "When"],
    feedback.map(({ by, isAsker, helpful, deflected, via, at }) => [
      isAsker ? `${by}, who asked` : by,
      helpful ? (deflected ? "yes, before anybody had replied" : "yes") : "no",
      via,
      timeOf(at),
    ]),
    "Nobody has said whether it helped.",
  );
}
