import { unreachable } from "../../../core/errors.ts";
import {
  requestQuestions,
  type FeatureRequest,
  type RelatedRequest,
  type RequestDecision,
  type StoredRequest,
} from "../feature-request.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { linkAddress } from "../../../text/link-address.ts";
import type { OpenQuestion } from "../answers/open-questions.ts";
import { meetingSection } from "./meeting-section.ts";
import { impactInThread } from "./plan-impact.ts";
import { issueInWords, issueLink, milestoneInWords, votesInWords, questionTexts, quote } from "./phrases.ts";

/**
 * Our part of the comment in the thread of a request: its state, and what comes next. The same record gives the same
 * text. `questions`: those that are open in the thread, for an agenda.
 */
export function requestSection(stored: StoredRequest, questions: readonly OpenQuestion[] = []): string {
  return [...bodyOf(stored, questions), footer].join("\n");
}

/** Takes the place of the section when the thread is moved to another category. */
export function untrackedSection(): string {
  return "<sub>I am a bot. This discussion is in another category now, so I do not track it as a feature request any more.</sub>";
}

const footer =
  "\n<sub>I am a bot. I keep this comment up to date, so that whoever asked can see what became of it. Maintainers: `/help` lists what you can do here.</sub>";

function bodyOf(stored: StoredRequest, questions: readonly OpenQuestion[]): string[] {
  const { request } = stored;
  switch (request.state) {
    case "asked":
      return [...awaitingAnswers(request), ...related(request.related, "vote there instead if it is the same")];
    case "complete":
      return [
        complete(request),
        ...duplicates(request),
        ...related(request.related, "vote there instead if it is the same"),
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
      return ["This request was closed without a decision. A maintainer can take it up again by `/reopen`."];
    default:
      return unreachable(request.state);
  }
}

function awaitingAnswers({ answers }: FeatureRequest): string[] {
  return [
    "**Thank you for the idea!** Before it can be decided, the project needs to know:",
    "",
    ...requestQuestions.map((it) => `- [${answers[it] === undefined ? " " : "x"}] ${questionTexts[it]}`),
    "",
    "Edit your post, or reply here with lines such as `Why: …` or `Urgency: …`. I tick off what I find.",
  ];
}

function complete({ isReady }: FeatureRequest): string {
  return isReady
    ? "**Ready for decision.** All three questions are answered, and many people want this. A maintainer decides next."
    : "**All three questions are answered.** A maintainer decides next; upvotes and 👍 on the post show how many want it.";
}

function accepted({ request, issue }: StoredRequest): string[] {
  const { seen, decision, impact } = request;
  const by =
    decision?.is === "accepted" ? ` by ${inlineText(decision.by, 60)}, with ${votesInWords(decision.votes)}` : "";
  const tracked = issue
    ? ` The work is tracked in ${issueLink(issue.number, issue.url)}${seen ? issueInWords(seen) : ""}.`
    : " `/accept` makes the issue in which the work is tracked.";
  const planned = seen?.milestone ? ` It is planned for ${milestoneInWords(seen.milestone)}.` : "";
  const notSet = issue?.notSet ?? [];
  return [
    `**Accepted**${by}.${tracked}${planned} I write here what becomes of it.`,
    ...(impact ? impactInThread(impact) : []),
    ...(notSet.length === 0
      ? []
      : ["", "What I was asked to set and could not:", "", ...notSet.map((it) => `- ${inlineText(it, 200)}`)]),
  ];
}

function shipped({ request: { seen }, issue }: StoredRequest): string {
  const place = seen?.milestone ? ` in ${inlineText(seen.milestone.title, 80)}` : "";
  return `**Done**${place}.${issue ? ` The work was tracked in ${issueLink(issue.number, issue.url)}.` : ""} Thank you for asking for it.`;
}

function dropped({ request: { seen }, issue }: StoredRequest): string {
  const what = issue ? `${issueLink(issue.number, issue.url)}${seen ? issueInWords(seen) : ""}` : "its issue";
  return `**Not planned any more.** This request was accepted, and then ${what} was closed without it. The reason should stand there. A maintainer can take it up again by \`/reopen\`.`;
}

function declined({ decision, isReady }: FeatureRequest): string[] {
  return [
    `**Declined**, after some thought. ${reasonOf(decision)}`,
    "",
    "Thank you for the idea all the same. It stays here for others to find, and can still be voted for; a maintainer can take it up again by `/reopen`.",
    ...(isReady ? ["", "Many more people have voted for it since, so it is on the list of what to decide again."] : []),
    ...related(decision?.instead ?? [], "this may help meanwhile"),
  ];
}

function reasonOf(decision: RequestDecision | undefined): string {
  return decision?.reason === undefined ? "" : `The reason:\n\n${quote(decision.reason)}`;
}

function duplicate({ duplicateOf }: FeatureRequest): string {
  if (!duplicateOf) return "**Closed as a duplicate.**";
  return `**The same as [${inlineText(duplicateOf.title, 120)}](<${duplicateOf.url}>)**, where the votes from here count from now on. Please go on there.`;
}

function duplicates({ votesFrom, url }: FeatureRequest): string[] {
  const numbers = Object.entries(votesFrom);
  if (numbers.length === 0) return [];
  const list = numbers.map(([number, votes]) => {
    return `[${number}](<${url.replace(/(?<!\d)\d+$/u, number)}>) (${votesInWords(votes)})`;
  });
  return ["", `The same was asked for in ${list.join(", ")}; those votes count here.`];
}

function related(items: readonly RelatedRequest[], hint: string): string[] {
  if (items.length === 0) return [];
  const lines = items.map(({ title, url, kind }) => {
    const words = kind === "" ? "" : ` (${inlineText(kind, 100)})`;
    return `- [${inlineText(title, 120)}](<${viaRedirect(linkAddress(url))}>)${words}`;
  });
  return ["", `**Looks related**; ${hint}:`, "", ...lines];
}
