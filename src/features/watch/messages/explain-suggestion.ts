import type { SuggestedItem, Suggestion } from "../../../core/suggestion.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";

/** Why something was suggested in a thread, or was not. */
export function explainSuggestion(suggestion: Suggestion | undefined): string {
  if (!suggestion) return "**Suggestions**: none is on record here, so nothing was looked for.";
  const { mode, items, best, threshold, because } = suggestion;
  const posted = mode === "live" ? "posted" : "found, and not posted in shadow mode";
  const head =
    items.length === 0
      ? `**Suggestions**: none was good enough. It takes ${threshold.value} (${inlineText(threshold.because, 300)}).`
      : `**Suggestions**: ${items.length} ${posted}. It took ${threshold.value} (${inlineText(threshold.because, 300)}).`;
  const listed = items.length > 0 ? items : best ? [best] : [];
  return [head, ...(listed.length === 0 ? [`In short: ${inlineText(because, 300)}.`] : [table(listed)])].join("\n\n");
}

function table(items: readonly SuggestedItem[]): string {
  const rows = items.map(({ title, url, confidence, parts, terms }) => {
    const words = terms.slice(0, 5).map(({ term }) => inlineText(term, 40));
    const link = `[${inlineText(title, 120)}](<${linkAddress(viaRedirect(url))}>)`;
    return `| ${link} | ${confidence.toFixed(2)} | ${partsOf(parts)} | ${words.join(", ")} |`;
  });
  const head = "| Found | Confidence | Parts of the score | Words in common |\n| --- | --- | --- | --- |";
  return [head, ...rows].join("\n");
}

/** The strongest first, by the names under which `docs/explanation/search.md` explains them; what adds nothing says nothing. */
function partsOf(parts: SuggestedItem["parts"]): string {
  return Object.entries(parts)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, value]) => `${inlineText(name, 40)} ${value.toFixed(2)}`)
    .join(", ");
}
