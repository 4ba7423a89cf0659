import type { Text } from "../../../core/language.ts";
import { requestQuestions, type FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { joined, listed, md, sentences, type Part } from "../../../words/compose-text.ts";
import { planningChecklist } from "../planning/checklist.ts";
import { impactInIssue } from "./plan-impact.ts";
import { dayInWords, votesInWords, questionText, quote } from "./phrases.ts";
import { say } from "./words.ts";

/** GitHub's limit of 256, with room for `…`. */
const maxTitleLength = 250;

/** The issue that tracks an accepted request: what, why, for whom, and where it was asked. Nobody is notified by it. */
export function requestIssueBody(request: FeatureRequest, extra: IssueExtra): Text {
  const { answers, meeting, impact } = request;
  return joined(
    [
      facts(request, extra),
      ...requestQuestions.flatMap((it) =>
        answers[it] === undefined ? [] : [md`### ${questionText(it)}`, quote(answers[it])],
      ),
      ...(meeting?.outcome === undefined ? [] : [md`### ${say("body.meeting")}`, quote(meeting.outcome)]),
      ...deliverables(extra),
      ...(impact ? [md`### ${say("body.plan")}`, impactInIssue(impact)] : []),
      ...(extra.hasQuestions ? [planningChecklist()] : []),
      say("body.footer", { commands: commandsInIssue(extra) }),
    ],
    "\n\n",
  );
}

interface IssueExtra {
  readonly votes: number;
  readonly by: string;
  readonly deliverables: readonly string[];
  readonly due?: string;
  readonly estimate?: string;
  readonly hasQuestions: boolean;
}

function facts({ url, title, askedBy }: FeatureRequest, { votes, by, due, estimate }: IssueExtra): Text {
  return sentences([
    say("body.asked-for", {
      who: askedBy === undefined ? say("body.nobody") : inlineText(askedBy, 60),
      request: `[${inlineText(title, 120)}](<${url}>)`,
      votes: votesInWords(votes),
      by: inlineText(by, 60),
    }),
    ...(due === undefined ? [] : [say("body.wanted-by", { day: dayInWords(due) })]),
    ...(estimate === undefined ? [] : [say("body.estimate", { estimate: inlineText(estimate, 60) })]),
  ]);
}

function deliverables({ deliverables: all }: IssueExtra): Part[] {
  if (all.length === 0) return [];
  return [md`### ${say("body.deliverables")}`, all.map((it) => `- [ ] ${inlineText(it, 250)}`).join("\n")];
}

function commandsInIssue({ hasQuestions }: IssueExtra): Text {
  const names = ["milestone", "label", "remove-label", "priority", "assign", "unassign", "status", "project"];
  return listed([...names, ...(hasQuestions ? ["plan"] : [])].map((it) => `\`/${it}\``));
}

/** A title within GitHub's limit. It is plain text there: nothing in it is Markdown or a mention. */
export function issueTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  return (line.length <= maxTitleLength ? line : `${line.slice(0, maxTitleLength).trimEnd()}…`).toWellFormed();
}

/** The part of an issue that one deliverable is. */
export function subIssueBody({ url, title }: FeatureRequest): Text {
  return say("body.deliverable-of", { request: `[${inlineText(title, 120)}](<${url}>)` });
}
