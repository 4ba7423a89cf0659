import type { Refusal, Which } from "../../core/faq-editor.ts";
import type { Faq, FaqEntry } from "../faq-entry.ts";
import { sameWords } from "../question-title.ts";
import { withoutSign } from "../read/looks-like-question.ts";
import { nearestFirst } from "../../text/nearest-first.ts";

/** Most entries that a refusal lists. */
const maxListed = 10;

/** The entry that is meant, or why there is none, with those that may have been meant. */
export function findEntry({ entries }: Pick<Faq, "entries">, which: Which): FaqEntry | Refusal {
  const found = entries.filter((entry) => matches(entry, which));
  const [entry] = found;
  if (entry !== undefined && found.length === 1) return entry;
  if (found.length > 1) return { refused: `${found.length} entries ${describeWhich(which, true)}: ${listed(found)}` };
  if (entries.length === 0) return { refused: `no entry ${describeWhich(which)}: the file has none` };
  if ("thread" in which) return { refused: `no entry ${describeWhich(which)}` };
  const wanted = "anchor" in which ? bareAnchor(which.anchor).replaceAll("-", " ") : which.question;
  const nearest = nearestFirst(entries, wanted, ({ question }) => question);
  return { refused: `no entry ${describeWhich(which)}; there are: ${listed(nearest)}` };
}

function matches({ metadata, anchor, ids, question }: FaqEntry, which: Which): boolean {
  if ("thread" in which) return metadata.source?.thread === which.thread;
  if ("anchor" in which)
    return [anchor, ...ids].some((it) => it !== "" && it.toLowerCase() === bareAnchor(which.anchor));
  return sameWords(question, withoutSign(which.question));
}

function bareAnchor(anchor: string): string {
  return anchor.trim().replace(/^#/u, "").toLowerCase();
}

function describeWhich(which: Which, areMany = false): string {
  if ("thread" in which) return `from discussion ${which.thread}`;
  return "anchor" in which
    ? `${areMany ? "have" : "has"} the anchor "${bareAnchor(which.anchor)}"`
    : `${areMany ? "ask" : "asks"} "${which.question}"`;
}

function listed(entries: readonly FaqEntry[]): string {
  const some = entries
    .slice(0, maxListed)
    .map(({ question, anchor }) => (anchor === "" ? `"${question}"` : `"${question}" (#${anchor})`));
  const more = entries.length > maxListed ? [`and ${entries.length - maxListed} more`] : [];
  return [...some, ...more].join(", ");
}
