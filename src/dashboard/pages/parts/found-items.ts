import { html } from "hono/html";
import type { SuggestedItem } from "../../../core/suggestion.ts";
import type { Html } from "../../html.ts";
import { outsideLink } from "./outside-link.ts";
import { table } from "./table.ts";

/** What was found for a question, with the reasons: the parts of the score, and the words in common. */
export function foundItems(caption: string, items: readonly SuggestedItem[]): Html {
  return table(
    caption,
    [
      "Found",
      { title: "Confidence", isNumber: true },
      { title: "Score", isNumber: true },
      "Parts of the score",
      "Words in common",
    ],
    items.map(({ title, url, confidence, score, parts, terms }) => [
      outsideLink(url, title),
      confidence.toFixed(2),
      score.toFixed(2),
      html`<ul class="plain">
        ${partsOf(parts).map(([name, value]) => html`<li>${name} ${value.toFixed(2)}</li>`)}
      </ul>`,
      terms.map(({ term, fields }) => `${term} (${fields.join(", ")})`).join("; "),
    ]),
    "Nothing was found.",
  );
}

/** The strongest first; what adds nothing says nothing. */
function partsOf(parts: SuggestedItem["parts"]): readonly (readonly [string, number])[] {
  return Object.entries(parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}
