import type { Thread } from "../../core/discussion.ts";
import type { Hit } from "../../core/knowledge.ts";
import type { SuggestedItem, Suggestion, ThresholdInForce } from "../../core/suggestion.ts";
import type { Choice } from "./choose-hits.ts";

/** Stored of each item: enough to explain it, little enough for a record of every thread. */
const maxTerms = 8;
const maxFields = 6;
const maxParts = 20;
const maxTermLength = 60;
const maxNameLength = 20;
const maxTitleLength = 160;
const maxReasonLength = 1_000;

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
    question: { title: cut(thread.title, maxTitleLength), url: thread.url },
    items: chosen.map(toItem),
    ...(chosen.length === 0 && best && { best: toItem(best) }),
    threshold,
    because: cut(because, maxReasonLength),
  };
}

function toItem({ item, confidence, score, parts, terms }: Hit): SuggestedItem {
  return {
    id: item.id,
    title: cut([...item.context, item.title].join(" › "), maxTitleLength),
    url: item.url,
    confidence: round(confidence),
    score: round(score),
    parts: Object.fromEntries(
      Object.entries(parts)
        .slice(0, maxParts)
        .map(([name, value]) => [cut(name, maxNameLength), round(value)]),
    ),
    terms: terms.slice(0, maxTerms).map((it) => ({
      term: cut(it.term, maxTermLength),
      fields: it.fields.slice(0, maxFields).map((field) => cut(field, maxNameLength)),
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
