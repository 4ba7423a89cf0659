import type { Hit } from "../../../core/knowledge.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText, inlineTextWithCode, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { enumerated, joined, md } from "../../../words/compose-text.ts";
import { isIssue, kindBehindLink } from "../../../words/kind-in-words.ts";
import { say } from "./words.ts";

/** The first answer: at most three links with heading and excerpt, why it was posted, and how to be rid of it. */
export function firstAnswer(hits: readonly Hit[]): Text {
  const areIssues = hits.map(({ item }) => isIssue(item));
  const searched = say(areIssues.includes(true) ? "searched.issues" : "searched.docs");
  return joined(
    [
      say(areIssues.includes(false) ? "intro" : "intro-known"),
      "",
      ...hits.map(listItem),
      "",
      say("footer", { searched, found: wordsInCommon(hits) }),
    ],
    "\n",
  );
}

/** Stands where suggestions stood that no longer fit the edited question. */
export const withdrawnAnswers = say("withdrawn");

function listItem({ item, excerpt }: Hit): Text {
  const path = [...item.context, item.title].map((it) => inlineText(it, 80)).join(" › ");
  // Pages are not told who links to them; threads and issues are.
  const url = item.kind === "docs" || item.kind === "faq" ? item.url : viaRedirect(item.url);
  const quote = excerpt.trim() === "" ? "" : `\n  > ${inlineTextWithCode(excerpt, 240)}`;
  return md`- [${path}](<${linkAddress(url)}>)${kindBehindLink(item)}${quote}`;
}

/** The words that made the match, so that a person can see at a glance whether it is a coincidence. */
function wordsInCommon(hits: readonly Hit[]): Text | "" {
  const terms = [...new Set(hits.flatMap(({ terms }) => terms.slice(0, 3).map(({ term }) => term)))].slice(0, 5);
  if (terms.length === 0) return "";
  return say("found-words", { words: enumerated(terms.map((it) => `*${inlineText(it, 40)}*`)) });
}
