import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { planningTexts, type PlanningQuestion } from "../planning/checklist.ts";
import { impactInIssue } from "./plan-impact.ts";
import { issueLink, quote, votesInWords } from "./phrases.ts";

/*
 * Comments beside the one that is kept up to date in the thread (`request-section.ts`).
 */

/** Posted in a thread that is closed as a duplicate. */
export function duplicateReply({ title, url }: { readonly title: string; readonly url: string }): string {
  return `This is the same as [${inlineText(title, 120)}](<${url}>). Please go on there; I close this one so that what is said stays in one place.`;
}

/** Posted when the work is done. Those who follow the thread are notified by GitHub, without a mention. */
export function shippedComment({ seen }: FeatureRequest): string {
  const title = seen?.milestone?.title;
  return title === undefined ? "This is done." : `This is done: shipped in ${inlineText(title, 80)}.`;
}

/** Posted in an issue that existed before its request was accepted. */
export function adoptedIssue({ url, title, askedBy, impact }: FeatureRequest, votes: number): string {
  const who = askedBy === undefined ? "" : ` by ${inlineText(askedBy, 60)}`;
  const plan = impact ? `\n\n### What it means for the plan\n\n${impactInIssue(impact)}` : "";
  return `This issue now tracks the request [${inlineText(title, 120)}](<${url}>), asked for${who} with ${votesInWords(votes)}. I write there what becomes of it.${plan}`;
}

/** The answer to `/plan` alone. */
export function openPlanningQuestions(
  open: readonly PlanningQuestion[],
  { number, url }: { readonly number: number; readonly url: string },
): string {
  const issue = issueLink(number, url);
  if (open.length === 0) return `All planning questions are answered in ${issue}.`;
  const lines = open.map((it) => `- ${planningTexts[it]} \`/plan ${it}:"…"\``);
  return `Open in ${issue}:\n\n${lines.join("\n")}`;
}

/** Posted in an issue that we made, when its request is declined. */
export function declinedIssue({ url, title, decision }: FeatureRequest): string {
  return `The request [${inlineText(title, 120)}](<${url}>) was declined:\n\n${quote(decision?.reason ?? "")}`;
}
