import type { Text } from "../../../core/language.ts";
import { inlineText, inlineTextWithCode, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { enumerated, md, type Part } from "../../../words/compose-text.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import type { OpenQuestion } from "../answers/open-questions.ts";
import { allVotes, requestQuestions, type FeatureRequest, type StoredRequest } from "../feature-request.ts";
import { questionText, quote, votesInWords } from "./phrases.ts";
import { say } from "./words.ts";

/** When a request is talked about, the agenda, and what comes after it. */
export function meetingSection(stored: StoredRequest, questions: readonly OpenQuestion[]): Part[] {
  const { request } = stored;
  const { meeting } = request;
  return [
    say(meeting?.slot?.isOver ? "meeting.over" : "meeting.to-come", { when: whenAndWithWhom(request) }),
    "",
    ...agenda(stored, questions),
    "",
    ...(meeting?.outcome === undefined ? [] : [say("meeting.outcome"), "", quote(meeting.outcome), ""]),
    next(request),
  ];
}

function whenAndWithWhom({ meeting }: FeatureRequest): Part {
  const hosts = (meeting?.slot?.hosts ?? []).map((it) => inlineText(it, 60));
  const when = inlineText(meeting?.when ?? "", 200);
  return hosts.length === 0 ? when : say("meeting.with", { when, hosts: enumerated(hosts) });
}

function agenda(stored: StoredRequest, questions: readonly OpenQuestion[]): Part[] {
  const { answers, related } = stored.request;
  return [
    say("agenda"),
    "",
    ...requestQuestions.flatMap((it) => [
      md`1. **${questionText(it)}**`,
      md`   ${answers[it] === undefined ? say("agenda.unanswered") : inlineText(answers[it], 400)}`,
    ]),
    md`1. **${say("agenda.votes")}**`,
    md`   ${say("agenda.votes-of", { votes: votesInWords(allVotes(stored)) })}`,
    ...(related.length === 0 ? [] : [md`1. **${say("agenda.alike")}**`, ...related.map(relatedItem)]),
    ...openItems(missingAnswers(answers).length, questions),
    md`1. **${say("agenda.what-next")}**`,
  ];
}

function relatedItem({ title, url, kind }: FeatureRequest["related"][number]): string {
  const words = kind === "" ? "" : ` (${inlineText(kind, 100)})`;
  return `   - [${inlineText(title, 120)}](<${viaRedirect(linkAddress(url))}>)${words}`;
}

function openItems(missing: number, questions: readonly OpenQuestion[]): Part[] {
  const asked = questions.map(({ text, url, by }) => {
    const link = md`[${say("agenda.asked-by", { by: inlineText(by, 60) })}](<${linkAddress(url)}>)`;
    return md`   - ${link}: ${inlineTextWithCode(text, 200)}`;
  });
  const unanswered = missing === 0 ? [] : [md`   - ${say("agenda.open-above", { count: missing })}`];
  return asked.length + missing === 0 ? [] : [md`1. **${say("agenda.open")}**`, ...unanswered, ...asked];
}

function next({ meeting }: FeatureRequest): Text {
  if (meeting?.outcome !== undefined) return say("meeting.decide");
  return say(meeting?.slot?.isOver ? "meeting.awaited" : "meeting.afterwards");
}
