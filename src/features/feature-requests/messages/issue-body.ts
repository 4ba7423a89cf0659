import { requestQuestions, type FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { planningChecklist } from "../planning/checklist.ts";
import { impactInIssue } from "./plan-impact.ts";
import { dayInWords, votesInWords, questionTexts, quote } from "./phrases.ts";

/** GitHub's limit of 256, with room for `…`. */
const maxTitleLength = 250;

/** The issue that tracks an accepted request: what, why, for whom, and where it was asked. Nobody is notified by it. */
export function requestIssueBody(
  { url, title, askedBy, answers, meeting, impact }: FeatureRequest,
  extra: {
    readonly votes: number;
    readonly by: string;
    readonly deliverables: readonly string[];
    readonly due?: string;
    readonly estimate?: string;
    readonly hasQuestions: boolean;
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
    ...(impact ? ["### What it means for the plan", impactInIssue(impact)] : []),
    ...(extra.hasQuestions ? [planningChecklist()] : []),
    `<sub>I am a bot. I write into the discussion what becomes of this issue. Here work \`/milestone\`, \`/label\`, \`/remove-label\`, \`/priority\`, \`/assign\`, \`/unassign\`, \`/status\`${extra.hasQuestions ? ", `/project` and `/plan`" : " and `/project`"}.</sub>`,
  ].join("\n\n");
}

/** A title within GitHub's limit. It is plain text there: nothing in it is Markdown or a mention. */
export function issueTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  return (line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength).trimEnd()}…`).toWellFormed();
}

/** The part of an issue that one deliverable is. */
export function subIssueBody({ url, title }: FeatureRequest): string {
  return `A deliverable of [${inlineText(title, 120)}](<${url}>).`;
}
