import type { Thread } from "../../core/discussion.ts";
import type { Hit } from "../../core/knowledge.ts";
import type { SuggestedItem, Suggestion, ThresholdInForce } from "../../core/suggestion.ts";
import type { Choice } from "./choose-hits.ts";

/** What a record keeps of each item: enough to explain it, little enough to keep for every thread. */
const mostTerms = 8;
const mostFields = 6;
const mostParts = 20;
const longestTerm = 60;
const longestName = 20;
const longestTitle = 160;
const longestReason = 1_000;

/** What was decided in a thread as a record of bounded size; only ids and addresses are as long as they are. */
export function toSuggestion(
  mode: Suggestion["mode"],
  thread: Pick<Thread, "title" | "url">,
  { chosen, because }: Choice,
  hits: readonly Hit[],
  threshold: ThresholdInForce,
): Suggestion {
  const best = hits[0];
  return {
    mode,
    question: { title: cut(thread.title, longestTitle), url: thread.url },
    items: chosen.map(toItem),
    ...(chosen.length === 0 && best && { best: toItem(best) }),
    threshold,
    because: cut(because, longestReason),
  };
}

function toItem({ item, confidence, score, parts, terms }: Hit): SuggestedItem {
  return {
    id: item.id,
    title: cut([...item.context, item.title].join(" › "), longestTitle),
    url: item.url,
    confidence: round(confidence),
    score: round(score),
    parts: Object.fromEntries(
      Object.entries(parts)
        .slice(0, mostParts)
        .map(([name, value]) => [cut(name, longestName), round(value)]),
    ),
    terms: terms.slice(0, mostTerms).map((it) => ({
      term: cut(it.term, longestTerm),
      fields: it.fields.slice(0, mostFields).map((field) => cut(field, longestName)),
      score: round(it.score),
    })),
  };
}

/** A cut between the halves of a character leaves a mark, and no half, which a database may refuse. */
function cut(text: string, length: number): string {
  return (text.length <= length ? text : `${text.slice(0, length - 1)}…`).toWellFormed();
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
