import { inlineText } from "../../../text/neutralise.ts";

/** What is said in a thread that is closed as the same as another one. */
export function duplicateReply({ title, url }: { readonly title: string; readonly url: string }): string {
  return `This is the same as [${inlineText(title, 120)}](<${url}>). Please go on there; I close this one so that what is said stays in one place.`;
}
