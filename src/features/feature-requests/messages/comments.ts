import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { quote, votesInWords } from "./phrases.ts";

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
export function adoptedIssue({ url, title, askedBy }: FeatureRequest, votes: number): string {
  const who = askedBy === undefined ? "" : ` by ${inlineText(askedBy, 60)}`;
  return `This issue now tracks the request [${inlineText(title, 120)}](<${url}>), asked for${who} with ${votesInWords(votes)}. I write there what becomes of it.`;
}

/** Posted in an issue that we made, when its request is declined. */
export function declinedIssue({ url, title, decision }: FeatureRequest): string {
  return `The request [${inlineText(title, 120)}](<${url}>) was declined:\n\n${quote(decision?.reason ?? "")}`;
}
