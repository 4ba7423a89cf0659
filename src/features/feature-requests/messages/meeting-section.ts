import { inlineText, inlineTextWithCode, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import type { OpenQuestion } from "../answers/open-questions.ts";
import { allVotes, requestQuestions, type FeatureRequest, type StoredRequest } from "../feature-request.ts";
import { questionTexts, quote, votesInWords } from "./phrases.ts";

/** When a request is talked about, the agenda, and what comes after it. */
export function meetingSection(stored: StoredRequest, questions: readonly OpenQuestion[]): string[] {
  const { request } = stored;
  const { meeting } = request;
  return [
    `**${meeting?.slot?.isOver ? "Was talked about" : "To be talked about"}:** ${whenAndWithWhom(request)}`,
    "",
    ...agenda(stored, questions),
    "",
    ...(meeting?.outcome === undefined ? [] : ["**Outcome:**", "", quote(meeting.outcome), ""]),
    next(request),
  ];
}

function whenAndWithWhom({ meeting }: FeatureRequest): string {
  const hosts = meeting?.slot?.hosts ?? [];
  const names = hosts.map((it) => inlineText(it, 60)).join(", ");
  return `${inlineText(meeting?.when ?? "", 200)}${names === "" ? "" : `, with ${names}`}`;
}

function agenda(stored: StoredRequest, questions: readonly OpenQuestion[]): string[] {
  const { answers, related } = stored.request;
  return [
    "Agenda:",
    "",
    ...requestQuestions.flatMap((it) => [
      `1. **${questionTexts[it]}**`,
      `   ${answers[it] === undefined ? "*not answered yet*" : inlineText(answers[it], 400)}`,
    ]),
    "1. **How many want it?**",
    `   ${votesInWords(allVotes(stored))}, by upvotes and 👍.`,
    ...(related.length === 0 ? [] : ["1. **What is alike, and is it the same?**", ...related.map(relatedItem)]),
    ...openItems(missingAnswers(answers).length, questions),
    "1. **What do we do, by when, and who does it?**",
  ];
}

function relatedItem({ title, url, kind }: FeatureRequest["related"][number]): string {
  const words = kind === "" ? "" : ` (${inlineText(kind, 100)})`;
  return `   - [${inlineText(title, 120)}](<${viaRedirect(linkAddress(url))}>)${words}`;
}

function openItems(missing: number, questions: readonly OpenQuestion[]): string[] {
  const asked = questions.map(
    ({ text, url, by }) =>
      `   - [${inlineText(by, 60)} asked](<${linkAddress(url)}>): ${inlineTextWithCode(text, 200)}`,
  );
  const unanswered =
    missing === 0 ? [] : [`   - ${missing === 1 ? "One of the questions" : `${missing} of the questions`} above.`];
  return asked.length + missing === 0 ? [] : ["1. **What is still open?**", ...unanswered, ...asked];
}

function next({ meeting }: FeatureRequest): string {
  if (meeting?.outcome !== undefined) return "A maintainer decides next, by `/accept` or `/decline <reason>`.";
  return meeting?.slot?.isOver
    ? "**The decision is awaited.** A maintainer writes what came of it by `/outcome …`, and decides by `/accept` or `/decline <reason>`."
    : "Afterwards, a maintainer writes what came of it by `/outcome …`, and decides by `/accept` or `/decline <reason>`.";
}
