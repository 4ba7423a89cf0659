import type { Hit } from "../../core/knowledge.ts";
import { inlineText, inlineTextWithCode, viaRedirect } from "../../text/neutralise.ts";
import { isIssue, kindInWords } from "../../text/kind-in-words.ts";
import { linkAddress } from "../../text/link-address.ts";

/** The first answer: at most three links with heading and excerpt, why it was posted, and how to be rid of it. */
export function relatedAnswers(hits: readonly Hit[]): string {
  const areIssues = hits.map(({ item }) => isIssue(item));
  const searched = areIssues.includes(true) ? "docs, answered discussions and issues" : "docs and answered discussions";
  return [
    areIssues.includes(false) ? "**This may already answer your question:**" : "**This may be known already:**",
    "",
    ...hits.map(listItem),
    "",
    `<sub>I am a bot. I searched this repository's ${searched}${reasons(hits)}. ` +
      "Tell me by 👍 or 👎 whether it helps, or comment `/not-helpful` and I fold this away.</sub>",
  ].join("\n");
}

/** Stands where suggestions stood that no longer fit the edited question. */
export function withdrawnAnswers(): string {
  return "<sub>I am a bot. After the edit, nothing that I know of this project fits well, so I took my suggestions back.</sub>";
}

function listItem({ item, excerpt }: Hit): string {
  const path = [...item.context, item.title].map((it) => inlineText(it, 80)).join(" › ");
  const kind = kindInWords(item);
  // Pages are not told who links to them; threads and issues are.
  const url = item.kind === "docs" || item.kind === "faq" ? item.url : viaRedirect(item.url);
  const quote = excerpt.trim() === "" ? [] : [`  > ${inlineTextWithCode(excerpt, 240)}`];
  return [`- [${path}](<${linkAddress(url)}>)${kind === "" ? "" : ` (${inlineText(kind, 100)})`}`, ...quote].join("\n");
}

/** The words that made the match, so that a person can see at a glance whether it is a coincidence. */
function reasons(hits: readonly Hit[]): string {
  const terms = [...new Set(hits.flatMap(({ terms }) => terms.slice(0, 3).map(({ term }) => term)))].slice(0, 5);
  if (terms.length === 0) return "";
  return ` and found these words in common: ${terms.map((it) => `*${inlineText(it, 40)}*`).join(", ")}`;
}
