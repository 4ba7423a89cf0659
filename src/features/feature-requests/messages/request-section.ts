import { unreachable } from "../../../core/errors.ts";
import type { Text } from "../../../core/language.ts";
import { requestQuestions, type FeatureRequest, type RelatedRequest, type StoredRequest } from "../feature-request.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { enumerated, joined, md, sentences, type Part } from "../../../words/compose-text.ts";
import type { OpenQuestion } from "../answers/open-questions.ts";
import { meetingSection } from "./meeting-section.ts";
import { impactInThread } from "./plan-impact.ts";
import { issueInWords, issueLink, milestoneInWords, votesInWords, questionText, quote } from "./phrases.ts";
import { say } from "./words.ts";

/**
 * Our part of the comment in the thread of a request: its state, and what comes next. The same record gives the same
 * text. `questions`: those that are open in the thread, for an agenda.
 */
export function requestSection(stored: StoredRequest, questions: readonly OpenQuestion[] = []): Text {
  return joined([...bodyOf(stored, questions), "", say("footer")], "\n");
}

/** Takes the place of the section when the thread is moved to another category. */
export const untrackedSection = say("untracked");

function bodyOf(stored: StoredRequest, questions: readonly OpenQuestion[]): Part[] {
  const { request } = stored;
  switch (request.state) {
    case "asked":
      return [...awaitingAnswers(request), ...related(request.related, "related-vote")];
    case "complete":
      return [
        say(request.isReady ? "ready" : "complete"),
        ...duplicates(request),
        ...related(request.related, "related-vote"),
      ];
    case "meeting":
      return [...meetingSection(stored, questions), ...duplicates(request)];
    case "accepted":
      return [...accepted(stored), ...duplicates(request)];
    case "shipped":
      return [shipped(stored), ...duplicates(request)];
    case "dropped":
      return [dropped(stored), ...duplicates(request)];
    case "declined":
      return declined(request);
    case "duplicate":
      return [duplicate(request)];
    case "closed":
      return [say("closed")];
    default:
      return unreachable(request.state);
  }
}

function awaitingAnswers({ answers }: FeatureRequest): Part[] {
  return [
    say("asked"),
    "",
    ...requestQuestions.map((it) => md`- [${answers[it] === undefined ? " " : "x"}] ${questionText(it)}`),
    "",
    say("asked-how"),
  ];
}

function accepted({ request, issue }: StoredRequest): Part[] {
  const { seen, decision, impact } = request;
  const notSet = issue?.notSet ?? [];
  return [
    sentences([
      decision?.is === "accepted"
        ? say("accepted-by", { by: inlineText(decision.by, 60), votes: votesInWords(decision.votes) })
        : say("accepted"),
      issue ? say("accepted-tracked", { issue: stateOf(issue, seen) }) : say("accepted-no-issue"),
      ...(seen?.milestone ? [say("accepted-planned", { milestone: milestoneInWords(seen.milestone) })] : []),
      say("accepted-follow"),
    ]),
    ...(impact ? impactInThread(impact) : []),
    ...(notSet.length === 0 ? [] : ["", say("not-set"), "", ...notSet.map((it) => `- ${inlineText(it, 200)}`)]),
  ];
}

function stateOf(
  { number, url }: { readonly number: number; readonly url: string },
  seen: FeatureRequest["seen"],
): Text {
  const link = issueLink(number, url);
  return seen ? issueInWords(link, seen) : link;
}

function shipped({ request: { seen }, issue }: StoredRequest): Text {
  return sentences([
    seen?.milestone ? say("shipped-in", { milestone: inlineText(seen.milestone.title, 80) }) : say("shipped"),
    ...(issue ? [say("shipped-tracked", { issue: issueLink(issue.number, issue.url) })] : []),
    say("shipped-thanks"),
  ]);
}

function dropped({ request: { seen }, issue }: StoredRequest): Text {
  return say("dropped", { issue: issue ? stateOf(issue, seen) : say("its-issue") });
}

function declined({ decision, isReady }: FeatureRequest): Part[] {
  return [
    decision?.reason === undefined ? say("declined") : md`${say("declined-reason")}\n\n${quote(decision.reason)}`,
    "",
    say("declined-thanks"),
    ...(isReady ? ["", say("declined-votes")] : []),
    ...related(decision?.instead ?? [], "related-help"),
  ];
}

function duplicate({ duplicateOf }: FeatureRequest): Text {
  if (!duplicateOf) return say("duplicate");
  return say("duplicate-of", { target: `[${inlineText(duplicateOf.title, 120)}](<${duplicateOf.url}>)` });
}

function duplicates({ votesFrom, url }: FeatureRequest): Part[] {
  const numbers = Object.entries(votesFrom);
  if (numbers.length === 0) return [];
  const list = numbers.map(([number, votes]) => {
    const link = `[${number}](<${url.replace(/(?<!\d)\d+$/u, number)}>)`;
    return say("same-of", { link, votes: votesInWords(votes) });
  });
  return ["", say("same-asked", { list: enumerated(list) })];
}

function related(items: readonly RelatedRequest[], head: "related-vote" | "related-help"): Part[] {
  if (items.length === 0) return [];
  const lines = items.map(({ title, url, kind }) => {
    const words = kind === "" ? "" : ` (${inlineText(kind, 100)})`;
    return `- [${inlineText(title, 120)}](<${viaRedirect(linkAddress(url))}>)${words}`;
  });
  return ["", say(head), "", ...lines];
}
