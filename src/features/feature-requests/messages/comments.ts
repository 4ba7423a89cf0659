import type { Text } from "../../../core/language.ts";
import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { joined, md } from "../../../words/compose-text.ts";
import { planningTexts, type PlanningQuestion } from "../planning/checklist.ts";
import { impactInIssue } from "./plan-impact.ts";
import { issueLink, quote, votesInWords } from "./phrases.ts";
import { say } from "./words.ts";

/*
 * Comments beside the one that is kept up to date in the thread (`request-section.ts`).
 */

/** Posted in a thread that is closed as a duplicate. */
export function duplicateReply(target: { readonly title: string; readonly url: string }): Text {
  return say("reply.duplicate", { target: linkTo(target) });
}

/** Posted when the work is done. Those who follow the thread are notified by GitHub, without a mention. */
export function shippedComment({ seen }: FeatureRequest): Text {
  const title = seen?.milestone?.title;
  return title === undefined ? say("reply.shipped") : say("reply.shipped-in", { milestone: inlineText(title, 80) });
}

/** Posted in an issue that existed before its request was accepted. */
export function adoptedIssue(adopted: FeatureRequest, count: number): Text {
  const { askedBy, impact } = adopted;
  const [request, votes] = [linkTo(adopted), votesInWords(count)];
  const tracks =
    askedBy === undefined
      ? say("in-issue.adopted", { request, votes })
      : say("in-issue.adopted-by", { request, votes, by: inlineText(askedBy, 60) });
  return impact ? md`${tracks}\n\n### ${say("body.plan")}\n\n${impactInIssue(impact)}` : tracks;
}

/** The answer to `/plan` alone. */
export function openPlanningQuestions(
  open: readonly PlanningQuestion[],
  { number, url }: { readonly number: number; readonly url: string },
): Text {
  const issue = issueLink(number, url);
  if (open.length === 0) return say("in-issue.plan-answered", { issue });
  const lines = open.map((it) => `- ${planningTexts[it]} \`/plan ${it}:"…"\``);
  return joined([say("in-issue.plan-open", { issue }), "", ...lines], "\n");
}

/** Posted in an issue that we made, when its request is declined. */
export function declinedIssue(declined: FeatureRequest): Text {
  return md`${say("in-issue.declined", { request: linkTo(declined) })}\n\n${quote(declined.decision?.reason ?? "")}`;
}

function linkTo({ title, url }: { readonly title: string; readonly url: string }): string {
  return `[${inlineText(title, 120)}](<${url}>)`;
}
