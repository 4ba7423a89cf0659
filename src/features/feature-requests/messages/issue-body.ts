import { requestQuestions, type FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { dayInWords, votesInWords } from "./in-words.ts";
import { questionTexts } from "./questions.ts";
import { quote } from "./quote.ts";

/** GitHub's limit of 256, with room for `…`. */
const longestTitle = 250;

/** The issue that tracks an accepted request: what, why, for whom, and where it was asked. Nobody is notified by it. */
export function requestIssueBody(
  { url, title, askedBy, answers, meeting }: FeatureRequest,
  extra: {
    readonly votes: number;
    readonly by: string;
    readonly deliverables: readonly string[];
    readonly due?: string;
    readonly estimate?: string;
  },
): string {
  const who = askedBy === undefined ? "somebody whose account is gone" : inlineText(askedBy, 60);
  const facts = [
    `Asked for by ${who} in [${inlineText(title, 120)}](<${url}>), with ${votesInWords(extra.votes)}; accepted by ${inlineText(extra.by, 60)}.`,
    ...(extra.due === undefined ? [] : [`Wanted by ${dayInWords(extra.due)}.`]),
    ...(extra.estimate === undefined ? [] : [`Estimate: ${inlineText(extra.estimate, 60)}.`]),
  ];
  return [
    facts.join(" "),
    ...requestQuestions.flatMap((it) =>
      answers[it] === undefined ? [] : [`### ${questionTexts[it]}`, quote(answers[it])],
    ),
    ...(meeting?.outcome === undefined ? [] : ["### What the meeting agreed on", quote(meeting.outcome)]),
    ...(extra.deliverables.length === 0
      ? []
      : ["### Deliverables", extra.deliverables.map((it) => `- [ ] ${inlineText(it, 250)}`).join("\n")]),
    "<sub>I am a bot. I write into the discussion what becomes of this issue. Here work `/milestone`, `/label`, `/remove-label`, `/priority`, `/assign`, `/unassign`, `/status` and `/project`.</sub>",
  ].join("\n\n");
}

/** A title within GitHub's limit. It is plain text there: nothing in it is Markdown or a mention. */
export function issueTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  return (line.length <= longestTitle ? line : `${line.slice(0, longestTitle).trimEnd()}…`).toWellFormed();
}

/** The part of an issue that one deliverable is. */
export function subIssueBody({ url, title }: FeatureRequest): string {
  return `A deliverable of [${inlineText(title, 120)}](<${url}>).`;
}

/** What is said in an issue that was there before its request was accepted. */
export function adoptedIssue({ url, title, askedBy }: FeatureRequest, votes: number): string {
  const who = askedBy === undefined ? "" : ` by ${inlineText(askedBy, 60)}`;
  return `This issue now tracks the request [${inlineText(title, 120)}](<${url}>), asked for${who} with ${votesInWords(votes)}. I write there what becomes of it.`;
}

/** What is said in our issue when its request was declined after all. */
export function declinedIssue({ url, title, decision }: FeatureRequest): string {
  return `The request [${inlineText(title, 120)}](<${url}>) was declined:\n\n${quote(decision?.reason ?? "")}`;
}
