import type { Hit } from "../core/knowledge.ts";
import { inlineText } from "../text/neutralise.ts";

/** The first answer: at most three links with heading and excerpt, why it was posted, and how to be rid of it. */
export function relatedAnswers(hits: readonly Hit[]): string {
  const why = reasons(hits);
  return [
    "**This may already answer your question:**",
    "",
    ...hits.map(listItem),
    "",
    `<sub>I am a bot. I searched this repository's docs and answered discussions${why}. ` +
      "If it does not help, comment `/not-helpful` and I fold this away.</sub>",
  ].join("\n");
}

/** Stands where suggestions stood that no longer fit the edited question. */
export function withdrawnAnswers(): string {
  return "<sub>I am a bot. After the edit, nothing in the docs or answered discussions fits well, so I took my suggestions back.</sub>";
}

function listItem({ item, excerpt }: Hit): string {
  const path = [...item.context, item.title].map((it) => inlineText(it, 80)).join(" › ");
  const kind = item.kind === "thread" ? " (answered discussion)" : "";
  const quote = excerpt.trim() === "" ? [] : [`  > ${inlineText(excerpt, 240)}`];
  return [`- [${path}](<${encodeURI(decodeUri(item.url))}>)${kind}`, ...quote].join("\n");
}

/** The words that made the match, so that a person can see at a glance whether it is a coincidence. */
function reasons(hits: readonly Hit[]): string {
  const terms = [...new Set(hits.flatMap(({ terms }) => terms.slice(0, 3).map(({ term }) => term)))].slice(0, 5);
  if (terms.length === 0) return "";
  return ` and found these words in common: ${terms.map((it) => `*${inlineText(it, 40)}*`).join(", ")}`;
}

function decodeUri(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    // Not every percent sign is an escape; then the address stands as it is.
    return url;
  }
}
